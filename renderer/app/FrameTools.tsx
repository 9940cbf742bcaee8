import { useQuery } from '@tanstack/react-query';
import { api } from '../client.ts';
import { useSaving } from '../state/saving.ts';
import { IconButton, SavedIndicator } from '../ui/index.ts';
import { redoNext, undoNext } from './commands.ts';
import { lockBoard } from './screens.ts';
import { useEarlierDay } from './use-earlier-day.ts';
import { inSentence, onRecord } from './use-save.ts';

/** At the end of the top strip: that the work is safe, what can be taken back, and the lock. */
export function FrameTools() {
  const isPast = useEarlierDay() !== null;
  const { data } = useQuery(api.history.next.queryOptions());
  const { undo, redo, stays } = data ?? { undo: null, redo: null, stays: null };
  const nothing = isPast ? 'Nothing can be taken back on an earlier day' : 'Nothing to undo';
  return (
    <>
      <Saved />
      <IconButton
        icon="undo"
        label={
          stays !== null
            ? `Undo: “${stays.words}” stays on record`
            : undo === null
              ? nothing
              : `Undo: ${inSentence(undo.words)}${onRecord(undo)}`
        }
        keys="Ctrl+Z"
        isDisabled={undo === null && stays === null}
        onPress={() => void undoNext()}
      />
      <IconButton
        icon="redo"
        label={
          redo === null ? (isPast ? nothing : 'Nothing to redo') : `Redo: ${inSentence(redo.words)}${onRecord(redo)}`
        }
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
