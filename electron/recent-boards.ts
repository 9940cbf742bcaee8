import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { writeWholeFile } from './whole-file.ts';

/**
 * The boards that were opened on this laptop, in one small file that is not encrypted.
 * Must hold: folder paths, board names and times only; nothing from inside a board.
 */
export type RememberedBoard = {
  readonly id: string;
  readonly folder: string;
  readonly name: string;
  /** Instant, milliseconds UTC. */
  readonly openedAt: number;
};

export type RecentBoards = {
  /** Newest first. */
  list(): Promise<readonly RememberedBoard[]>;
  /** Moves a folder to the top; without a name it keeps the one it had, or takes its folder's. */
  remember(folder: string, name?: string): Promise<RememberedBoard>;
  forget(id: string): Promise<void>;
};

const mostBoards = 20;

const fileContents = z.strictObject({
  version: z.literal(1),
  boards: z.array(z.strictObject({ id: z.uuid(), folder: z.string(), name: z.string(), openedAt: z.number() })),
});

export const createRecentBoards = (
  file: string,
  fixed: { readonly now: () => number; readonly newId: () => string },
): RecentBoards => {
  const list = async (): Promise<readonly RememberedBoard[]> => {
    try {
      return fileContents.parse(JSON.parse(await readFile(file, 'utf8'))).boards;
    } catch {
      // Absent or damaged: the boards themselves are not in it, they can be opened by their folder.
      return [];
    }
  };

  const save = async (boards: readonly RememberedBoard[]): Promise<void> => {
    await mkdir(path.dirname(file), { recursive: true });
    const text = `${JSON.stringify({ version: 1, boards: boards.slice(0, mostBoards) }, null, 2)}\n`;
    await writeWholeFile(file, new TextEncoder().encode(text));
  };

  return {
    list,
    remember: async (folder, name) => {
      const boards = await list();
      const known = boards.find((board) => board.folder === folder);
      const remembered: RememberedBoard = {
        id: known?.id ?? fixed.newId(),
        folder,
        name: name ?? known?.name ?? path.basename(folder),
        openedAt: fixed.now(),
      };
      await save([remembered, ...boards.filter((board) => board.folder !== folder)]);
      return remembered;
    },
    forget: async (id) => {
      const boards = await list();
      if (boards.some((board) => board.id === id)) await save(boards.filter((board) => board.id !== id));
    },
  };
};
