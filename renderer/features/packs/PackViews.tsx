import { hrefTo } from '../../app/links.ts';
import { ViewLinks } from '../../ui/index.ts';

const views = [
  { path: '/packs', label: 'New pack' },
  { path: '/packs/register', label: 'Register' },
  { path: '/packs/figures', label: 'Stated figures' },
] as const;

/** Making a pack, the packs that were issued, and the figures that papers state beside those counted. */
export function PackViews({ current }: { readonly current: (typeof views)[number]['path'] }) {
  return (
    <ViewLinks views={views.map(({ path, label }) => ({ href: hrefTo(path), label, isCurrent: path === current }))} />
  );
}
