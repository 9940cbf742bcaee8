import { Button, ComboBox, type Option, Popover, Tag } from '../../../ui/index.ts';

type TagPickerProps = {
  readonly chosen: readonly Option[];
  readonly options: readonly Option[];
  readonly addLabel: string;
  readonly fieldLabel: string;
  readonly onAdd: (key: string) => void;
  readonly onRemove: (key: string) => void;
};

/** What something is filed under, as tags, with a way to add one found by typing. */
export function TagPicker({ chosen, options, addLabel, fieldLabel, onAdd, onRemove }: TagPickerProps) {
  return (
    <div className="action-tags">
      {chosen.map(({ key, label }) => (
        <Tag key={key} onRemove={() => onRemove(key)} removeLabel={`Remove ${label}`}>
          {label}
        </Tag>
      ))}
      <Popover
        label={addLabel}
        trigger={
          <Button size="small" kind="quiet" icon="add">
            {addLabel}
          </Button>
        }
      >
        {(close) => (
          <ComboBox
            label={fieldLabel}
            options={options}
            value={null}
            autoFocus
            onChange={(key) => {
              if (key === null) return;
              onAdd(key);
              close();
            }}
          />
        )}
      </Popover>
    </div>
  );
}
