import { describe, expect, it } from 'vitest';
import { PACK_SECTIONS } from '../../../../db/contract/packs.ts';
import { SECTION_WORDS } from '../../../../renderer/features/packs/pack-words.ts';
import { sectionsChosen, sectionsOf, withMoved } from '../../../../renderer/features/packs/section-order.ts';

const chosen = sectionsChosen(['cover', 'clocks', 'one-page', 'themes']);
const printed = (sections: typeof chosen, audience: 'board' | 'public' = 'board') => sectionsOf({ sections, audience });

describe('the order of sections', () => {
  it('names every section that a pack can have', () => {
    expect(['cover', ...Object.keys(SECTION_WORDS)].sort()).toEqual([...PACK_SECTIONS].sort());
  });

  it('puts those chosen first, in their order, and keeps every other to choose from', () => {
    expect(printed(chosen)).toEqual(['clocks', 'one-page', 'themes']);
    expect(chosen).toHaveLength(PACK_SECTIONS.length - 1);
  });

  it('moves a section past the chosen one beside it, and past none at either end', () => {
    expect(printed(withMoved(chosen, 'themes', -1, 'board'))).toEqual(['clocks', 'themes', 'one-page']);
    expect(printed(withMoved(chosen, 'clocks', 1, 'board'))).toEqual(['one-page', 'clocks', 'themes']);
    expect(withMoved(chosen, 'clocks', -1, 'board')).toBe(chosen);
    expect(withMoved(chosen, 'themes', 1, 'board')).toBe(chosen);
  });

  it('moves a section past those that the public pack leaves out', () => {
    const moved = withMoved(chosen, 'themes', -1, 'public');
    expect(printed(moved, 'public')).toEqual(['themes', 'one-page']);
    expect(printed(moved)).toEqual(['clocks', 'themes', 'one-page']);
  });
});
