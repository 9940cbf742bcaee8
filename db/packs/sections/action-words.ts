/** How the tables of actions name an action and say who has it. */
import type { ActionRow } from '../../contract/actions.ts';
import { OWNER_KIND_LABELS } from '../../domain/codes.ts';

/** "SCR 2014/01: 1.2"; an action that stands alone is named by its number. */
export const planAndNumber = ({ origin, number }: Pick<ActionRow, 'origin' | 'number'>): string =>
  [origin || 'No plan', number].filter(Boolean).join(': ');

/** The owner as the minutes write it ("all", "members", a post), with the lead agency; "Nobody yet" is said. */
export const ownerWords = ({ owner, ownerKind, leadAgency }: ActionRow): string => {
  const named = owner === '' ? OWNER_KIND_LABELS[ownerKind] : owner;
  return [ownerKind === 'nobody' && leadAgency !== null ? '' : named, leadAgency].filter(Boolean).join(', ');
};
