import { EditableSelect, type Option, type Save } from '../../ui/index.ts';
import { flagKey } from '../../app/use-record-edit.ts';

/** Whether a rule of the field was checked against its source: in words and with a symbol. */
export function ConfirmedMark({ confirmed }: { readonly confirmed: number }) {
  return (
    <span className="confirmed-mark">
      <span aria-hidden="true">{confirmed === 1 ? '✓' : '○'}</span>
      {confirmed === 1 ? 'Confirmed' : 'Not confirmed'}
    </span>
  );
}

type EditableConfirmedProps = {
  readonly confirmed: number;
  readonly onSave: Save<string | null>;
  readonly label?: string;
  readonly layout?: 'row' | 'bare';
};

export function EditableConfirmed({
  confirmed,
  label = 'Checked against the source',
  ...rest
}: EditableConfirmedProps) {
  return <EditableSelect {...rest} label={label} options={options} value={flagKey(confirmed)} show={showMark} />;
}

const options: readonly Option[] = [
  { key: 'yes', label: 'Confirmed', note: 'The source was seen and says so.' },
  { key: 'no', label: 'Not confirmed', note: 'Plausible, but check it against the source before relying on it.' },
];

const showMark = ({ key }: Option) => <ConfirmedMark confirmed={key === 'yes' ? 1 : 0} />;
