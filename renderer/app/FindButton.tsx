import { openPalette } from '../state/over-frame.ts';
import { Button, KeyHint } from '../ui/index.ts';

export function FindButton() {
  return (
    <Button kind="quiet" icon="search" onPress={openPalette} aria-keyshortcuts="Control+K">
      Find or do… <KeyHint keys="Ctrl+K" />
    </Button>
  );
}
