import { describe, expect, test } from 'vitest';
import { packToJson } from '../../../db/packs/json.ts';
import { examplePack } from './example-pack.ts';

describe('a JSON pack', () => {
  test('names its format and version and holds the whole pack', () => {
    const { format, version, ...rest } = JSON.parse(packToJson(examplePack));
    expect({ format, version }).toEqual({ format: 'case-review-tracker-pack', version: 1 });
    expect(rest).toMatchObject(JSON.parse(JSON.stringify(examplePack)));
  });

  test('gives each figure in words as well', () => {
    expect(packToJson(examplePack)).toContain('"text": "12 of 40 (30%)"');
  });

  test('does not depend on the order in which a pack was put together', () => {
    const reversed = Object.fromEntries(Object.entries(examplePack).toReversed()) as typeof examplePack;
    expect(packToJson(reversed)).toBe(packToJson(examplePack));
  });
});
