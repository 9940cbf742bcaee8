import { type FieldWords, Select } from '../../../ui/index.ts';
import { ragOptions, useRagLevels } from '../use-rag-levels.ts';

type LevelSelectProps = FieldWords & {
  readonly value: string | null;
  readonly onChange: (level: string | null) => void;
  /** What no level is called here: "Not given", "Take the rating away". */
  readonly whenNone: string;
};

const none = 'none';

/** A level of the board's RAG scheme, or none. */
export function LevelSelect({ value, onChange, whenNone, ...words }: LevelSelectProps) {
  const levels = useRagLevels();
  return (
    <Select
      {...words}
      options={[{ key: none, label: whenNone }, ...ragOptions(levels)]}
      value={value ?? none}
      onChange={(key) => onChange(key === none ? null : key)}
      width="full"
    />
  );
}
