import { REVIEW_LEAD_LABELS, type ReviewLead } from '../../../../db/domain/codes.ts';
import { RadioGroup, TextField } from '../../../ui/index.ts';
import { labelsToOptions } from '../labels-to-options.ts';
import type { NewReviewForm } from './new-review-form.ts';

export type LeadFieldsProps = {
  readonly form: NewReviewForm;
  readonly change: (part: Partial<NewReviewForm>) => void;
  readonly problem: string | undefined;
};

const leads = labelsToOptions(REVIEW_LEAD_LABELS);

export function LeadFields({ form, change, problem }: LeadFieldsProps) {
  return (
    <>
      <RadioGroup
        label="Lead"
        options={leads}
        value={form.lead}
        onChange={(key) => change({ lead: key as ReviewLead })}
      />
      {form.lead !== 'own' && (
        <div id="new-lead-body">
          <TextField
            label={form.lead === 'joint' ? 'Led jointly with' : 'Body that leads'}
            value={form.leadBody}
            onChange={(leadBody) => change({ leadBody })}
            width="medium"
            error={problem}
            optional={form.lead === 'joint'}
          />
        </div>
      )}
      <TextField
        label="Owner"
        hint="The post that keeps this review moving, for example Case review officer. Never a name."
        value={form.ownerPost}
        onChange={(ownerPost) => change({ ownerPost })}
        width="medium"
        optional
      />
    </>
  );
}
