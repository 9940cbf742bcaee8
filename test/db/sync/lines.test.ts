import { describe, expect, it } from 'vitest';
import { operationHash } from '../../../db/store/change-log.ts';
import { changeText, contentLines, operationText, readLine, sealLine } from '../../../db/sync/lines.ts';
import { refusalOf } from '../../support/refusals.ts';
import { createHash } from 'node:crypto';

const [A, B, C] = ['a', 'b', 'c'].map((sign) => `${sign.repeat(8)}-1111-7222-8333-444444444444`) as [
  string,
  string,
  string,
];
const HASH = '1'.repeat(64);
const OPERATION = {
  previousHash: HASH,
  id: A,
  deviceId: B,
  sequence: 7,
  clock: '01a207a246080000',
  actor: 'Board manager',
  kind: 'edit',
  reason: 'Ŵyl “quoted” \n',
  undoes: null,
  seen: null,
};
const CHANGE = { tableName: 'agencies', rowId: C, field: 'name', old: null, new: 'Heddlu', parent: A };
const MAKING = {
  ...CHANGE,
  field: '',
  new: JSON.stringify({ id: C, name: 'Heddlu', weight: -0.5, removed: null }),
  parent: null,
};
const SEAL = { deviceId: B, sequence: 7, hash: HASH, signature: 'ab'.repeat(64) };

const read = (text: string) => readLine(Buffer.from(text), 19);

describe('the lines of a payload', () => {
  it('are written and read, an operation with what it had seen or without', () => {
    const seen = { ...OPERATION, undoes: C, seen: JSON.stringify({ [A]: 3, [C]: 9 }) };
    expect(operationText(OPERATION)).toBe(
      `["${HASH}","${A}","${B}",7,"01a207a246080000","Board manager","edit","Ŵyl “quoted” \\n",null]`,
    );
    expect(read(operationText(OPERATION))).toEqual({ kind: 'operation', operation: OPERATION });
    expect(read(operationText(seen))).toEqual({ kind: 'operation', operation: seen });
    expect(changeText(CHANGE)).toBe(`["agencies","${C}","name",null,"Heddlu","${A}"]`);
    expect(read(changeText(CHANGE))).toEqual({ kind: 'change', change: CHANGE, made: null });
    expect(read(changeText(MAKING))).toEqual({
      kind: 'change',
      change: MAKING,
      made: { id: C, name: 'Heddlu', weight: -0.5, removed: null },
    });
    expect(sealLine(SEAL)).toBe(`{"seal":["${B}",7,"${HASH}","${'ab'.repeat(64)}"]}`);
    expect(read(sealLine(SEAL))).toEqual({ kind: 'seal', seal: SEAL });
  });

  it('are what the chain of a board hashes', () => {
    const hash = createHash('sha256');
    for (const line of [operationText(OPERATION), changeText(MAKING), changeText(CHANGE)]) hash.update(`${line}\n`);
    expect(hash.digest('hex')).toBe(operationHash(OPERATION, [MAKING, CHANGE]));
  });

  it('hold an attached file in pieces of 48 KB, an empty one in one', () => {
    const bytes = Buffer.alloc(100_000, 7);
    const lines = [...contentLines(HASH, bytes)];
    expect(lines[2]).toBe(`{"content":"${HASH}","at":98304,"bytes":"${bytes.subarray(98_304).toString('base64')}"}`);
    expect(lines.map((line) => read(line)).map((line) => (line.kind === 'content' ? line.piece.at : null))).toEqual([
      0, 49_152, 98_304,
    ]);
    expect([...contentLines(HASH, Buffer.alloc(0))]).toEqual([`{"content":"${HASH}","at":0,"bytes":""}`]);
  });

  const operation = (part: Partial<Record<keyof typeof OPERATION, unknown>>): string =>
    operationText({ ...OPERATION, ...part } as typeof OPERATION);
  const change = (part: Partial<Record<keyof typeof CHANGE, unknown>>): string =>
    changeText({ ...CHANGE, ...part } as typeof CHANGE);
  const making = (row: unknown): string => changeText({ ...MAKING, new: JSON.stringify(row) });

  it.each([
    ['nothing', ''],
    ['white space', operationText(OPERATION).replaceAll(',', ', ')],
    ['a word', 'true'],
    ['a text', '"text"'],
    ['null', 'null'],
    ['an empty list', '[]'],
    ['a list of seven', '[1,2,3,4,5,6,7]'],
    ['a list of eleven', '[1,2,3,4,5,6,7,8,9,10,11]'],
    ['an object of something else', '{"more":1}'],
    ['brackets that do not end', '['.repeat(1000)],
    ['brackets deeper than can be written', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
    ['4 MB of brackets', '['.repeat(4_000_000)],
    ['4 MB of objects', '{"a":'.repeat(800_000)],
    ['a number written otherwise', operationText(OPERATION).replace(',7,', ',7.0,')],
    ['a sign written otherwise', operationText(OPERATION).replace('edit', '\\u0065dit')],
    ['a slash written otherwise', change({ new: 'a/b' }).replace('/', '\\/')],
    ['minus nothing', change({ new: 5 }).replace(',5,', ',-0,')],
    ['a number larger than all', change({ new: 5 }).replace(',5,', ',1e999,')],
    ['a number with more figures than it can hold', change({ new: 5 }).replace(',5,', ',12345678901234567890,')],
    ['half a sign', change({ new: '\ud800' })],
    ['half a sign in a reason', operation({ reason: '\udc00' })],
    ['a byte order mark', `\ufeff${operationText(OPERATION)}`],
    ['an operation whose id is none', operation({ id: 'x' })],
    ['an id in capitals', operation({ id: A.toUpperCase() })],
    ['a device that is none', operation({ deviceId: null })],
    ['number 0', operation({ sequence: 0 })],
    ['a number as text', operation({ sequence: '7' })],
    ['half a number', operation({ sequence: 7.5 })],
    ['a clock of 15 digits', operation({ clock: '01a207a24608000' })],
    ['a clock in capitals', operation({ clock: '01A207A246080000' })],
    ['a clock after the year 9999', operation({ clock: 'e677d21fdc000000' })],
    ['a reason that is a number', operation({ reason: 5 })],
    ['an actor that is nothing', operation({ actor: null })],
    ['what it takes back that is no id', operation({ undoes: '' })],
    ['a previous hash that is none', operation({ previousHash: '' })],
    ['nothing seen, written out', `${operationText(OPERATION).slice(0, -1)},null]`],
    ['an empty seen', operation({ seen: '{}' })],
    ['seen as an object', operation({ seen: { [A]: 1 } })],
    ['seen in no order', operation({ seen: JSON.stringify({ [C]: 1, [A]: 1 }) })],
    ['seen with white space', operation({ seen: `{"${A}": 1}` })],
    ['seen of itself', operation({ seen: JSON.stringify({ [B]: 1 }) })],
    ['seen up to nothing', operation({ seen: JSON.stringify({ [A]: 0 }) })],
    ['seen of no device', operation({ seen: '{"__proto__":1}' })],
    ['a table without a name', change({ tableName: '' })],
    ['a table with a space', change({ tableName: 'a b' })],
    ['a table with a name of 65 letters', change({ tableName: 'a'.repeat(65) })],
    ['a table that is a prototype', change({ tableName: '__proto__' })],
    ['a field with a quotation mark', change({ field: 'a"' })],
    ['a record that has no id', change({ rowId: 'x' })],
    ['a value that is yes or no', change({ new: true })],
    ['a value that is a list', change({ old: [] })],
    ['a parent that is a number', change({ parent: 5 })],
    ['a making of nothing', changeText({ ...MAKING, new: null })],
    ['a making with an old value', changeText({ ...MAKING, old: 'x' })],
    ['a making with a parent', changeText({ ...MAKING, parent: A })],
    ['a making that is no JSON', changeText({ ...MAKING, new: '{' })],
    ['a making of a list', making([])],
    ['a making of another record', making({ id: A })],
    ['a making without an id', making({ name: 'x' })],
    ['a making with a list in it', making({ id: C, list: [] })],
    ['a making with yes or no', making({ id: C, isRight: true })],
    ['a making with half a sign', making({ id: C, name: '\ud800' })],
    ['a making with a number larger than all', changeText({ ...MAKING, new: `{"id":"${C}","a":1e999}` })],
    ['a making of a column without a name', making({ id: C, '': 1 })],
    ['a making with a prototype', changeText({ ...MAKING, new: `{"id":"${C}","__proto__":null}` })],
    ['4 MB of brackets in a making', changeText({ ...MAKING, new: '['.repeat(4_000_000) })],
    ['a content without its SHA-256', '{"content":"x","at":0,"bytes":""}'],
    ['a content in another order', `{"at":0,"content":"${HASH}","bytes":""}`],
    ['a content at a place before it', `{"content":"${HASH}","at":-1,"bytes":""}`],
    ['a content that is not base64', `{"content":"${HASH}","at":0,"bytes":"a"}`],
    ['a content with bits over', `{"content":"${HASH}","at":0,"bytes":"aa=="}`],
    ['a content of more than 48 KB', `{"content":"${HASH}","at":0,"bytes":"${'AAAA'.repeat(16_385)}"}`],
    ['a seal of three', `{"seal":["${B}",7,"${HASH}"]}`],
    ['a seal that is signed with less', sealLine({ ...SEAL, signature: 'ab' })],
    ['a seal and more', sealLine(SEAL).replace('}', ',"more":1}')],
  ])('are refused, with the line’s number, when one is %s', async (_, text) => {
    const refused = await refusalOf(() => read(text));
    expect(refused).toMatchObject({ code: 'bad-line', place: { line: 19 } });
    expect(refused.words).toMatch(/^its line 19 makes no sense \(.+\)$/);
  });

  it('are refused when one is not UTF-8', async () => {
    const refused = await refusalOf(() => readLine(Buffer.from(change({ new: 'Diogelu â phlant' }), 'latin1'), 2));
    expect(refused.words).toBe('its line 2 makes no sense (it is not UTF-8)');
  });
});
