import { useState } from 'react';
import type { SilentAgency } from '../../../db/contract/chasing.ts';
import { SHEET_FORMATS, type SheetFormat } from '../../../db/domain/chasing.ts';
import { Checkbox, DateEntry, RadioGroup } from '../../ui/index.ts';
import { ActDialog } from '../actions/acts/ActDialog.tsx';
import { useDateField } from '../actions/acts/use-date-field.ts';
import { saveRequestSheets } from './save-request-sheets.ts';

type RequestSheetsDialogProps = {
  readonly agencies: readonly SilentAgency[];
  readonly chosen: readonly string[];
  readonly onClose: () => void;
};

const FORMAT_LABELS: Readonly<Record<SheetFormat, string>> = { xlsx: 'Excel workbook', docx: 'Word document' };
const formats = [
  {
    key: 'xlsx',
    label: FORMAT_LABELS.xlsx,
    note: 'With lists to choose from. The easiest to fill in and to read back.',
  },
  { key: 'docx', label: FORMAT_LABELS.docx, note: 'The same as a table.' },
] as const;

/** Asks whom, by when and in which form; writes the sheets, logs the requests, and asks where the file is to go. */
export function RequestSheetsDialog({ agencies, chosen: initial, onClose }: RequestSheetsDialogProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(initial));
  const [format, setFormat] = useState<SheetFormat>('xlsx');
  const due = useDateField({ exactness: 'day' });
  const toggle = (agencyId: string, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(agencyId);
    else next.delete(agencyId);
    setChosen(next);
  };
  const setAll = (isChosen: boolean): void =>
    setChosen(new Set(isChosen ? agencies.map(({ agencyId }) => agencyId) : []));
  return (
    <ActDialog
      title="Write request sheets"
      submitLabel={chosen.size === 1 ? 'Write the sheet' : `Write ${chosen.size} sheets`}
      onClose={onClose}
      isReady={chosen.size > 0 && due.wrong === null}
      onSubmit={() => saveRequestSheets({ agencyIds: [...chosen], dueOn: due.value.date, format })}
    >
      {(tried) => (
        <>
          <p>
            Each agency gets its own open actions, by review reference, and nothing else. Writing the sheets records
            that the updates were asked for today; sending them is up to you.
          </p>
          <fieldset className="chasing-choice">
            <legend>Agencies</legend>
            {agencies.length > 1 && (
              <Checkbox
                isSelected={chosen.size === agencies.length}
                isIndeterminate={chosen.size > 0 && chosen.size < agencies.length}
                onChange={setAll}
              >
                All agencies with open actions
              </Checkbox>
            )}
            <div className="chasing-agencies">
              {agencies.map(({ agencyId, agency, open, joint }) => (
                <Checkbox
                  key={agencyId}
                  isSelected={chosen.has(agencyId)}
                  onChange={(isChosen) => toggle(agencyId, isChosen)}
                >
                  {agency} <span className="ui-quiet">({actionsWords(open + joint)})</span>
                </Checkbox>
              ))}
            </div>
            {tried && chosen.size === 0 && <p className="ui-field-error">Choose at least one agency.</p>}
          </fieldset>
          <DateEntry label="Answer wanted by" optional {...due.entry(tried)} />
          <RadioGroup
            label="Form"
            options={formats}
            value={format}
            onChange={(key) => setFormat(SHEET_FORMATS.find((known) => known === key) ?? 'xlsx')}
          />
        </>
      )}
    </ActDialog>
  );
}

const actionsWords = (count: number): string => `${count} ${count === 1 ? 'action' : 'actions'}`;
