import type { AnsweredReport } from '../../../db/contract/external-reports.ts';
import { dateOf, editDate, editRecord } from '../../app/use-record-edit.ts';
import {
  DefinitionList,
  EditableDate,
  EditableLongText,
  EditableNumber,
  EditableSelect,
  EditableText,
  Section,
} from '../../ui/index.ts';
import { REPORT_KINDS } from './answered-words.ts';

type ReportFieldsProps = { readonly report: AnsweredReport; readonly isReadOnly: boolean };

export function ReportFields({ report, isReadOnly }: ReportFieldsProps) {
  const edit = (field: Parameters<typeof editRecord<'externalReports'>>[2]) =>
    editRecord('externalReports', report, field);
  return (
    <Section heading="The report">
      <DefinitionList>
        <EditableText
          label="Reference"
          value={report.reference}
          onSave={edit('reference')}
          whenRefusedEmpty="A report needs a reference."
          isReadOnly={isReadOnly}
        />
        <EditableText
          label="Title"
          value={report.title}
          onSave={edit('title')}
          whenRefusedEmpty="A report needs a title."
          isReadOnly={isReadOnly}
        />
        <EditableText label="Issued by" value={report.issuedBy} onSave={edit('issuedBy')} isReadOnly={isReadOnly} />
        <EditableSelect
          label="Kind"
          options={REPORT_KINDS}
          value={report.kind}
          onSave={edit('kind')}
          isReadOnly={isReadOnly}
        />
        <EditableDate
          label="Published"
          value={dateOf('externalReports', report, 'publishedOn')}
          onSave={editDate('externalReports', report, 'publishedOn')}
          isReadOnly={isReadOnly}
        />
        <EditableDate
          label="Received"
          value={dateOf('externalReports', report, 'receivedOn')}
          onSave={editDate('externalReports', report, 'receivedOn')}
          isReadOnly={isReadOnly}
        />
        <EditableNumber
          label="Recommendations stated"
          value={report.recommendationCount}
          onSave={edit('recommendationCount')}
          min={0}
          isReadOnly={isReadOnly}
        />
        <EditableLongText
          label="Note"
          value={report.note}
          onSave={edit('note')}
          draftKey={`externalReports/${report.id}/note`}
          isReadOnly={isReadOnly}
        />
      </DefinitionList>
    </Section>
  );
}
