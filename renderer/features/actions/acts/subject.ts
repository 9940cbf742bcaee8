import type { ActionRow } from '../../../../db/contract/actions.ts';

/** What an act is done to: ids, and the rows of those that the page has loaded. */
export type Subject = { readonly ids: readonly string[]; readonly rows: readonly ActionRow[] };

export type ActProps = { readonly subject: Subject; readonly onClose: () => void };

/** "action 4.2", "12 actions". */
export const subjectWords = ({ ids, rows }: Subject): string => {
  const [only] = rows;
  if (ids.length === 1) return only === undefined ? 'this action' : `action ${only.number}`;
  return `${ids.length.toLocaleString('en-GB')} actions`;
};
