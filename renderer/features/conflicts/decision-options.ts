import type { ConflictChosen, ConflictDetail } from '../../../db/contract/conflicts.ts';
import type { Option } from '../../ui/index.ts';

/** What a person can do with a conflict: one of the service's choices, a value of their own, or to put it off. */
export type DecisionOption = Option &
  (
    | { readonly does: 'choose'; readonly choice: ConflictChosen; readonly needsReason: boolean }
    | { readonly does: 'own' | 'defer'; readonly needsReason: boolean }
  );

export const decisionOptions = ({ choices, ownValue, deferred }: ConflictDetail): readonly DecisionOption[] => [
  ...choices.map(
    ({ words, choice, needsReason }): DecisionOption => ({
      // By what it does, so that it stays chosen while another version comes in.
      key: JSON.stringify(choice),
      label: words,
      does: 'choose',
      choice,
      needsReason,
    }),
  ),
  ...(ownValue === null ? [] : [{ key: 'own', label: ownValue.words, does: 'own' as const, needsReason: false }]),
  {
    key: 'defer',
    label: deferred === null ? 'Put it off' : 'Put it off again',
    note: 'It stays open at the end of the queue, with who put it off and why.',
    does: 'defer',
    needsReason: true,
  },
];

/** Whether the choice revokes an approval, which has a date. */
export const isRevocation = (detail: Pick<ConflictDetail, 'kind' | 'table'>, option: DecisionOption | null): boolean =>
  detail.kind === 'two-decisions' &&
  detail.table === 'approvals' &&
  option?.does === 'choose' &&
  option.choice.do === 'drop';
