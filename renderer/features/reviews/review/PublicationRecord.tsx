import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { dateOf, editDate, editRecord } from '../../../app/use-record-edit.ts';
import { save } from '../../../app/use-save.ts';
import { client } from '../../../client.ts';
import {
  type DateValue,
  DefinitionList,
  EditableDate,
  EditableLongText,
  EditableText,
  noDate,
  type Save,
} from '../../../ui/index.ts';

type PublicationRow = NonNullable<ReviewDetail['publication']['record']>;

/** The planned date makes the record when there is none yet; after publication its place and dates are edited here too. */
export function PublicationRecord({
  reviewId,
  record,
}: {
  readonly reviewId: string;
  readonly record: PublicationRow | null;
}) {
  if (record === null)
    return (
      <DefinitionList>
        <EditableDate label="Planned for" whenEmpty="No date planned" value={noDate} onSave={planFirst(reviewId)} />
      </DefinitionList>
    );
  const date = (field: 'availableUntil' | 'takenDownOn') => ({
    value: dateOf('publications', record, field),
    onSave: editDate('publications', record, field),
  });
  return (
    <DefinitionList>
      <EditableDate
        label="Planned for"
        whenEmpty="No date planned"
        value={dateOf('publications', record, 'plannedOn', 'plannedText')}
        onSave={editDate('publications', record, 'plannedOn', 'plannedText')}
      />
      {record.publishedOn !== null && <PublishedLines record={record} />}
      {record.publishedOn !== null && <EditableDate label="Stays available until" {...date('availableUntil')} />}
      {record.takenDownOn !== null && <EditableDate label="Taken down" {...date('takenDownOn')} />}
      <EditableText label="Audience" value={record.audience} onSave={editRecord('publications', record, 'audience')} />
      <EditableLongText
        label="Note"
        value={record.note}
        onSave={editRecord('publications', record, 'note')}
        draftKey={`publications/${record.id}/note`}
      />
    </DefinitionList>
  );
}

function PublishedLines({ record }: { readonly record: PublicationRow }) {
  return (
    <>
      <EditableDate
        label="Published"
        value={dateOf('publications', record, 'publishedOn', 'publishedText')}
        onSave={editDate('publications', record, 'publishedOn', 'publishedText')}
      />
      <EditableText label="Where" value={record.place} onSave={editRecord('publications', record, 'place')} />
    </>
  );
}

const planFirst =
  (reviewId: string): Save<DateValue> =>
  ({ date, text }) =>
    save(() => client.publication.plan({ reviewId, plannedOn: date, plannedText: text }), 'Planned the publication');
