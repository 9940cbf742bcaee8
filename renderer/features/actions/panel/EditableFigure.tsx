import { EditableText, type Save, type SaveResult } from '../../../ui/index.ts';

type EditableFigureProps = {
  readonly label: string;
  readonly unit: string;
  readonly value: number | null;
  readonly onSave: Save<number | null>;
};

/** A measured figure, which need not be whole: "92.5". */
export function EditableFigure({ label, unit, value, onSave }: EditableFigureProps) {
  const saveText: Save<string> = async (text, options): Promise<SaveResult<string>> => {
    const figure = readFigure(text);
    if (figure === undefined) return { ok: false, message: 'Type a figure, such as 92.5.' };
    const result = await onSave(figure, options);
    if (result.ok || result.current === undefined) return result as SaveResult<string>;
    return { ...result, current: figureText(result.current) };
  };
  return (
    <EditableText label={unit === '' ? label : `${label} (${unit})`} value={figureText(value)} onSave={saveText} />
  );
}

const figureText = (value: number | null): string => (value === null ? '' : String(value));

/** Null for nothing; undefined for what is not a figure. */
const readFigure = (text: string): number | null | undefined => {
  const plain = text.replaceAll(',', '').replace(/%$/, '').trim();
  if (plain === '') return null;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
};
