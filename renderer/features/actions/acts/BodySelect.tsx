import { BODY_KIND_LABELS } from '../../../../db/domain/codes.ts';
import { useBoard } from '../../../app/use-board.ts';
import { ComboBox, type FieldWords } from '../../../ui/index.ts';

type BodySelectProps = FieldWords & {
  readonly value: string | null;
  readonly onChange: (bodyId: string | null) => void;
  readonly autoFocus?: boolean;
};

/** One of the board's bodies: its sub-groups, its executive, the board itself. */
export function BodySelect(props: BodySelectProps) {
  const { bodies } = useBoard();
  const options = bodies.map(({ id, name, kind }) => ({ key: id, label: name, note: BODY_KIND_LABELS[kind] }));
  return <ComboBox {...props} options={options} width="full" />;
}
