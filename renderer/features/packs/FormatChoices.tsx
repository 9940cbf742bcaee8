import type { PackFormat } from '../../../db/contract/packs.ts';
import { Checkbox } from '../../ui/index.ts';
import { ChoiceGroup } from './ChoiceGroup.tsx';
import { FORMAT_WORDS, FORMATS_IN_ORDER } from './pack-words.ts';

type FormatChoicesProps = {
  readonly chosen: readonly PackFormat[];
  readonly onChange: (chosen: readonly PackFormat[]) => void;
};

export function FormatChoices({ chosen, onChange }: FormatChoicesProps) {
  const withOne = (format: PackFormat, isChosen: boolean): readonly PackFormat[] =>
    FORMATS_IN_ORDER.filter((other) => (other === format ? isChosen : chosen.includes(other)));
  return (
    <ChoiceGroup label="Save as" problem={chosen.length === 0 ? 'Choose at least one format.' : undefined}>
      {FORMATS_IN_ORDER.map((format) => (
        <Checkbox
          key={format}
          hint={FORMAT_WORDS[format].holds}
          isSelected={chosen.includes(format)}
          onChange={(isChosen) => onChange(withOne(format, isChosen))}
        >
          {FORMAT_WORDS[format].label}
        </Checkbox>
      ))}
    </ChoiceGroup>
  );
}
