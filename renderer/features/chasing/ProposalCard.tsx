import type { Proposal } from '../../../db/contract/chasing.ts';
import { ACTION_STATE_LABELS } from '../../../db/domain/codes.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { actionHref } from '../../app/links.ts';
import { Checkbox, Definition, DefinitionList, Link, TextArea, TextField } from '../../ui/index.ts';
import { RagPill } from '../actions/RagPill.tsx';
import { useRagLevels } from '../actions/use-rag-levels.ts';
import { type Choice, missingIn } from './choices.ts';

type ProposalCardProps = {
  readonly proposal: Proposal;
  readonly choice: Choice;
  readonly tried: boolean;
  readonly onChange: (choice: Choice) => void;
};

/** One row of a returned sheet: what the board holds, what the agency says, and what is to be taken of it. */
export function ProposalCard({ proposal, choice, tried, onChange }: ProposalCardProps) {
  const levels = useRagLevels();
  const { actionId, origin, number, action, before, state, rag, evidence, target, notes, earlier, at } = proposal;
  const name = `${origin}, action ${number}`;
  const missing = tried ? missingIn(choice) : null;
  return (
    <article className="chasing-proposal" aria-label={name} data-left-out={choice.isChosen ? undefined : ''}>
      <div className="chasing-proposal-head">
        <Checkbox isSelected={choice.isChosen} onChange={(isChosen) => onChange({ ...choice, isChosen })}>
          {`Accept ${name}`}
        </Checkbox>
        <span className="ui-quiet">{at}</span>
        <Link href={actionHref(actionId)} aria-label={`Open the action ${name}`}>
          Open the action
        </Link>
      </div>
      <p className="chasing-action">{action}</p>
      {earlier !== null && (
        <p className="chasing-note">
          {`An update of this row was accepted on ${formatDate(earlier.on)} and reads differently: “${earlier.text}”`}
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className="chasing-note">
          {note}
        </p>
      ))}
      <TextArea
        label="Update"
        hint={
          before.lastUpdateOn === null
            ? 'The first update of this action.'
            : `Last update ${formatDate(before.lastUpdateOn)}.`
        }
        rows={2}
        value={choice.text}
        onChange={(text) => onChange({ ...choice, text })}
        maxLength={10_000}
        isDisabled={!choice.isChosen}
        error={missing !== null && choice.text.trim() === '' ? missing : undefined}
      />
      <DefinitionList>
        {state !== null && (
          <Definition label="State">
            {ACTION_STATE_LABELS[before.state]} → <strong>{ACTION_STATE_LABELS[state]}</strong>
          </Definition>
        )}
        {rag !== null && (
          <Definition label="RAG, as the agency sees it">
            {before.rag === null ? 'Not rated' : <RagPill code={before.rag} levels={levels} />} →{' '}
            <RagPill code={rag} levels={levels} />
          </Definition>
        )}
        {evidence !== '' && <Definition label="Evidence">{evidence}</Definition>}
        {target !== null && (
          <Definition label="New target asked for">
            {formatDate(before.targetDate, before.targetText) || 'No target'} →{' '}
            <strong>{formatDate(target.date, target.text)}</strong>
          </Definition>
        )}
      </DefinitionList>
      {target !== null && (
        <div className="chasing-target">
          <Checkbox
            isSelected={choice.movesTarget}
            isDisabled={!choice.isChosen}
            onChange={(movesTarget) => onChange({ ...choice, movesTarget })}
            hint="Left as it is, the wish is kept with the update."
          >
            Move the target
          </Checkbox>
          {choice.movesTarget && (
            <TextField
              label="Reason for the new target"
              value={choice.targetReason}
              onChange={(targetReason) => onChange({ ...choice, targetReason })}
              maxLength={500}
              error={missing !== null && choice.targetReason.trim() === '' ? missing : undefined}
            />
          )}
        </div>
      )}
    </article>
  );
}
