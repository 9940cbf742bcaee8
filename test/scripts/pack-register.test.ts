import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { RegisteredPack } from '../../db/contract/pack-register.ts';
import { check } from '../../scripts/commands/check.ts';
import { type Command, UsageError, type Values } from '../../scripts/commands/command.ts';
import { exportCommand } from '../../scripts/commands/export.ts';
import { importCommand } from '../../scripts/commands/import.ts';
import { pack } from '../../scripts/commands/pack.ts';
import { writtenDocuments } from '../../scripts/commands/pack-documents.ts';
import { packCompare } from '../../scripts/commands/pack-compare.ts';
import { packs } from '../../scripts/commands/packs.ts';
import { saveBeside } from '../../scripts/commands/save-beside.ts';
import { examplePack } from '../db/packs/example-pack.ts';
import { boardFolder, PASSPHRASE, refusalOf, SAMPLE, temporaryFolder } from '../support/board.ts';

const before = process.env.TRACKER_PASSPHRASE;
afterAll(() => {
  if (before === undefined) delete process.env.TRACKER_PASSPHRASE;
  else process.env.TRACKER_PASSPHRASE = before;
});

/** The folder of a board that the commands can open. */
const boardOf = (kind: 'board' | 'sample'): Promise<string> => {
  process.env.TRACKER_PASSPHRASE = kind === 'sample' ? SAMPLE : PASSPHRASE;
  return boardFolder(kind);
};

const run = async (command: Command, positionals: readonly string[], values: Values = {}) => {
  const said: string[] = [];
  const { signal } = new AbortController();
  const result = await command.run({ positionals, values, signal, say: (words) => said.push(words) });
  return { ...result, json: result.json as Record<string, unknown>, said: said.join('\n') };
};

const FEW = { sections: 'cover,one-page', format: 'html,json' };
const register = async (folder: string): Promise<readonly RegisteredPack[]> =>
  (await run(packs, [folder])).json.packs as readonly RegisteredPack[];
/** What a command refuses as called wrongly. */
const usage = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UsageError)) throw new Error('it was not refused as used wrongly');
  return error.message;
};

describe('the register of packs on the command line', () => {
  it('records a pack once its files are there, lists it, and writes it again the same', async () => {
    const [folder, out, again] = [await boardOf('sample'), temporaryFolder(), temporaryFolder()];
    expect((await run(packs, [folder])).words).toContain('No pack was issued yet.');
    const made = await run(pack, [folder], { ...FEW, out });
    expect(made.said).toContain('(2 of 2)');
    expect(made.said).toContain('Recorded as pack 1 of the register');
    expect(made.json).toMatchObject({ register: { number: 1 } });
    const [issued] = await register(folder);
    expect(issued).toMatchObject({ title: 'Status pack', templateName: 'Board pack', audience: 'board' });
    expect(issued?.documents.map(({ fileName }) => fileName).toSorted()).toEqual(readdirSync(out).toSorted());

    const short = issued?.id.slice(0, 13) ?? '';
    const repeated = await run(packs, [folder], { again: short, out: again });
    expect(repeated).toMatchObject({
      ok: true,
      json: { number: 1, files: [{ verdict: 'same' }, { verdict: 'same' }] },
    });
    expect(repeated.words).toContain('byte for byte');
    for (const name of readdirSync(out))
      expect(readFileSync(path.join(again, name)).equals(readFileSync(path.join(out, name))), name).toBe(true);

    const other = await run(packs, [folder], { again: '1', out: again, format: 'csv' });
    expect(other.words).toContain('was not issued as CSV');
  });

  it('compares first and writes beside what is in the folder, be it the issued file itself', async () => {
    const [folder, out] = [await boardOf('board'), temporaryFolder()];
    await run(pack, [folder], { ...FEW, out });
    const [html = '', json = ''] = readdirSync(out).toSorted();
    writeFileSync(path.join(out, json), 'somebody wrote in it');
    const issued = readFileSync(path.join(out, html));
    const again = await run(packs, [folder], { again: '1', out });
    expect(again).toMatchObject({ ok: true, json: { files: [{ verdict: 'same' }, { verdict: 'same' }] } });
    expect(readFileSync(path.join(out, html)).equals(issued)).toBe(true);
    expect(readFileSync(path.join(out, json), 'utf8')).toBe('somebody wrote in it');
    const beside = html.replace('.html', ' (2).html');
    expect(readFileSync(path.join(out, beside)).equals(issued)).toBe(true);
    expect(again.said).toContain(`“${html}” is there already and stays as it is. Beside it: “${beside}”.`);
  });

  it('leaves a pack out when asked to, and compares two that it holds', async () => {
    const [folder, out] = [await boardOf('sample'), temporaryFolder()];
    const few = { sections: 'cover', format: 'json', out };
    const unrecorded = await run(pack, [folder], { ...few, 'no-register': true });
    expect(unrecorded.json).toMatchObject({ register: null });
    expect(await register(folder)).toEqual([]);
    await run(pack, [folder], { ...few, 'as-at': '2025-01-15', title: 'Spring' });
    await run(pack, [folder], { ...few, since: '1', title: 'Autumn' });
    const compared = await run(packCompare, [folder, '2', '1']);
    expect(compared.words).toMatch(/^From pack 1 “Spring” .* to pack 2 “Autumn”/);
    expect(compared.words).toContain('Open actions: ');
    expect(await usage(run(packCompare, [folder, '1', '9']))).toContain('There is no pack “9” in the register.');
    expect(await usage(run(packCompare, [folder, '1', '0']))).toContain('There are several packs “0”');
    expect((await refusalOf(run(packCompare, [folder, '1', '1']))).code).toBe('bad-input');
  });

  it('goes with the board when it is exported and imported, where the pack is still made again the same', async () => {
    const [folder, out, elsewhere] = [await boardOf('board'), temporaryFolder(), temporaryFolder()];
    await run(pack, [folder], { ...FEW, out });
    const [file, copy] = [path.join(elsewhere, 'board.json'), path.join(elsewhere, 'board')];
    await run(exportCommand, [folder], { out: file });
    await run(importCommand, [copy, file]);
    expect(await register(copy)).toEqual(await register(folder));
    const again = await run(packs, [copy], { again: '1', out: path.join(elsewhere, 'again') });
    expect(again).toMatchObject({ ok: true, json: { files: [{ verdict: 'same' }, { verdict: 'same' }] } });
    expect((await run(check, [copy])).ok).toBe(true);
  });
});

describe('what a pack is asked to be', () => {
  it('is said by template, audience, year and subject, each checked before anything is written', async () => {
    const [folder, out] = [await boardOf('board'), path.join(temporaryFolder(), 'pack')];
    const asked = (values: Values) => usage(run(pack, [folder], { out, format: 'json', ...values }));
    expect(await asked({ template: 'Not one' })).toContain('The templates of this board:\n  Board pack');
    expect(await asked({ audience: 'press' })).toContain('--audience is one of board, public');
    expect(await asked({ year: '2025-27' })).toContain('such as 2025-26');
    expect(await asked({ template: 'one-review-briefing' })).toContain('--review REF');
    expect(await asked({ template: 'agency-pack' })).toContain('--agency NAME');
    expect(await asked({ agency: 'Nobody' })).toContain('There is no agency called “Nobody”');
    expect(await asked({ since: 'yesterday' })).toContain('There is no pack “yesterday”');
    expect(await refusalOf(run(pack, [folder], { out, review: 'NONE/1' }))).toMatchObject({ code: 'not-found' });
    expect(readdirSync(path.dirname(out))).toEqual([]);
    expect(await usage(run(packs, [folder], { out }))).toContain('--again PACK');
    expect(await usage(run(packs, [folder], { again: '1' }))).toContain('--out DIR');
    const made = await run(pack, [folder], { out, format: 'json', template: 'annual report section', year: '2025-26' });
    expect(String(made.json.files)).toContain('Annual report section - ');
    expect((await register(folder))[0]).toMatchObject({ templateName: 'Annual report section' });
  });
});

describe('saving over a file that is open', () => {
  const held = (code: string) => (file: string, bytes: Uint8Array) => {
    if (!file.endsWith(').docx')) throw Object.assign(new Error('held'), { code });
    written.push([path.basename(file), bytes.length]);
  };
  const written: [string, number][] = [];

  it('keeps the work beside it and says under which name', async () => {
    const [folder, out] = [await boardOf('board'), temporaryFolder()];
    const few = { sections: 'cover', format: 'json', out };
    const first = String((await run(pack, [folder], { ...few, 'no-register': true })).json.files);
    const other = temporaryFolder();
    const name = path.basename(first);
    mkdirSync(path.join(other, name));
    const made = await run(pack, [folder], { ...few, out: other });
    const beside = name.replace('.json', ' (2).json');
    expect(made.said).toContain(`The new one is beside it: “${beside}”.`);
    expect(readFileSync(path.join(other, beside)).equals(readFileSync(first))).toBe(true);
    expect((await register(folder))[0]?.documents).toMatchObject([{ fileName: beside }]);
    expect(readdirSync(other).toSorted()).toEqual([beside, name].toSorted());
  });

  it.runIf(existsSync('/dev/full'))('records what was saved, names what was not, and ends with a failure', async () => {
    const [folder, out] = [await boardOf('board'), temporaryFolder()];
    await run(pack, [folder], { ...FEW, out, 'no-register': true });
    const [html = '', json = ''] = readdirSync(out).toSorted();
    const refused = temporaryFolder();
    const fill = (): void => symlinkSync('/dev/full', path.join(refused, `${json}.part`));
    fill();
    const made = await run(pack, [folder], { ...FEW, out: refused });
    expect(made).toMatchObject({ ok: false, json: { unsaved: [json], register: { number: 1 } } });
    expect(made.words).toBe(path.join(refused, html));
    expect(made.said).toContain(`“${json}” is not saved. The disk that “${refused}” is on is full. `);
    expect((await register(folder))[0]?.documents).toMatchObject([{ fileName: html }]);
    fill();
    const none = await refusalOf(run(pack, [folder], { ...FEW, format: 'json', out: refused }));
    expect(none).toEqual({ code: 'disk-full', details: { folder: refused } });
    expect(await register(folder)).toHaveLength(1);
    const inFile = await refusalOf(run(pack, [folder], { ...FEW, out: path.join(out, html) }));
    expect(inFile.details.problem).toContain('a file has its name');
  });

  it('gives up a print as soon as it is cancelled, under way or before the browser has the document', async () => {
    const never = new Promise<never>(() => undefined);
    for (const print of [async () => ({ pdf: never }), () => never]) {
      const cancel = new AbortController();
      const writing = writtenDocuments(['pdf', 'json'], examplePack, {
        printer: { print, end: async () => undefined },
        signal: cancel.signal,
        say: () => undefined,
      });
      setImmediate(() => cancel.abort());
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await refusalOf(writing)).code).toBe('cancelled');
    }
  });

  it('tells a file that another program holds from a disk that is full', async () => {
    const file = path.join(temporaryFolder(), 'pack.docx');
    for (const code of ['EBUSY', 'EPERM', 'EACCES'])
      expect(saveBeside(file, new Uint8Array(3), held(code))).toMatchObject({ insteadOf: file });
    expect(written.map(([name, size]) => `${name} ${size}`)).toEqual(Array(3).fill('pack (2).docx 3'));
    expect((await refusalOf(() => saveBeside(file, new Uint8Array(3), held('ENOSPC')))).code).toBe('disk-full');
    const nowhere = (): never => {
      throw Object.assign(new Error('held'), { code: 'EACCES' });
    };
    expect((await refusalOf(() => saveBeside(file, new Uint8Array(3), nowhere))).code).toBe('no-rights');
  });
});
