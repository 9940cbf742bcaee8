import type { ReviewDetail } from '../../../db/contract/reviews.ts';
import { isShortOfYear } from '../../../db/domain/publication.ts';
import { dateOf, editDate, editRecord } from '../../app/use-record-edit.ts';
import { DefinitionList, EditableDate, EditableLongText, EditableText, Section } from '../../ui/index.ts';

type PublicationRecordProps = { readonly record: NonNullable<ReviewDetail['publication']['record']> };

export function PublicationRecord({ record }: PublicationRecordProps) {
  return (
    <Section heading="Publication" level={3}>
      <DefinitionList>
        <EditableDate
          label="Planned"
          value={dateOf('publications', record, 'plannedOn', 'plannedText')}
          onSave={editDate('publications', record, 'plannedOn', 'plannedText')}
        />
        {record.publishedOn !== null && (
          <>
            <EditableDate
              label="Published"
              value={dateOf('publications', record, 'publishedOn', 'publishedText')}
              onSave={editDate('publications', record, 'publishedOn', 'publishedText')}
            />
            <EditableText label="Where" value={record.place} onSave={editRecord('publications', record, 'place')} />
            <EditableDate
              label={isShortOfYear(record) ? 'On the website until ◆ less than a year' : 'On the website until'}
              value={dateOf('publications', record, 'availableUntil')}
              onSave={editDate('publications', record, 'availableUntil')}
            />
          </>
        )}
        {record.takenDownOn !== null && (
          <EditableDate
            label="Taken down"
            value={dateOf('publications', record, 'takenDownOn')}
            onSave={editDate('publications', record, 'takenDownOn')}
          />
        )}
        <EditableText
          label="Audience"
          value={record.audience}
          onSave={editRecord('publications', record, 'audience')}
        />
        <EditableLongText
          label="Note"
          value={record.note}
          onSave={editRecord('publications', record, 'note')}
          draftKey={`publication/${record.id}/note`}
        />
      </DefinitionList>
    </Section>
  );
}
