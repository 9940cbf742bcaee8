import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import {
  LABEL_AUDIENCE_LABELS,
  LABEL_KIND_LABELS,
  type LabelAudience,
  type LabelKind,
} from '../../../../db/domain/codes.ts';
import { addRecord } from '../../../app/use-record-edit.ts';
import { Button, Section, Select, SimpleTable, TextField } from '../../../ui/index.ts';
import { labelsToOptions } from '../labels-to-options.ts';
import { AddInline } from './AddInline.tsx';
import { FormRow, InlineForm } from './InlineForm.tsx';
import { recordColumns } from './record-columns.tsx';
import { ReviewPart } from './ReviewPart.tsx';
import { problemOf, tellRefusal } from './saving.ts';

type Subject = ReviewDetail['subjects'][number];

const kinds = labelsToOptions(LABEL_KIND_LABELS);
const audiences = labelsToOptions(LABEL_AUDIENCE_LABELS);
const subjectKinds = [
  { key: 'child', label: 'Child' },
  { key: 'adult', label: 'Adult' },
] as const;

const ofLabel = recordColumns('labels', ({ label }) => `the label ${label}`);
const ofSubject = recordColumns('subjects', ({ kind, position }) => `${kind} ${position + 1}`);

/** By what labels the case is known, and whom it is about. Never a name. */
export function People({ detail }: { readonly detail: ReviewDetail }) {
  const { labels, subjects, case: ofCase } = detail;
  const whose = subjects.map((subject) => ({ key: subject.id, label: subjectWords(subject) }));
  const labelColumns = [
    ofLabel.text('label', 'Label', { width: '22%' }),
    ofLabel.choice('kind', 'Kind', kinds),
    ofLabel.choice('audience', 'Used', audiences),
    ofLabel.choice('subjectId', 'Of', whose, { whenEmpty: 'The whole case' }),
    ofLabel.date('fromDate', 'From'),
    ofLabel.date('untilDate', 'Until'),
    ofLabel.tools(),
  ];
  const subjectColumns = [
    ofSubject.choice('kind', 'Who', subjectKinds, { width: '22%' }),
    ofSubject.text('note', 'Note'),
    ofSubject.tools(),
  ];
  return (
    <ReviewPart
      part="people"
      note="Labels only, never a real name. The first label for use inside the board names the review everywhere."
    >
      <SimpleTable
        caption="Labels"
        hideCaption
        columns={labelColumns}
        rows={labels}
        rowKey={({ id }) => id}
        whenEmpty="No label yet."
      />
      <AddInline label="Add a label">
        {(close) => <NewLabel caseId={ofCase.id} position={labels.length} onClose={close} />}
      </AddInline>
      <Section level={3} heading="Subjects" count={subjects.length}>
        <SimpleTable
          caption="Subjects"
          hideCaption
          columns={subjectColumns}
          rows={subjects}
          rowKey={({ id }) => id}
          whenEmpty="No child or adult is recorded yet."
        />
        <div className="review-add ui-row">
          {subjectKinds.map(({ key, label }) => (
            <Button
              key={key}
              kind="quiet"
              size="small"
              icon="add"
              onPress={() => void addSubject(ofCase.id, key, subjects.length)}
            >
              {`Add ${key === 'child' ? 'a' : 'an'} ${label.toLowerCase()}`}
            </Button>
          ))}
        </div>
      </Section>
    </ReviewPart>
  );
}

const subjectWords = ({ kind, position, note }: Subject): string =>
  `${kind === 'child' ? 'Child' : 'Adult'} ${position + 1}${note === '' ? '' : `, ${note.slice(0, 40)}`}`;

const addSubject = async (caseId: string, kind: 'child' | 'adult', position: number): Promise<void> =>
  tellRefusal(await addRecord('subjects', { caseId, kind, position }));

type NewLabelProps = { readonly caseId: string; readonly position: number; readonly onClose: () => void };

function NewLabel({ caseId, position, onClose }: NewLabelProps) {
  const [label, setLabel] = useState('');
  const [kind, setKind] = useState<LabelKind>('pseudonym');
  const [audience, setAudience] = useState<LabelAudience>('internal');
  const onSave = async (): Promise<string | null> => {
    if (label.trim() === '') return 'Write the label: never a real name.';
    const outcome = await addRecord('labels', { caseId, label, kind, audience, position });
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Add a label" saveLabel="Add the label" onSave={onSave} onClose={onClose}>
      <FormRow>
        <TextField label="Label" hint="Never a real name." value={label} onChange={setLabel} width="medium" autoFocus />
        <Select label="Kind" options={kinds} value={kind} onChange={(key) => setKind(key as LabelKind)} />
        <Select
          label="Used"
          options={audiences}
          value={audience}
          onChange={(key) => setAudience(key as LabelAudience)}
        />
      </FormRow>
    </InlineForm>
  );
}
