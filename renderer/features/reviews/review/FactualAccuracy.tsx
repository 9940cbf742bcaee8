import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { accuracyState, accuracyWords, roundInShort } from '../../../../db/domain/accuracy-round.ts';
import { countOf } from '../../../../db/domain/plain-words.ts';
import { useBoard } from '../../../app/use-board.ts';
import { save } from '../../../app/use-save.ts';
import { client } from '../../../client.ts';
import { DateEntry, Section, type SimpleColumn, SimpleTable, TextField } from '../../../ui/index.ts';
import { AddInline } from './AddInline.tsx';
import { AgencyChoices } from './AgencyChoices.tsx';
import { FormRow, InlineForm } from './InlineForm.tsx';
import { recordColumns } from './record-columns.tsx';
import { ReviewPart } from './ReviewPart.tsx';
import { problemOf } from './saving.ts';
import { exactDay, problemIn, useDateField, wordsProblemIn } from './use-date-field.ts';

type Sent = ReviewDetail['accuracyRounds'][number];

const columnsAt = (today: string, nameOf: (agencyId: string | null) => string): readonly SimpleColumn<Sent>[] => {
  const of = recordColumns(
    'accuracyRounds',
    ({ agencyId, round }) => `the draft with ${nameOf(agencyId)}, round ${round}`,
  );
  return [
    { key: 'agency', heading: 'With', isRowHeading: true, render: ({ agencyId }) => nameOf(agencyId) },
    {
      key: 'state',
      heading: 'Stands',
      width: '20%',
      render: (sent) => (
        <span className={accuracyState(sent, today) === 'late' ? 'reviews-late' : undefined}>
          {accuracyState(sent, today) === 'late' && <span aria-hidden="true">▲ </span>}
          {accuracyWords(sent, today)}
        </span>
      ),
    },
    of.date('sentOn', 'Sent'),
    of.date('dueOn', 'Due'),
    of.date('returnedOn', 'Returned', { whenEmpty: 'Not yet' }),
    of.text('note', 'Note'),
    of.tools(),
  ];
};

/** The draft report goes to the agencies to be checked for facts, once or in several rounds. */
export function FactualAccuracy({ detail: { review, accuracyRounds } }: { readonly detail: ReviewDetail }) {
  const { today, agencies } = useBoard();
  const nameOf = (agencyId: string | null): string =>
    agencies.find(({ id }) => id === agencyId)?.name ??
    (agencyId === null ? 'All agencies' : 'an agency that was removed');
  const rounds = [...new Set(accuracyRounds.map(({ round }) => round))].sort((a, b) => a - b);
  return (
    <ReviewPart
      part="accuracy"
      count={rounds.length}
      note="The draft is sent to the agencies to be checked for facts. Each round is kept."
    >
      {rounds.length === 0 && <p className="ui-table-empty">No draft was sent out yet.</p>}
      {rounds.map((round) => {
        const sent = accuracyRounds.filter((row) => row.round === round);
        return (
          <Section key={round} level={3} heading={`Round ${round}`} note={`${roundInShort(sent, today)}.`}>
            <SimpleTable
              caption={`Round ${round}`}
              hideCaption
              columns={columnsAt(today, nameOf)}
              rows={sent}
              rowKey={({ id }) => id}
              whenEmpty=""
            />
          </Section>
        );
      })}
      <AddInline label="Send a draft round">
        {(close) => <SendRound reviewId={review.id} round={(rounds.at(-1) ?? 0) + 1} onClose={close} />}
      </AddInline>
    </ReviewPart>
  );
}

type SendRoundProps = { readonly reviewId: string; readonly round: number; readonly onClose: () => void };

function SendRound({ reviewId, round, onClose }: SendRoundProps) {
  const { today } = useBoard();
  const [agencyIds, setAgencyIds] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const sent = useDateField(exactDay(today));
  const due = useDateField();
  const onSave = async (): Promise<string | null> => {
    if (agencyIds.length === 0) return 'Choose the agencies that the draft goes to.';
    const problem = problemIn(sent, due) ?? wordsProblemIn(sent, due);
    if (problem !== null) return problem;
    const outcome = await save(
      () =>
        client.reviews.sendForAccuracy({
          id: reviewId,
          agencyIds: [...agencyIds],
          sentOn: sent.value.date,
          dueOn: due.value.date,
          note,
        }),
      `Sent the draft to ${countOf(agencyIds.length, 'agency', 'agencies')}, round ${round}`,
    );
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label={`Send round ${round}`} saveLabel={`Record round ${round}`} onSave={onSave} onClose={onClose}>
      <AgencyChoices label="Agencies" chosen={agencyIds} onChange={setAgencyIds} />
      <FormRow>
        <DateEntry label="Sent on" {...sent.entry} optional />
        <DateEntry label="Due back" {...due.entry} optional />
        <TextField label="Note" hint="For example which version." value={note} onChange={setNote} optional />
      </FormRow>
    </InlineForm>
  );
}
