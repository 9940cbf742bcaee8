import { useState } from 'react';
import { ACTION_MOVER_LABELS, mayMove, movesFrom, needsReason } from '../../../../db/domain/action-states.ts';
import { ACTION_STATE_LABELS, ACTION_STATES, type ActionState } from '../../../../db/domain/codes.ts';
import { client } from '../../../client.ts';
import { useBoard } from '../../../app/use-board.ts';
import { DateEntry, type Option, Select, TextField } from '../../../ui/index.ts';
import { ActDialog } from './ActDialog.tsx';
import { BodySelect } from './BodySelect.tsx';
import { missing } from './missing.ts';
import { runAct } from './run-act.ts';
import { type ActProps, type Subject, subjectWords } from './subject.ts';
import { useDateField } from './use-date-field.ts';

type MoveStateDialogProps = ActProps & {
  /** Already chosen where the dialog was opened from. */
  readonly to?: ActionState;
};

export function MoveStateDialog({ subject, onClose, to }: MoveStateDialogProps) {
  const { today } = useBoard();
  const [state, setState] = useState<ActionState | null>(to ?? null);
  const [bodyId, setBodyId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const date = useDateField({ exactness: 'partial', initial: today });
  const asksReason = state !== null && subject.rows.some((row) => needsReason(row.state, state));
  const mustHaveReason =
    state !== null &&
    subject.rows.length === subject.ids.length &&
    subject.rows.every((row) => needsReason(row.state, state));
  const submit = () =>
    runAct(
      () =>
        client.actions.moveState({
          ids: [...subject.ids],
          to: state ?? 'in-progress',
          date: date.value.date,
          bodyId,
          reason,
        }),
      `Moved ${subjectWords(subject)} to ${state === null ? '' : ACTION_STATE_LABELS[state].toLowerCase()}`,
    );
  return (
    <ActDialog
      title={`Move ${subjectWords(subject)} to another state`}
      submitLabel={state === null ? 'Move' : `Move to ${ACTION_STATE_LABELS[state].toLowerCase()}`}
      onClose={onClose}
      isReady={state !== null && date.wrong === null && (!mustHaveReason || reason.trim() !== '')}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <Select
            label="New state"
            options={stateOptions(subject)}
            value={state}
            onChange={(key) => setState(key as ActionState)}
            error={missing(tried, state, 'Choose the new state.')}
            width="full"
            autoFocus={to === undefined}
          />
          <DateEntry label="From" {...date.entry(tried)} />
          <BodySelect label="Decided by" optional value={bodyId} onChange={setBodyId} />
          <TextField
            label="Reason"
            optional={!asksReason}
            hint="Needed when an action goes back, is set aside or is taken up again."
            value={reason}
            onChange={setReason}
            maxLength={500}
            error={mustHaveReason ? missing(tried, reason, 'Say why.') : undefined}
          />
        </>
      )}
    </ActDialog>
  );
}

/** States that at least one of them may move to; all of them where not every row is loaded. The data process decides for each. */
const stateOptions = ({ ids, rows }: Subject): readonly Option[] => {
  const reachable =
    rows.length === ids.length ? new Set(rows.flatMap((row) => movesFrom(row.state))) : new Set(ACTION_STATES);
  return ACTION_STATES.filter((state) => reachable.has(state)).map((state) => {
    const can = rows.filter((row) => mayMove(row.state, state).allowed);
    const by = new Set(can.map((row) => moverOf(row.state, state)));
    const decides = by.size === 1 ? `Decided by: ${[...by].join('')}` : undefined;
    const some =
      rows.length === ids.length && can.length < rows.length
        ? `${can.length} of ${rows.length} can move here`
        : undefined;
    return {
      key: state,
      label: ACTION_STATE_LABELS[state],
      note: [decides, some].filter(Boolean).join('. ') || undefined,
    };
  });
};

const moverOf = (from: ActionState, to: ActionState): string => {
  const move = mayMove(from, to);
  return move.allowed ? ACTION_MOVER_LABELS[move.by] : '';
};
