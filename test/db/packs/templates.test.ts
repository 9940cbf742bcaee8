import { describe, expect, test } from 'vitest';
import { PACK_SECTIONS } from '../../../db/contract/packs.ts';
import { PUBLIC_SECTIONS } from '../../../db/packs/public/public-sections.ts';
import { BOARD_PACK, PACK_TEMPLATES, packTemplate } from '../../../db/packs/templates.ts';

/** What a status pack holds, in the order that boards read it. */
const TWELVE = [
  'cover',
  'one-page',
  'live-reviews',
  'clocks',
  'publication',
  'action-plans',
  'exceptions',
  'sign-off',
  'themes',
  'impact',
  'elsewhere',
  'decisions',
  'appendix',
];

describe('shipped templates', () => {
  test('each is found by its code; an unknown code finds none', () => {
    expect(new Set(PACK_TEMPLATES.map(({ code }) => code)).size).toBe(PACK_TEMPLATES.length);
    for (const template of PACK_TEMPLATES) expect(packTemplate(template.code)).toBe(template);
    expect(packTemplate('no-such-pack')).toBeNull();
  });

  test('the board pack comes first and holds all twelve parts in order, with what changed after the one page', () => {
    expect(PACK_TEMPLATES[0]).toBe(BOARD_PACK);
    expect(BOARD_PACK.sections.filter((id) => id !== 'since-last')).toEqual(TWELVE);
    expect(BOARD_PACK.sections.indexOf('since-last')).toBe(2);
  });

  test('every section is in one of them, and none twice in one', () => {
    expect(new Set(PACK_TEMPLATES.flatMap(({ sections }) => sections))).toEqual(new Set(PACK_SECTIONS));
    for (const { sections } of PACK_TEMPLATES) {
      expect(new Set(sections).size).toBe(sections.length);
      expect(sections[0]).toBe('cover');
    }
  });

  test('a template for the public has only sections that are written for the public', () => {
    const [summary, ...others] = PACK_TEMPLATES.filter(({ audience }) => audience === 'public');
    expect(others).toEqual([]);
    for (const id of summary?.sections ?? []) expect(PUBLIC_SECTIONS).toHaveProperty([id]);
  });
});
