import { useEffect, useRef, useState } from 'react';
import { useBoard } from '../../../app/use-board.ts';
import { Button, ComboBox } from '../../../ui/index.ts';
import { themeOptions } from './theme-options.ts';

export type AddThemeProps = {
  /** Read aloud for the button and the field. */
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onAdd: (themeId: string) => void;
};

/** Find a theme as you type; choosing adds it, and the field stays for the next. Escape puts it away. */
export function AddTheme({ label, chosen, onAdd }: AddThemeProps) {
  const { themes } = useBoard();
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const close = (): void => {
    setOpen(false);
    requestAnimationFrame(() => place.current?.querySelector('button')?.focus());
  };
  return (
    <div
      ref={place}
      className="review-add-theme"
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && close()}
    >
      {isOpen ? (
        <AddThemeField
          // A new field for each theme, so that it is empty again after the last.
          key={chosen.length}
          label={label}
          options={themeOptions(themes, chosen)}
          onAdd={onAdd}
        />
      ) : (
        <Button kind="quiet" size="small" icon="add" aria-label={label} onPress={() => setOpen(true)}>
          Add a theme
        </Button>
      )}
    </div>
  );
}

type AddThemeFieldProps = Pick<AddThemeProps, 'label' | 'onAdd'> & {
  readonly options: ReturnType<typeof themeOptions>;
};

function AddThemeField({ label, options, onAdd }: AddThemeFieldProps) {
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => field.current?.querySelector('input')?.focus(), []);
  return (
    <div ref={field}>
      <ComboBox
        label={label}
        hideLabel
        placeholder="Find a theme"
        options={options}
        value={null}
        onChange={(key) => key !== null && onAdd(key)}
      />
    </div>
  );
}
