import './actions.css';
import { hrefTo } from '../../app/links.ts';
import { ViewLinks } from '../../ui/index.ts';

const views = [
  { path: '/actions', label: 'List' },
  { path: '/actions/chasing', label: 'Chasing' },
  { path: '/actions/answered', label: 'Answered reports' },
  { path: '/actions/evidence', label: 'Evidence' },
] as const;

export type ActionsPath = (typeof views)[number]['path'];

/** The ways of looking at actions: each of them, by who owes an update, by the outside report they answer, by what shows they were done. */
export function ActionViews({ current }: { readonly current: ActionsPath }) {
  return (
    <ViewLinks views={views.map(({ path, label }) => ({ href: hrefTo(path), label, isCurrent: path === current }))} />
  );
}
