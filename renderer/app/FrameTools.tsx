import { useQuery } from '@tanstack/react-query';
import { api } from '../client.ts';
import { useSaving } from '../state/saving.ts';
import { IconButton, SavedIndicator } from '../ui/index.ts';
import { redoNext, undoNext } from './commands.ts';
import { lockBoard } from './screens.ts';
import { inSentence } from './use-save.ts';

/** At the end of the top strip: that the work is safe, what can be taken back, and the lock. */
export function FrameTools() {
  const { undo, redo } = useQuery(api.history.next.queryOptions()).data ?? { undo: null, redo: null };
  return (
    <>
      <Saved />
      <IconButton
        icon="undo"
        label={undo === null ? 'Nothing to undo' : `Undo: ${inSentence(undo.words)}`}
        keys="Ctrl+Z"
        isDisabled={undo === null}
        onPress={() => void undoNext()}
      />
      <IconButton
        icon="redo"
        label={redo === null ? 'Nothing to redo' : `Redo: ${inSentence(redo.words)}`}
        keys="Ctrl+Y"
        isDisabled={redo === null}
        onPress={() => void redoNext()}
      />
      <IconButton icon="lock" label="Lock the board" keys="Ctrl+L" onPress={() => lockBoard('command')} />
    </>
  );
}

function Saved() {
  const { underWay, savedAt, failed } = useSaving();
  if (underWay > 0) return <SavedIndicator state="saving" />;
  if (failed) return <SavedIndicator state="failed" />;
  return savedAt === null ? null : <SavedIndicator state="saved" at={new Date(savedAt)} />;
}
