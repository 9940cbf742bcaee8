import { LABEL_KIND_LABELS, type LabelKind } from '../../../../db/domain/codes.ts';
import { Notice, RadioGroup, Select, TextField } from '../../../ui/index.ts';
import { labelsToOptions } from '../labels-to-options.ts';
import type { CaseChoice, NewReviewForm } from './new-review-form.ts';
import { ReviewPicker } from './ReviewPicker.tsx';

export type CaseFieldsProps = {
  readonly form: NewReviewForm;
  readonly change: (part: Partial<NewReviewForm>) => void;
  readonly caseProblem: string | undefined;
};

const choices = [
  { key: 'new', label: 'A new case' },
  {
    key: 'same',
    label: 'The case of a review that is recorded already',
    note: 'For example a safeguarding adults review beside this one.',
  },
  {
    key: 'converted',
    label: 'Converted from a review that is recorded already',
    note: 'For example a rapid review that became a local child safeguarding practice review.',
  },
];
const kinds = labelsToOptions(LABEL_KIND_LABELS);

/** Which case the review belongs to, and by what label its child or adult is known. */
export function CaseFields({ form, change, caseProblem }: CaseFieldsProps) {
  return (
    <>
      <RadioGroup
        label="Case"
        options={choices}
        value={form.caseChoice}
        onChange={(key) => change({ caseChoice: key as CaseChoice })}
      />
      {form.caseChoice === 'new' ? (
        <NewCaseFields form={form} change={change} />
      ) : (
        <ReviewPicker
          id="new-case"
          label={form.caseChoice === 'same' ? 'Review of the same case' : 'Review it was converted from'}
          chosen={form.besideReviewId}
          onChoose={(besideReviewId) => change({ besideReviewId })}
          error={caseProblem}
        />
      )}
    </>
  );
}

function NewCaseFields({ form, change }: Pick<CaseFieldsProps, 'form' | 'change'>) {
  return (
    <>
      <div className="new-review-row">
        <TextField
          label="Label"
          hint="What the board calls them, for example Baby T."
          value={form.label}
          onChange={(label) => change({ label })}
          optional
        />
        <Select
          label="Kind of label"
          hint="Initials can clash with those of staff."
          options={kinds}
          value={form.labelKind}
          onChange={(key) => change({ labelKind: key as LabelKind })}
        />
      </div>
      <Notice kind="warning">Never a real name: a label only, here and in every text of the review.</Notice>
    </>
  );
}
