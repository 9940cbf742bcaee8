import { closeBoard } from '../../app/screens.ts';
import { Button } from '../../ui/index.ts';
import { Doorway } from './Doorway.tsx';

/** The laptop has asked to join, and the board has not come yet. */
export function WaitsToJoin() {
  return (
    <Doorway
      title="Waiting to join a board"
      lead="This laptop has asked to join a board. The board opens here once another laptop has let this one in and its first file has been taken in."
    >
      <div className="doorway-foot">
        <Button kind="quiet" onPress={() => void closeBoard()}>
          Choose another board
        </Button>
      </div>
    </Doorway>
  );
}
