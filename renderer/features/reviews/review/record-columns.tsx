import type { EditableTable, RecordFields } from '../../../../db/contract/records.ts';
import { dateOf, editDate, editRecord } from '../../../app/use-record-edit.ts';
import { EditableDate, EditableSelect, EditableText, type Option, type SimpleColumn } from '../../../ui/index.ts';
import { RowTools } from './RowTools.tsx';

type Row<T extends EditableTable> = { readonly id: string } & Readonly<RecordFields<T>>;
type Field<T extends EditableTable> = keyof RecordFields<T> & string;
type Look = { readonly width?: string; readonly whenEmpty?: string };

/**
 * Columns of a table whose cells are edited in place. `nameOf` tells the rows apart for screen readers: "Grade, Ofsted".
 */
export const recordColumns = <T extends EditableTable>(table: T, nameOf: (row: Row<T>) => string) => {
  const cell = (heading: string, row: Row<T>, whenEmpty = 'None') =>
    ({ layout: 'bare', label: `${heading}, ${nameOf(row)}`, whenEmpty }) as const;
  return {
    text: (field: Field<T>, heading: string, { width, whenEmpty }: Look = {}): SimpleColumn<Row<T>> => ({
      key: field,
      heading,
      width,
      render: (row) => (
        <EditableText
          {...cell(heading, row, whenEmpty)}
          value={String(row[field] ?? '')}
          onSave={editRecord(table, row, field)}
        />
      ),
    }),
    date: (
      field: Field<T>,
      heading: string,
      { width = '132px', whenEmpty, textField }: Look & { readonly textField?: Field<T> } = {},
    ): SimpleColumn<Row<T>> => ({
      key: field,
      heading,
      width,
      render: (row) => (
        <EditableDate
          {...cell(heading, row, whenEmpty)}
          value={dateOf(table, row, field, textField)}
          onSave={editDate(table, row, field, textField)}
        />
      ),
    }),
    choice: (
      field: Field<T>,
      heading: string,
      options: readonly Option[],
      { width = '136px', whenEmpty }: Look = {},
    ): SimpleColumn<Row<T>> => ({
      key: field,
      heading,
      width,
      render: (row) => (
        <EditableSelect
          {...cell(heading, row, whenEmpty)}
          options={options}
          value={row[field] as string | null}
          onSave={editRecord(table, row, field)}
        />
      ),
    }),
    tools: (): SimpleColumn<Row<T>> => ({
      key: 'tools',
      heading: 'More',
      width: '64px',
      align: 'end',
      render: (row) => <RowTools table={table} id={row.id} what={nameOf(row)} />,
    }),
  };
};
