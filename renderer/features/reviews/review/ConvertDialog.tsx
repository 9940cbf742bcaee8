import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { goTo } from '../../../app/go-to.ts';
import { useBoard } from '../../../app/use-board.ts';
import { save } from '../../../app/use-save.ts';
import { client } from '../../../client.ts';
import { ComboBox, DateEntry, TextField } from '../../../ui/index.ts';
import { ActDialog } from '../../actions/acts/ActDialog.tsx';
import { missing } from '../../actions/acts/missing.ts';
import { useDateField } from '../../actions/acts/use-date-field.ts';
import { useSuggestedReference } from '../new/use-suggested-reference.ts';

type ConvertDialogProps = { readonly detail: ReviewDetail; readonly onClose: () => void };

/** Records the review that this one became, as one change: same case, each showing the other. */
export function ConvertDialog({ detail: { review }, onClose }: ConvertDialogProps) {
  const { reviewTypes, today } = useBoard();
  const [reviewTypeId, setReviewTypeId] = useState<string | null>(null);
  const suggested = useSuggestedReference(reviewTypeId);
  const [typed, setTyped] = useState<string | null>(null);
  const reference = typed ?? suggested;
  const initiated = useDateField({ exactness: 'words', initial: today });
  return (
    <ActDialog
      title={`Convert ${review.reference}`}
      submitLabel="Record the new review"
      onClose={onClose}
      isReady={reviewTypeId !== null && reference.trim() !== '' && initiated.wrong === null}
      onSubmit={async () => {
        const outcome = await save(
          () =>
            client.reviews.convert({
              id: review.id,
              reviewTypeId: reviewTypeId ?? '',
              reference: reference.trim(),
              initiatedOn: initiated.value.date,
              initiatedText: initiated.value.text,
            }),
          `Converted ${review.reference} into ${reference}`,
        );
        if (!outcome.ok) return { ok: false, message: outcome.message };
        goTo(`/reviews/${outcome.answer.id}`);
        return { ok: true, changed: 1, refused: [] };
      }}
    >
      {(tried) => (
        <>
          <p>
            The new review is of the same case and takes over the lead, the trigger and the period. {review.reference}{' '}
            stays as it is, and each shows the other.
          </p>
          <ComboBox
            label="It becomes"
            options={reviewTypes
              .filter(({ id }) => id !== review.reviewTypeId)
              .map(({ id, name, commissioningBody }) => ({ key: id, label: name, note: commissioningBody }))}
            value={reviewTypeId}
            onChange={setReviewTypeId}
            error={missing(tried, reviewTypeId, 'Choose the type it becomes.')}
            width="full"
            autoFocus
          />
          <TextField
            label="Reference"
            value={reference}
            onChange={setTyped}
            error={missing(tried, reference, 'Give the new review a reference.')}
          />
          <DateEntry
            label="Initiated on"
            hint="Clocks of the new review run from it."
            optional
            {...initiated.entry(tried)}
          />
        </>
      )}
    </ActDialog>
  );
}
