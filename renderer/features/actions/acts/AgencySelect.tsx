import { useBoard } from '../../../app/use-board.ts';
import { ComboBox, type FieldWords } from '../../../ui/index.ts';

type AgencySelectProps = FieldWords & {
  readonly value: string | null;
  readonly onChange: (agencyId: string | null) => void;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
};

export function AgencySelect(props: AgencySelectProps) {
  const { agencies } = useBoard();
  const options = agencies.map(({ id, name, shortName }) => ({ key: id, label: name, note: shortName || undefined }));
  return <ComboBox {...props} options={options} width="full" />;
}
