import { Checkbox, IconButton } from '../../ui/index.ts';
import { ChoiceGroup } from './ChoiceGroup.tsx';
import type { PackForm } from './pack-form.ts';
import { SECTION_WORDS } from './pack-words.ts';

type Sections = PackForm['sections'];

type SectionChoicesProps = {
  readonly sections: Sections;
  readonly problem?: string | undefined;
  readonly onChange: (sections: Sections) => void;
};

/** What goes into the pack, in the order in which it is printed. */
export function SectionChoices({ sections, problem, onChange }: SectionChoicesProps) {
  return (
    <ChoiceGroup label="Sections" hint="After the cover, in this order." problem={problem}>
      <ol className="pack-sections">
        {sections.map(({ id, isChosen }, position) => (
          <li key={id}>
            <Checkbox
              hint={SECTION_WORDS[id].holds}
              isSelected={isChosen}
              onChange={(chosen) => onChange(sections.with(position, { id, isChosen: chosen }))}
            >
              {SECTION_WORDS[id].label}
            </Checkbox>
            <span className="pack-section-moves">
              <IconButton
                size="small"
                icon="chevron-up"
                label={`Move up: ${SECTION_WORDS[id].label}`}
                isDisabled={position === 0}
                onPress={() => onChange(moved(sections, position, -1))}
              />
              <IconButton
                size="small"
                icon="chevron-down"
                label={`Move down: ${SECTION_WORDS[id].label}`}
                isDisabled={position === sections.length - 1}
                onPress={() => onChange(moved(sections, position, 1))}
              />
            </span>
          </li>
        ))}
      </ol>
    </ChoiceGroup>
  );
}

const moved = (sections: Sections, from: number, by: 1 | -1): Sections => {
  const taken = sections[from];
  return taken === undefined ? sections : sections.toSpliced(from, 1).toSpliced(from + by, 0, taken);
};
