import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button as RowButton } from 'react-aria-components';
import type { RecentBoard } from '../../../db/contract/shell.ts';
import { formatInstant } from '../../app/format-instant.ts';
import { shell } from '../../shell/index.ts';
import { Icon, IconButton, Spinner } from '../../ui/index.ts';

type RecentBoardsProps = { readonly onOpen: (id: string) => void; readonly busy: string | null };

const queryKey = ['recent boards'];

export function RecentBoards({ onOpen, busy }: RecentBoardsProps) {
  const { data: boards = [] } = useQuery({ queryKey, queryFn: () => shell.recentBoards() });
  const queries = useQueryClient();
  const forget = async (id: string): Promise<void> => {
    await shell.forgetBoard(id);
    await queries.invalidateQueries({ queryKey });
  };
  if (boards.length === 0) return null;
  return (
    <section className="recent" aria-labelledby="recent-heading">
      <h2 id="recent-heading">Your boards</h2>
      <ul>
        {boards.map((board) => (
          <li key={board.id} className="recent-board">
            <RowButton className="recent-open" isDisabled={!board.found} onPress={() => onOpen(board.id)}>
              <Icon name="reviews" />
              <span className="recent-words">
                <span className="recent-name">{board.name || board.folderName}</span>
                <span className="recent-note">{noteOf(board)}</span>
              </span>
              {busy === `recent ${board.id}` ? (
                <Spinner label="Opening" />
              ) : (
                board.found && <Icon name="chevron-right" />
              )}
            </RowButton>
            <IconButton
              icon="close"
              size="small"
              label={`Take ${board.name || board.folderName} off this list`}
              onPress={() => void forget(board.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

const noteOf = ({ folderName, openedAt, found }: RecentBoard): string =>
  found
    ? `Folder “${folderName}”, last opened ${formatInstant(openedAt)}`
    : `Folder “${folderName}” cannot be found now. Plug in its stick or drive, or take it off this list: the board itself stays as it is.`;
