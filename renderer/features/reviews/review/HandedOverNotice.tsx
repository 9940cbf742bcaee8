import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { save } from '../../../app/use-save.ts';
import { client } from '../../../client.ts';
import { Button, ConfirmDialog, Notice, useReadOnly } from '../../../ui/index.ts';
import { AcceptedDialog } from './AcceptedDialog.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';
import { saveForGood } from './saving.ts';

/** Says that the review is another body's now, and offers the little that can still be done here. */
export function HandedOverNotice({ detail }: { readonly detail: ReviewDetail }) {
  const isReadOnly = useReadOnly();
  const [isOpen, setOpen] = useState<'file' | 'accepted' | 'back' | null>(null);
  const { review, handedOver } = detail;
  if (handedOver === null) return null;
  const close = (): void => setOpen(null);
  return (
    <>
      <Notice
        kind="info"
        title={`Handed over to ${handedOver.body} on ${formatDate(handedOver.on)}.`}
        action={
          !isReadOnly && (
            <div className="ui-row">
              <Button size="small" icon="download" onPress={() => setOpen('file')}>
                Write the file again
              </Button>
              {handedOver.acceptedOn === null && (
                <Button size="small" onPress={() => setOpen('accepted')}>
                  Record that it arrived
                </Button>
              )}
              <Button size="small" onPress={() => setOpen('back')}>
                Take it back
              </Button>
            </div>
          )
        }
      >
        It is read-only here, with its history.
        {handedOver.acceptedOn === null
          ? ' That it arrived is not recorded yet.'
          : ` It arrived on ${formatDate(handedOver.acceptedOn)}.`}
      </Notice>
      {isOpen === 'file' && <HandOverDialog detail={detail} onClose={close} />}
      {isOpen === 'accepted' && (
        <AcceptedDialog
          reference={review.reference}
          onClose={close}
          onSave={(acceptedOn) =>
            save(
              () => client.handOvers.accept({ reviewId: review.id, acceptedOn }),
              `Recorded that ${review.reference} arrived`,
            )
          }
        />
      )}
      <ConfirmDialog
        isOpen={isOpen === 'back'}
        title={`Take ${review.reference} back?`}
        confirmLabel="Take it back"
        reason={{ label: 'Reason', hint: 'Kept in the history and beside the hand-over.' }}
        onCancel={close}
        onConfirm={async (reason) => {
          const outcome = await saveForGood(
            () => client.handOvers.takeBack({ reviewId: review.id, reason }),
            `Took ${review.reference} back`,
          );
          if (!outcome.ok) return { message: outcome.message };
          close();
        }}
      >
        <p>
          It can be changed here again, from the stage it was at. A file that was given away stays readable to who has
          it: tell {handedOver.body}.
        </p>
      </ConfirmDialog>
    </>
  );
}
