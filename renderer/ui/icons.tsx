import type { ReactNode } from 'react';

/** Drawn on a 16 px grid with a 1.5 px stroke; purely decorative, so the words beside them carry the meaning. */
const drawings = {
  overview: (
    <>
      <rect x="2.25" y="2.25" width="4.5" height="6.5" rx="1" />
      <rect x="9.25" y="2.25" width="4.5" height="3.5" rx="1" />
      <rect x="2.25" y="11.25" width="4.5" height="2.5" rx="1" />
      <rect x="9.25" y="8.25" width="4.5" height="5.5" rx="1" />
    </>
  ),
  reviews: (
    <>
      <path d="M9.25 1.75H4.5A1.25 1.25 0 0 0 3.25 3v10A1.25 1.25 0 0 0 4.5 14.25h7A1.25 1.25 0 0 0 12.75 13V5.25z" />
      <path d="M9.25 1.75v3.5h3.5M5.75 8.25h4.5M5.75 11h3" />
    </>
  ),
  actions: (
    <>
      <path d="m2 4.25 1.25 1.25L5.75 3M2 11.25l1.25 1.25 2.5-2.5M8.5 4.75h5.5M8.5 11.25H14" />
    </>
  ),
  publication: (
    <>
      <path d="M8 4.25C6.75 3.1 4.9 2.75 2 2.75v9c2.9 0 4.75.35 6 1.5 1.25-1.15 3.1-1.5 6-1.5v-9c-2.9 0-4.75.35-6 1.5zM8 4.25v9" />
    </>
  ),
  themes: (
    <>
      <path d="M2.25 3.25v4.1c0 .4.15.7.4.95l5.3 5.3a1.3 1.3 0 0 0 1.85 0l3.8-3.8a1.3 1.3 0 0 0 0-1.85L8.3 2.65a1.3 1.3 0 0 0-.95-.4h-4.1a1 1 0 0 0-1 1z" />
      <circle cx="5.25" cy="5.25" r=".6" fill="currentColor" />
    </>
  ),
  meetings: (
    <>
      <circle cx="5.75" cy="5" r="2.25" />
      <path d="M1.75 13.25c.2-2.6 1.7-4 4-4s3.8 1.4 4 4M10.5 2.9a2.25 2.25 0 0 1 0 4.2M11.75 9.6c1.5.5 2.35 1.75 2.5 3.65" />
    </>
  ),
  agencies: (
    <>
      <path d="M2.25 13.75V6.5L8 2.75l5.75 3.75v7.25zM6.25 13.75v-4h3.5v4M5 7.25h.5M10.5 7.25h.5" />
    </>
  ),
  packs: (
    <>
      <path d="M3 5.25 8 2.5l5 2.75v5.5L8 13.5l-5-2.75zM3 5.25 8 8l5-2.75M8 8v5.5" />
    </>
  ),
  sync: (
    <>
      <path d="M13.25 6.75A5.4 5.4 0 0 0 3.5 5M2.75 9.25A5.4 5.4 0 0 0 12.5 11M3.25 2.25V5H6M12.75 13.75V11H10" />
    </>
  ),
  conflict: (
    <>
      <path d="M2 8h3.25c2.25 0 2.25-4.25 4.5-4.25h4M5.25 8c2.25 0 2.25 4.25 4.5 4.25h4M11.5 1.5l2.25 2.25L11.5 6M11.5 10l2.25 2.25-2.25 2.25" />
    </>
  ),
  settings: (
    <>
      <path d="M2 4.75h6.25M11.75 4.75H14M2 11.25h2.25M7.75 11.25H14" />
      <circle cx="10" cy="4.75" r="1.75" />
      <circle cx="6" cy="11.25" r="1.75" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3.25 3.25" />
    </>
  ),
  lock: (
    <>
      <rect x="3.25" y="7.25" width="9.5" height="6.5" rx="1.25" />
      <path d="M5.25 7.25V5a2.75 2.75 0 0 1 5.5 0v2.25" />
    </>
  ),
  undo: <path d="M5.5 3 2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6.25" />,
  redo: <path d="m10.5 3 3 3-3 3M13.5 6h-7a4 4 0 0 0 0 8h3.25" />,
  add: <path d="M8 2.75v10.5M2.75 8h10.5" />,
  close: <path d="m3.75 3.75 8.5 8.5M12.25 3.75l-8.5 8.5" />,
  'chevron-down': <path d="m3.75 6 4.25 4.25L12.25 6" />,
  'chevron-up': <path d="M3.75 10 8 5.75 12.25 10" />,
  'chevron-left': <path d="M10 3.75 5.75 8 10 12.25" />,
  'chevron-right': <path d="M6 3.75 10.25 8 6 12.25" />,
  sort: <path d="M5 3v10M2.5 10.5 5 13l2.5-2.5M11 13V3M8.5 5.5 11 3l2.5 2.5" />,
  'sort-ascending': <path d="M8 13V3.25M4 7.25l4-4 4 4" />,
  'sort-descending': <path d="M8 3v9.75M4 8.75l4 4 4-4" />,
  filter: <path d="M2 4h12M4.5 8h7M6.75 12h2.5" />,
  columns: (
    <>
      <rect x="2.25" y="2.75" width="11.5" height="10.5" rx="1.25" />
      <path d="M6.1 2.75v10.5M9.9 2.75v10.5" />
    </>
  ),
  more: (
    <g fill="currentColor" stroke="none">
      <circle cx="3.25" cy="8" r="1.25" />
      <circle cx="8" cy="8" r="1.25" />
      <circle cx="12.75" cy="8" r="1.25" />
    </g>
  ),
  calendar: (
    <>
      <rect x="2.25" y="3.25" width="11.5" height="10.5" rx="1.25" />
      <path d="M2.25 6.75h11.5M5.25 1.75v3M10.75 1.75v3" />
    </>
  ),
  check: <path d="m2.75 8.5 3.5 3.5 7-8" />,
  warning: (
    <>
      <path d="M8 2.25 14.5 13.5h-13z" />
      <path d="M8 6.5v3.25" />
      <circle cx="8" cy="11.6" r=".5" fill="currentColor" />
    </>
  ),
  information: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.5v3.75" />
      <circle cx="8" cy="5" r=".5" fill="currentColor" />
    </>
  ),
  history: (
    <>
      <path d="M2.6 6.25A5.75 5.75 0 1 1 2.25 8M2.25 2.75v3.5h3.5M8 4.75V8l2.5 1.5" />
    </>
  ),
  download: <path d="M8 2.25v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11" />,
  link: (
    <>
      <path d="M6.75 9.25a2.75 2.75 0 0 0 3.9 0l2.3-2.3a2.75 2.75 0 0 0-3.9-3.9l-1 1" />
      <path d="M9.25 6.75a2.75 2.75 0 0 0-3.9 0l-2.3 2.3a2.75 2.75 0 0 0 3.9 3.9l1-1" />
    </>
  ),
  note: (
    <>
      <path d="M3.25 2.25h9.5a1 1 0 0 1 1 1v6.5l-4 4h-6.5a1 1 0 0 1-1-1v-9.5a1 1 0 0 1 1-1z" />
      <path d="M13.75 9.75h-4v4M5.25 5.75h5.5M5.25 8.5h3" />
    </>
  ),
  edit: <path d="m10.25 3.25 2.5 2.5-7.5 7.5-3 .5.5-3zM8.75 4.75l2.5 2.5" />,
  show: (
    <>
      <path d="M1.5 8C3 5.1 5.2 3.6 8 3.6S13 5.1 14.5 8C13 10.9 10.8 12.4 8 12.4S3 10.9 1.5 8z" />
      <circle cx="8" cy="8" r="2" />
    </>
  ),
  hide: (
    <>
      <path d="M1.5 8C3 5.1 5.2 3.6 8 3.6S13 5.1 14.5 8C13 10.9 10.8 12.4 8 12.4S3 10.9 1.5 8z" />
      <path d="m2.5 13.5 11-11" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

export const iconNames = Object.keys(drawings) as readonly IconName[];

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className="ui-icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {drawings[name]}
    </svg>
  );
}
