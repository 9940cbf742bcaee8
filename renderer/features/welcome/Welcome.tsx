import { useState } from 'react';
import { findScreen } from '../../app/screens.ts';
import { shell } from '../../shell/index.ts';
import { takeKept } from '../../state/kept-for-reload.ts';
import { Button, Notice } from '../../ui/index.ts';
import { CreateBoard } from './CreateBoard.tsx';
import { Doorway } from './Doorway.tsx';
import { enterSampleBoard } from './enter-sample-board.ts';
import { JoinBoard } from './JoinBoard.tsx';
import { RecentBoards } from './RecentBoards.tsx';
import { useChosenBoard } from './use-chosen-board.ts';

export function Welcome() {
  const [door, setDoor] = useState(takeBeginWith);
  const { choose, busy, refusal } = useChosenBoard();
  if (door === 'create') return <CreateBoard onBack={() => setDoor(null)} />;
  if (door === 'join') return <JoinBoard onBack={() => setDoor(null)} />;
  return (
    <Doorway
      title="Welcome"
      lead="Keep track of serious case reviews and learning reviews: their action plans, sign-off, publication and themes. Everything stays on this laptop, encrypted; nothing is ever sent anywhere."
    >
      {refusal !== null && <Notice kind="error">{refusal}</Notice>}
      <RecentBoards
        onOpen={(id) => void choose(`recent ${id}`, () => shell.openRecentBoard(id), findScreen)}
        busy={busy}
      />
      <ul className="doors">
        <li>
          <h2>Create a board</h2>
          <p>For a partnership or board that starts to use this program. Takes two minutes.</p>
          <Button kind="primary" onPress={() => setDoor('create')}>
            Create a board
          </Button>
        </li>
        <li>
          <h2>Join a board that others keep</h2>
          <p>Colleagues have a board on their laptops, and this one is to have it too. They let it in.</p>
          <Button onPress={() => setDoor('join')}>Join a board</Button>
        </li>
        <li>
          <h2>Open a board</h2>
          <p>A board is a folder. Choose one that is on this laptop, a stick or a drive.</p>
          <Button
            busy={busy === 'open'}
            onPress={() => void choose('open', () => shell.chooseBoard('open', ''), findScreen)}
          >
            Open a board
          </Button>
        </li>
        <li>
          <h2>Look round first</h2>
          <p>A fictional county’s board with reviews, actions and meetings. Change anything you like in it.</p>
          <Button
            busy={busy === 'sample'}
            onPress={() => void choose('sample', () => shell.openSampleBoard(), enterSampleBoard)}
          >
            Open the sample board
          </Button>
        </li>
      </ul>
    </Doorway>
  );
}

/** The menu’s "New board…" closed the board that was open and asked to begin here. */
const takeBeginWith = (): 'create' | 'join' | null => (takeKept('beginWith') === 'new-board' ? 'create' : null);
