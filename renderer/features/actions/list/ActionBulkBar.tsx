import { BulkBar, Button, Menu, type MenuChoice } from '../../../ui/index.ts';
import type { ActName } from '../acts/ActOpened.tsx';

type ActionBulkBarProps = {
  readonly count: number;
  /** How many the filter finds. */
  readonly total: number;
  readonly onSelectAll: () => void;
  readonly onClear: () => void;
  readonly onAct: (act: ActName) => void;
};

const more: readonly (readonly [ActName, string])[] = [
  ['evidence', 'Add evidence'],
  ['request', 'Request an update'],
  ['rate', 'Confirm or record RAG'],
  ['agency', 'Set the lead agency'],
  ['owner', 'Set the owner'],
  ['themes', 'Change themes'],
];

const endings: readonly (readonly [ActName, string])[] = [
  ['merge', 'Merge into one…'],
  ['supersede', 'Supersede by another…'],
  ['outside', 'Mark as another area’s…'],
  ['reopen', 'Reopen…'],
];

/** What can be done to all selected actions at once. */
export function ActionBulkBar({ count, total, onSelectAll, onClear, onAct }: ActionBulkBarProps) {
  const items: readonly (MenuChoice | 'line')[] = [
    ...more.map(([key, label]) => ({ key, label, onChoose: () => onAct(key) })),
    'line',
    ...endings.map(([key, label]) => ({
      key,
      label,
      isDisabled: key === 'merge' && count < 2,
      onChoose: () => onAct(key),
    })),
    'line',
    { key: 'remove', label: 'Remove…', isDanger: true, onChoose: () => onAct('remove') },
  ];
  return (
    <BulkBar count={count} words={['action', 'actions']} onClear={onClear}>
      {count < total && (
        <Button size="small" kind="quiet" onPress={onSelectAll}>
          Select all {total.toLocaleString('en-GB')} found
        </Button>
      )}
      <Button size="small" onPress={() => onAct('target')}>
        Change target
      </Button>
      <Button size="small" onPress={() => onAct('update')}>
        Add update
      </Button>
      <Button size="small" onPress={() => onAct('state')}>
        Move state
      </Button>
      <Button size="small" onPress={() => onAct('approval')}>
        Record approval
      </Button>
      <Menu
        label="More to do with the selected actions"
        items={items}
        trigger={
          <Button size="small" icon="more">
            More
          </Button>
        }
      />
    </BulkBar>
  );
}
