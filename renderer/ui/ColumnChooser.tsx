import { Button } from './Button.tsx';
import { Checkbox } from './Checkbox.tsx';
import { Popover } from './Popover.tsx';

export type ColumnChooserProps = {
  readonly columns: readonly { readonly key: string; readonly heading: string; readonly isFixed?: boolean }[];
  /** The keys of the columns left out. */
  readonly hidden: ReadonlySet<string>;
  readonly onChange: (hidden: ReadonlySet<string>) => void;
};

/** Which columns a DataGrid shows; columns that name the row are fixed. */
export function ColumnChooser({ columns, hidden, onChange }: ColumnChooserProps) {
  const show = (key: string, shown: boolean): void => {
    const next = new Set(hidden);
    if (shown) next.delete(key);
    else next.add(key);
    onChange(next);
  };
  return (
    <Popover
      label="Columns shown"
      trigger={
        <Button kind="secondary" size="small" icon="columns">
          Columns
        </Button>
      }
    >
      <div className="ui-stack-tight">
        {columns.map((column) => (
          <Checkbox
            key={column.key}
            isSelected={!hidden.has(column.key)}
            isDisabled={column.isFixed}
            onChange={(shown) => show(column.key, shown)}
          >
            {column.heading}
          </Checkbox>
        ))}
      </div>
    </Popover>
  );
}
