import { describe, expect, it } from 'vitest';
import type { PackFormat } from '../../../../db/contract/packs.ts';
import {
  dueToRegister,
  nothingSaved,
  type PackOutcome,
  type PackSaving,
  unrecordedDocuments,
  withOutcome,
} from '../../../../renderer/features/packs/pack-saving.ts';

const record = {
  sha256: 'a'.repeat(64),
  size: 4,
  logClock: '0'.repeat(16),
  logVector: '{}',
  dataAsAt: '2026-06-03',
} as const;
const saved = (format: PackFormat): PackOutcome => ({
  outcome: 'saved',
  document: { ...record, format, fileName: `Pack.${format}` },
});
const refused = (format: PackFormat): PackOutcome => ({
  outcome: 'refused',
  file: { name: `Pack.${format}`, bytes: new Uint8Array(4), record: { ...record, format } },
  message: 'The file is open in Word.',
});
const stopped: PackOutcome = { outcome: 'stopped' };

const savingOf = (
  outcomes: Partial<Record<PackFormat, PackOutcome>>,
  register: PackSaving['register'] = null,
): PackSaving =>
  Object.entries(outcomes).reduce((saving, [format, outcome]) => withOutcome(saving, format as PackFormat, outcome), {
    ...nothingSaved,
    register,
  });

const recorded = { outcome: 'recorded', packId: '1', number: 1 } as const;

describe('what the register is due', () => {
  it.each<[string, PackSaving, 'nothing' | 'wait' | 'record', 'nothing' | 'wait' | 'record']>([
    ['nothing, where nothing was saved', savingOf({ docx: refused('docx') }), 'nothing', 'nothing'],
    ['nothing, where the writing was stopped', savingOf({ docx: stopped }), 'nothing', 'nothing'],
    ['all, once all are saved', savingOf({ docx: saved('docx'), pdf: saved('pdf') }), 'record', 'record'],
    ['what is saved, beside what was stopped', savingOf({ docx: saved('docx'), pdf: stopped }), 'record', 'record'],
    [
      'later, while a document is kept and the page is there',
      savingOf({ docx: saved('docx'), pdf: refused('pdf') }, { outcome: 'waiting' }),
      'wait',
      'record',
    ],
    [
      'nothing, while it is being recorded',
      savingOf({ docx: saved('docx') }, { outcome: 'recording' }),
      'nothing',
      'nothing',
    ],
    ['nothing twice', savingOf({ docx: saved('docx') }, recorded), 'nothing', 'nothing'],
    [
      'once more, where it was refused',
      savingOf({ docx: saved('docx') }, { outcome: 'not-recorded', message: 'The disk is full.' }),
      'record',
      'record',
    ],
  ])('is %s', (_, saving, here, whenLeft) => {
    expect([dueToRegister(saving, false), dueToRegister(saving, true)]).toEqual([here, whenLeft]);
  });

  it('is what a run had saved when the next one takes its place, although one of its documents was put off', () => {
    const waiting = savingOf({ docx: saved('docx'), xlsx: refused('xlsx') }, { outcome: 'waiting' });
    expect(unrecordedDocuments(waiting).map(({ format }) => format)).toEqual(['docx']);
    expect(unrecordedDocuments(savingOf({ docx: saved('docx') }, recorded))).toEqual([]);
  });
});
