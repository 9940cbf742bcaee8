import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { useBoard } from '../../../app/use-board.ts';
import { dateOf, editDate, editRecord } from '../../../app/use-record-edit.ts';
import { save } from '../../../app/use-save.ts';
import { client } from '../../../client.ts';
import {
  Button,
  ConfirmDialog,
  Definition,
  DefinitionList,
  EditableDate,
  EditableText,
  useReadOnly,
} from '../../../ui/index.ts';
import { Disclosure } from './Disclosure.tsx';
import { problemOf } from './saving.ts';

export type RetentionProps = { readonly reviewId: string } & (
  | { readonly of: 'review'; readonly row: ReviewDetail['review'] }
  | { readonly of: 'case'; readonly row: ReviewDetail['case'] }
);

type Kept = Pick<ReviewDetail['case'], 'retentionClass' | 'retentionReviewOn' | 'legalHold' | 'legalHoldReason'>;

/** How long the record is kept. Nothing is deleted by itself; while a legal hold lasts the record cannot be removed. */
export function Retention(props: RetentionProps) {
  const { today } = useBoard();
  const { row } = props;
  return (
    <Disclosure
      label={props.of === 'case' ? 'Retention and legal hold of the case' : 'Retention and legal hold'}
      note={retentionWords(row, today)}
    >
      <DefinitionList>
        {props.of === 'review' ? (
          <>
            <EditableText
              label="Retention class"
              value={row.retentionClass}
              onSave={editRecord('reviews', props.row, 'retentionClass')}
            />
            <EditableDate
              label="Look again on"
              value={dateOf('reviews', props.row, 'retentionReviewOn')}
              onSave={editDate('reviews', props.row, 'retentionReviewOn')}
            />
          </>
        ) : (
          <>
            <EditableText
              label="Retention class"
              value={row.retentionClass}
              onSave={editRecord('cases', props.row, 'retentionClass')}
            />
            <EditableDate
              label="Look again on"
              value={dateOf('cases', props.row, 'retentionReviewOn')}
              onSave={editDate('cases', props.row, 'retentionReviewOn')}
            />
          </>
        )}
        <LegalHold {...props} />
      </DefinitionList>
    </Disclosure>
  );
}

function LegalHold({ of, row, reviewId }: RetentionProps) {
  const isReadOnly = useReadOnly();
  const [isAsking, setAsking] = useState(false);
  const isHeld = row.legalHold === 1;
  const what = of === 'case' ? 'the case' : 'the review';
  return (
    <Definition label="Legal hold">
      {isHeld ? `Must be kept: ${row.legalHoldReason}` : 'None'}
      {!isReadOnly && (
        <>
          {' '}
          <Button kind="quiet" size="small" onPress={() => setAsking(true)}>
            {isHeld ? `Lift the hold on ${what}` : `Put ${what} on legal hold`}
          </Button>
        </>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={isHeld ? `Lift the legal hold on ${what}?` : `Put ${what} on legal hold?`}
        confirmLabel={isHeld ? 'Lift the hold' : 'Put on hold'}
        reason={{ label: 'Reason', hint: isHeld ? 'Why it has ended.' : 'Who asked for it, and why.' }}
        onCancel={() => setAsking(false)}
        onConfirm={async (reason) => {
          const words = isHeld ? `Lifted the legal hold on ${what}` : `Put ${what} on legal hold`;
          const problem = problemOf(
            await save(() => client.reviews.hold({ id: reviewId, of, isHeld: !isHeld, reason }), words),
          );
          if (problem !== null) return { message: problem };
          setAsking(false);
        }}
      >
        <p>
          {isHeld
            ? 'It can be removed again, as any other record.'
            : `While the hold lasts, ${what} cannot be removed, nor can what made it be undone.`}
        </p>
      </ConfirmDialog>
    </Definition>
  );
}

const retentionWords = ({ legalHold, retentionClass, retentionReviewOn }: Kept, today: string): string =>
  [
    legalHold === 1 ? 'on legal hold' : '',
    retentionClass,
    retentionReviewOn === null
      ? ''
      : `${retentionReviewOn <= today ? 'due to be looked at again since' : 'look again'} ${formatDate(retentionReviewOn)}`,
  ]
    .filter(Boolean)
    .join(', ') || 'not recorded';
