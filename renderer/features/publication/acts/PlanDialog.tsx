import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { client } from '../../../client.ts';
import { DateEntry } from '../../../ui/index.ts';
import { ActDialog } from '../../actions/acts/ActDialog.tsx';
import { runSaved } from '../../actions/acts/run-act.ts';
import { useDateField } from '../../actions/acts/use-date-field.ts';
import type { PublicationActProps } from './subject.ts';

type PlanDialogProps = PublicationActProps & { readonly record: ReviewDetail['publication']['record'] };

export function PlanDialog({ reviewId, reference, onClose, record }: PlanDialogProps) {
  const planned = useDateField({ exactness: 'words', initial: record?.plannedOn });
  const submit = () =>
    runSaved(
      () => client.publication.plan({ reviewId, plannedOn: planned.value.date, plannedText: planned.value.text }),
      `Planned the publication of ${reference}`,
    );
  return (
    <ActDialog
      title={`Plan the publication of ${reference}`}
      submitLabel="Save the plan"
      onClose={onClose}
      isReady={planned.wrong === null}
      onSubmit={submit}
    >
      {(tried) => (
        <DateEntry
          label="To be published"
          hint="As exact as it is known. Leave it empty to take the plan away."
          {...planned.entry(tried)}
          autoFocus
        />
      )}
    </ActDialog>
  );
}
