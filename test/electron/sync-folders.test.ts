import { describe, expect, it, vi } from 'vitest';
import type { FolderAnswer } from '../../electron/boards.ts';
import { createSyncFolders } from '../../electron/sync-folders.ts';

const choosing = ({
  answer,
  isOpen = true,
  isKnown = true,
}: {
  readonly answer: FolderAnswer;
  readonly isOpen?: boolean;
  readonly isKnown?: boolean;
}) => {
  const offerSyncFolder = vi.fn(async () => isKnown);
  const askForSyncFolder = vi.fn(async () => answer);
  const { chooseSyncFolder } = createSyncFolders({
    session: { currentFolder: async () => (isOpen ? '/boards/north' : null), offerSyncFolder },
    askForSyncFolder,
    newId: () => 'an id',
  });
  return { chooseSyncFolder, offerSyncFolder, askForSyncFolder };
};

describe('choosing a folder for sync', () => {
  it('tells the data process where it is, and the page what it is called', async () => {
    const { chooseSyncFolder, offerSyncFolder } = choosing({
      answer: { outcome: 'folder', folder: '/media/person/stick/shared' },
    });
    expect(await chooseSyncFolder()).toEqual({ outcome: 'chosen', placeId: 'an id', folderName: 'shared' });
    expect(offerSyncFolder).toHaveBeenCalledWith('an id', '/media/person/stick/shared');
  });

  it('names the root of a drive by itself', async () => {
    const { chooseSyncFolder } = choosing({ answer: { outcome: 'folder', folder: '/' } });
    expect(await chooseSyncFolder()).toMatchObject({ folderName: '/' });
  });

  it.each([
    ['the person changed their mind', { answer: { outcome: 'cancelled' } }, 'cancelled'],
    ['the board was locked meanwhile', { answer: { outcome: 'folder', folder: '/shared' }, isKnown: false }, 'refused'],
  ] as const)('tells the page nothing more when %s', async (_, given, outcome) => {
    expect((await choosing(given).chooseSyncFolder()).outcome).toBe(outcome);
  });

  it('asks nobody while no board is open', async () => {
    const { chooseSyncFolder, askForSyncFolder } = choosing({ answer: { outcome: 'cancelled' }, isOpen: false });
    expect((await chooseSyncFolder()).outcome).toBe('refused');
    expect(askForSyncFolder).not.toHaveBeenCalled();
  });
});
