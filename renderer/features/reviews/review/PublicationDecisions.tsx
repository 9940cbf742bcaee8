import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { PUBLICATION_DECISION_LABELS } from '../../../../db/domain/codes.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { decidedWords } from '../../../../db/domain/waiting-decisions.ts';
import { useBoard } from '../../../app/use-board.ts';
import { WaitingMark } from '../../../app/WaitingMark.tsx';
import { Section, type SimpleColumn, SimpleTable } from '../../../ui/index.ts';

type Decision = ReviewDetail['publication']['decisions'][number];

/** Decisions stay on record; the latest stands. */
export function PublicationDecisions({ decisions }: { readonly decisions: readonly Decision[] }) {
  const { bodies } = useBoard();
  const columns: readonly SimpleColumn<Decision>[] = [
    {
      key: 'date',
      heading: 'Decided',
      width: '120px',
      render: ({ decidedOn, decidedText }) => formatDate(decidedOn, decidedText) || 'Date not recorded',
    },
    {
      key: 'decision',
      heading: 'Decision',
      isRowHeading: true,
      width: '30%',
      render: ({ id, decision, waits }) => (
        <>
          {decidedWords(labelOf(decision), { waits })}
          <WaitingMark table="publicationDecisions" rowId={id} what={labelOf(decision)} />
        </>
      ),
    },
    {
      key: 'body',
      heading: 'By',
      render: ({ bodyId }) => bodies.find(({ id }) => id === bodyId)?.name ?? 'Not recorded',
    },
    { key: 'basis', heading: 'Basis', render: (decision) => basisWords(decision) },
  ];
  return (
    <Section level={3} heading="Decisions" count={decisions.length}>
      <SimpleTable
        caption="Publication decisions"
        hideCaption
        columns={columns}
        rows={decisions.toReversed()}
        rowKey={({ id }) => id}
        whenEmpty="Nothing is decided yet."
      />
    </Section>
  );
}

const labelOf = (decision: string): string =>
  PUBLICATION_DECISION_LABELS[decision as keyof typeof PUBLICATION_DECISION_LABELS] ?? decision;

const basisWords = ({ basis, agreedBy, disagreedBy }: Decision): string =>
  [basis, agreedBy && `Agreed: ${agreedBy}`, disagreedBy && `Disagreed: ${disagreedBy}`].filter(Boolean).join('. ') ||
  'Not recorded';
