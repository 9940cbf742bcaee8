import { VisuallyHidden } from './VisuallyHidden.tsx';

/** Something is under way and its length is unknown. The label is read aloud only. */
export function Spinner({ label = 'Loading', size = 16 }: { readonly label?: string; readonly size?: number }) {
  return (
    <span className="ui-spinner">
      <svg width={size} height={size} viewBox="0 0 16 16" fill="none" strokeWidth="2" aria-hidden="true">
        <circle cx="8" cy="8" r="6" stroke="currentColor" opacity="0.25" />
        <path d="M8 2a6 6 0 0 1 6 6" stroke="currentColor" strokeLinecap="round" />
      </svg>
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}
