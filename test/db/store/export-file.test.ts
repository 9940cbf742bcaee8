import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSplitter, readExportContents, readExportText } from '../../../db/store/export-file.ts';
import { refusalOf, temporaryFolder } from '../../support/board.ts';

const splitIn = (bytes: Uint8Array, length: number): { rest: string; contents: unknown[] } => {
  const rest: Uint8Array[] = [];
  const contents: unknown[] = [];
  let content: Uint8Array[] = [];
  const split = createSplitter(
    (part, run) => (part === 'rest' ? rest : content).push(run.slice()),
    () => {
      contents.push(JSON.parse(Buffer.concat(content).toString()));
      content = [];
    },
  );
  for (let from = 0; from < bytes.length; from += length) split(bytes.subarray(from, from + length));
  return { rest: Buffer.concat(rest).toString(), contents };
};

const names = fc.oneof(fc.constantFrom('attachmentContents', 'x"}],', '\\"', 'é]'), fc.string());

it('attached files are cut out of any document, however it is spaced and wherever its portions end', () => {
  fc.assert(
    fc.property(
      fc.dictionary(names, fc.jsonValue()),
      fc.array(fc.dictionary(names, fc.jsonValue())),
      fc.dictionary(names, fc.jsonValue()),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(undefined, 1, '\t'),
      (before, attachmentContents, after, length, space) => {
        const { attachmentContents: _, ...others } = { ...before, ...after };
        const document = { before, attachmentContents, ...others };
        const { rest, contents } = splitIn(Buffer.from(JSON.stringify(document, null, space)), length);
        expect(contents).toEqual(JSON.parse(JSON.stringify(attachmentContents)));
        expect(JSON.parse(rest)).toEqual(JSON.parse(JSON.stringify({ ...document, attachmentContents: [] })));
      },
    ),
    { seed: 20, numRuns: 300 },
  );
});

it('a list of attached files that holds anything else, or one that is too large or cut off, is refused by its place', async () => {
  const file = path.join(temporaryFolder(), 'export.json');
  const read = (text: string): Promise<{ readonly details: Readonly<Record<string, unknown>> }> => {
    writeFileSync(file, text);
    return refusalOf(Promise.resolve().then(() => [...readExportContents(file)]));
  };
  writeFileSync(file, '{"attachmentContents":[1,{"a":1},2]}');
  expect(readExportText(file)).toBe('{"attachmentContents":[12]}');
  expect((await read('{"attachmentContents":[{"a":1},[2]]}')).details['at']).toBe('attachmentContents[1]');
  expect((await read('{"attachmentContents":[{"a":1},{"b":]}]}')).details['at']).toBe('attachmentContents[1]');
  const large = `{"attachmentContents":[{"bytes":"${'A'.repeat(41 * 1024 * 1024)}"}]}`;
  expect((await read(large)).details['problem']).toBe('it is larger than any attached file can be');
});

it('attached files that are longer than a portion of the file come whole', () => {
  const file = path.join(temporaryFolder(), 'export.json');
  const contents = ['A', 'B', 'C'].map((letter) => ({ bytes: letter.repeat(1_500_000) }));
  writeFileSync(file, JSON.stringify({ records: 'r'.repeat(2_500_000), attachmentContents: contents }));
  expect([...readExportContents(file)]).toEqual(contents);
  expect(JSON.parse(readExportText(file))).toEqual({ records: 'r'.repeat(2_500_000), attachmentContents: [] });
});
