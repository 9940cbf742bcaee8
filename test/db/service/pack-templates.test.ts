import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PACK_TEMPLATES } from '../../../db/packs/templates.ts';
import { openSharedBoard, refusalOf, type TestBoard } from '../../support/board.ts';

let board: TestBoard & { close(): void };
beforeAll(async () => {
  board = await openSharedBoard();
});
afterAll(() => board.close());

const templates = () => board.client.packTemplates;
const own = async () => (await templates().list()).own;
const named = async (name: string) => (await own()).find((template) => template.name === name);

describe('templates of packs', () => {
  it('that come with the program are listed in their order, beside none of the board’s own', async () => {
    const { shipped, own: ours } = await templates().list();
    expect(shipped.map(({ code }) => code)).toEqual(PACK_TEMPLATES.map(({ code }) => code));
    expect(shipped[0]).toMatchObject({ name: 'Board pack', audience: 'board' });
    expect(ours).toEqual([]);
  });

  it('are kept with their sections in order, changed, renamed and removed; each can be undone', async () => {
    const { id, operationId } = await templates().save({
      name: 'Winter pack',
      purpose: 'decision',
      sections: ['cover', 'sign-off', 'exceptions'],
    });
    expect(operationId).not.toBeNull();
    expect(await named('Winter pack')).toMatchObject({
      id,
      audience: 'board',
      purpose: 'decision',
      sections: ['cover', 'sign-off', 'exceptions'],
      unknownSections: 0,
    });
    const changed = await templates().save({ id, name: 'Winter pack', sections: ['cover'] });
    expect((await named('Winter pack'))?.sections).toEqual(['cover']);
    await board.client.history.undo({ operationId: changed.operationId ?? '' });
    expect((await named('Winter pack'))?.sections).toEqual(['cover', 'sign-off', 'exceptions']);

    await templates().rename({ id, name: 'Spring pack' });
    const removed = await templates().remove({ id });
    expect(await own()).toEqual([]);
    await board.client.history.undo({ operationId: removed.operationId ?? '' });
    expect(await named('Spring pack')).toMatchObject({ id });
  });

  it('are copied from those that come with the program, under a name that is free', async () => {
    await templates().copy({ code: 'executive-exceptions' });
    await templates().copy({ code: 'executive-exceptions' });
    await templates().copy({ code: 'executive-exceptions', name: 'For the chairs' });
    const shipped = PACK_TEMPLATES.find(({ code }) => code === 'executive-exceptions');
    expect(await named('Executive exceptions (copy)')).toMatchObject({
      purpose: 'decision',
      sections: shipped?.sections,
    });
    expect(await named('Executive exceptions (copy 2)')).toBeDefined();
    expect(await named('For the chairs')).toMatchObject({ sections: shipped?.sections });
  });

  it('have a name that no other has, whoever made it and however it is written', async () => {
    const { id } = await templates().save({ name: 'Quarterly', sections: ['cover'] });
    for (const name of ['quarterly', ' Quarterly ', 'BOARD PACK']) {
      // oxlint-disable-next-line no-await-in-loop -- one board
      const refused = await refusalOf(templates().save({ name, sections: ['cover'] }));
      expect(refused).toMatchObject({ code: 'bad-input', details: { field: 'name' } });
    }
    const taken = refusalOf(templates().rename({ id, name: 'Agency pack' }));
    expect(await taken).toMatchObject({ code: 'bad-input', details: { field: 'name' } });
    const same = await templates().save({ id, name: 'Quarterly', sections: ['cover'] });
    expect(same).toMatchObject({ operationId: null });
  });

  it('refuse what no pack can be made from, and one that is not there', async () => {
    const none = refusalOf(templates().save({ name: 'Nothing', sections: [] }));
    expect(await none).toMatchObject({ code: 'bad-input', details: { field: 'sections' } });
    const twice = refusalOf(templates().save({ name: 'Twice', sections: ['cover', 'cover'] }));
    expect((await twice).code).toBe('bad-input');
    const id = '01a203bc-0000-7000-8000-000000000000';
    expect((await refusalOf(templates().rename({ id, name: 'Not there' }))).code).toBe('not-found');
    expect((await refusalOf(templates().save({ id, name: 'Not there', sections: ['cover'] }))).code).toBe('not-found');
    expect((await refusalOf(templates().copy({ code: 'no-such' }))).code).toBe('not-found');
  });

  it('of a later version show the sections that are known here, and how many are not', async () => {
    board.store.operation({ kind: 'edit-pack-template' }, (write) => {
      write.insert('packTemplates', { name: 'From later', sections: '["cover","holograms"]' });
      write.insert('packTemplates', { name: 'Not a list', sections: 'cover' });
    });
    expect(await named('From later')).toMatchObject({ sections: ['cover'], unknownSections: 1 });
    expect(await named('Not a list')).toMatchObject({ sections: [], unknownSections: 0 });
  });
});
