import { closeOverFrame, useOverFrame } from '../state/over-frame.ts';
import { Button, Dialog, KeyHint } from '../ui/index.ts';

type Shortcut = { readonly keys: readonly string[]; readonly does: string };

const groups: readonly { readonly heading: string; readonly shortcuts: readonly Shortcut[] }[] = [
  {
    heading: 'Everywhere',
    shortcuts: [
      { keys: ['Ctrl+K'], does: 'Find any record, go to a place, do something' },
      { keys: ['Ctrl+F', '/'], does: 'Find in this place' },
      { keys: ['Alt+←', 'Alt+→'], does: 'Go back or forward to what was looked at' },
      { keys: ['Alt+1 to 9'], does: 'Go to a place of the rail, from the first on' },
      { keys: ['Ctrl+Z'], does: 'Undo the last change' },
      { keys: ['Ctrl+Y', 'Ctrl+Shift+Z'], does: 'Redo' },
      { keys: ['Ctrl+L'], does: 'Lock the board' },
      { keys: ['F6'], does: 'Go to the messages' },
      { keys: ['?'], does: 'Show this help' },
    ],
  },
  {
    heading: 'In a list',
    shortcuts: [
      { keys: ['↑', '↓'], does: 'Move between rows' },
      { keys: ['Enter'], does: 'Open the row' },
      { keys: ['Space'], does: 'Select the row' },
      { keys: ['Ctrl+A'], does: 'Select everything' },
      { keys: ['Esc'], does: 'Close the panel' },
    ],
  },
  {
    heading: 'Editing in place',
    shortcuts: [
      { keys: ['Enter', 'F2'], does: 'Edit the value' },
      { keys: ['Enter'], does: 'Save a line' },
      { keys: ['Ctrl+Enter'], does: 'Save a long text' },
      { keys: ['Esc'], does: 'Put the value back as it was' },
    ],
  },
];

export function ShortcutHelp() {
  const isOpen = useOverFrame(({ open }) => open === 'shortcuts');
  return (
    <Dialog
      isOpen={isOpen}
      onClose={closeOverFrame}
      title="Keyboard shortcuts"
      width="wide"
      footer={<Button onPress={closeOverFrame}>Close</Button>}
    >
      <div className="app-shortcuts">
        {groups.map(({ heading, shortcuts }) => (
          <section key={heading}>
            <h3>{heading}</h3>
            <dl>
              {shortcuts.map(({ keys, does }) => (
                <div key={does}>
                  <dt>{does}</dt>
                  <dd>
                    {keys.map((key) => (
                      <KeyHint key={key} keys={key} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
