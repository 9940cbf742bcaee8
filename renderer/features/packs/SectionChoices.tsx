import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { PackAudience } from '../../../db/domain/codes.ts';
import { Checkbox, IconButton, VisuallyHidden } from '../../ui/index.ts';
import { ChoiceGroup } from './ChoiceGroup.tsx';
import type { BodySection, PackForm } from './pack-form.ts';
import { SECTION_WORDS } from './pack-words.ts';
import { isFor, sectionsOf, withMoved } from './section-order.ts';

type Sections = PackForm['sections'];

type SectionChoicesProps = {
  readonly sections: Sections;
  readonly audience: PackAudience;
  readonly problem?: string | undefined;
  readonly onChange: (sections: Sections) => void;
};

/** What goes into the pack, in the order in which it is printed. Alt with the arrow keys moves the section that has the focus. */
export function SectionChoices({ sections, audience, problem, onChange }: SectionChoicesProps) {
  const [moved, setMoved] = useState('');
  const order = sectionsOf({ sections, audience });
  const keepFocus = useKeptFocus(sections);
  const move = (id: BodySection, by: -1 | 1): void => {
    const next = withMoved(sections, id, by, audience);
    if (next === sections) return setMoved(`${SECTION_WORDS[id].label} stays ${by < 0 ? 'first' : 'last'}.`);
    keepFocus();
    onChange(next);
    const place = sectionsOf({ sections: next, audience }).indexOf(id) + 1;
    setMoved(`${SECTION_WORDS[id].label} is now section ${place} of ${order.length}.`);
  };
  return (
    <ChoiceGroup
      label="Sections"
      hint="After the cover, in this order. Alt with the arrow keys moves the one that has the focus."
      problem={problem}
    >
      <ol className="pack-sections">
        {sections.map((section, position) => (
          <SectionChoice
            key={section.id}
            section={section}
            place={order.indexOf(section.id)}
            of={order.length}
            isForAudience={isFor(audience, section.id)}
            onChoose={(isChosen) => onChange(sections.with(position, { id: section.id, isChosen }))}
            onMove={(by) => move(section.id, by)}
          />
        ))}
      </ol>
      <VisuallyHidden>
        <span role="status">{moved}</span>
      </VisuallyHidden>
    </ChoiceGroup>
  );
}

/** What is moved in the page loses the focus, and so does a button that ends at the top: the section's own box then has it. */
const useKeptFocus = (sections: Sections): (() => void) => {
  const focused = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const element = focused.current;
    focused.current = null;
    element?.focus();
    if (element !== document.activeElement) element?.closest('li')?.querySelector('input')?.focus();
  }, [sections]);
  return () => {
    focused.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  };
};

type SectionChoiceProps = {
  readonly section: Sections[number];
  /** Counted from 0 among those that are printed; -1 when it is not. */
  readonly place: number;
  readonly of: number;
  readonly isForAudience: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onMove: (by: -1 | 1) => void;
};

function SectionChoice({ section: { id }, place, of, isForAudience, onChoose, onMove }: SectionChoiceProps) {
  const { label, holds } = SECTION_WORDS[id];
  const isPrinted = place >= 0;
  const onKey = (event: KeyboardEvent): void => {
    if (!isPrinted || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li onKeyDown={onKey}>
      <span className="pack-section-place" aria-hidden="true">
        {isPrinted && place + 1}
      </span>
      <Checkbox
        hint={isForAudience ? holds : 'Not for the public: nothing in it is written for them.'}
        isSelected={isPrinted}
        isDisabled={!isForAudience}
        onChange={onChoose}
      >
        {label}
      </Checkbox>
      {isPrinted && (
        <span className="pack-section-moves">
          <IconButton
            size="small"
            icon="chevron-up"
            label={`Move up: ${label}`}
            keys="Alt+↑"
            isDisabled={place === 0}
            onPress={() => onMove(-1)}
          />
          <IconButton
            size="small"
            icon="chevron-down"
            label={`Move down: ${label}`}
            keys="Alt+↓"
            isDisabled={place === of - 1}
            onPress={() => onMove(1)}
          />
        </span>
      )}
    </li>
  );
}
