import { useBoard } from '../../../app/use-board.ts';
import { ComboBox, type FieldWords, Tag } from '../../../ui/index.ts';

type ThemePicksProps = FieldWords & {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** Themes that cannot be meant here. */
  readonly without?: readonly string[];
  readonly autoFocus?: boolean;
};

/** Several themes, found one after the other. */
export function ThemePicks({ chosen, onChange, without = [], ...words }: ThemePicksProps) {
  const { themes } = useBoard();
  const nameOf = new Map(themes.map(({ id, name }) => [id, name]));
  const options = themes
    .filter(({ id }) => !chosen.includes(id) && !without.includes(id))
    .map(({ id, name, parentThemeId }) => ({ key: id, label: name, note: nameOf.get(parentThemeId ?? '') }));
  return (
    <div className="act-picks">
      <ComboBox
        // A new field for each choice, so that it is empty again after the last.
        key={chosen.length}
        {...words}
        options={options}
        value={null}
        onChange={(id) => id !== null && onChange([...chosen, id])}
        width="full"
      />
      {chosen.length > 0 && (
        <div className="action-tags">
          {chosen.map((id) => (
            <Tag
              key={id}
              onRemove={() => onChange(chosen.filter((other) => other !== id))}
              removeLabel={`Leave out ${nameOf.get(id) ?? 'this theme'}`}
            >
              {nameOf.get(id)}
            </Tag>
          ))}
        </div>
      )}
    </div>
  );
}
