import { describe, expect, it } from 'vitest';
import { documentWords, formatLabel, sizeWords } from '../../../../renderer/features/packs/register/document-words.ts';
import { keepsSome, savedDocuments } from '../../../../renderer/features/packs/pack-saving.ts';

const record = {
  format: 'docx',
  sha256: '3fa85f6457171234'.padEnd(64, '0'),
  size: 41_200,
  logClock: '0'.repeat(16),
  logVector: '{}',
  dataAsAt: '2026-06-03',
} as const;

describe('what the register says of a document', () => {
  it('names its format, its size and enough of its SHA-256 to tell it apart', () => {
    expect(documentWords({ id: '1', fileName: 'Pack.docx', ...record })).toBe('Word document, 41 kB, 3fa85f645717');
  });

  it.each([
    [999, '999 bytes'],
    [1_499, '1 kB'],
    [999_499, '999 kB'],
    [999_500, '1.0 MB'],
    [12_340_000, '12.3 MB'],
  ])('says %i bytes as %s', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });

  it('names a format of a later version by its own name', () => {
    expect(formatLabel('odt')).toBe('ODT');
  });
});

describe('what is to be recorded', () => {
  const file = { name: 'Pack.docx', bytes: new Uint8Array(), record };
  const saved = { outcome: 'saved', document: { ...record, fileName: 'Pack.docx' } } as const;

  it('is what was saved, and waits while a document that was written has no place yet', () => {
    const outcomes = { docx: saved, pdf: { outcome: 'put-off', file }, json: { outcome: 'stopped' } } as const;
    expect(savedDocuments(outcomes)).toEqual([saved.document]);
    expect(keepsSome(outcomes)).toBe(true);
    expect(keepsSome({ docx: saved, json: { outcome: 'not-written', message: '' } })).toBe(false);
  });
});
