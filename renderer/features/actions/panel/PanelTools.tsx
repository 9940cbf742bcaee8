import { isOpen } from '../../../../db/domain/action-states.ts';
import type { ActionState } from '../../../../db/domain/codes.ts';
import { IconButton, Menu, type MenuChoice } from '../../../ui/index.ts';
import type { ActName } from '../acts/ActOpened.tsx';
import type { Stepping } from './stepping.ts';

type PanelToolsProps = {
  readonly stepping?: Stepping;
  /** Null while there is nothing to act on. */
  readonly onAct: ((act: ActName) => void) | null;
  readonly state: ActionState | null;
};

const acts: readonly (readonly [ActName, string])[] = [
  ['target', 'Change target'],
  ['state', 'Move state'],
  ['approval', 'Record approval'],
  ['evidence', 'Add evidence'],
  ['request', 'Request an update'],
  ['rate', 'Confirm or record RAG'],
];

const whenOpen: readonly (readonly [ActName, string])[] = [
  ['split', 'Split…'],
  ['supersede', 'Supersede by another…'],
  ['outside', 'Mark as another area’s…'],
];

const whenDone: readonly (readonly [ActName, string])[] = [['reopen', 'Reopen…']];

/** Previous, next, and all that can be done to the action. */
export function PanelTools({ stepping, onAct, state }: PanelToolsProps) {
  const further = state === null || isOpen(state) ? whenOpen : whenDone;
  const items: readonly (MenuChoice | 'line')[] = [
    ...acts.map(([key, label]) => ({ key, label, onChoose: () => onAct?.(key) })),
    'line',
    ...further.map(([key, label]) => ({ key, label, onChoose: () => onAct?.(key) })),
    'line',
    { key: 'remove', label: 'Remove…', isDanger: true, onChoose: () => onAct?.('remove') },
  ];
  return (
    <>
      {stepping && (
        <>
          <IconButton
            icon="chevron-up"
            label="Previous action"
            keys="K"
            isDisabled={stepping.onPrevious === null}
            onPress={() => stepping.onPrevious?.()}
          />
          <IconButton
            icon="chevron-down"
            label="Next action"
            keys="J"
            isDisabled={stepping.onNext === null}
            onPress={() => stepping.onNext?.()}
          />
        </>
      )}
      {onAct !== null && (
        <Menu
          label="What can be done to this action"
          items={items}
          trigger={<IconButton icon="more" label="More to do" />}
        />
      )}
    </>
  );
}
