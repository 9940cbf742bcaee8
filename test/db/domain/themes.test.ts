import { expect, test } from 'vitest';
import { THEMES } from '../../../db/domain/themes.ts';

test('every theme has its own code and stands under one of the seven groups', () => {
  const groups = THEMES.filter((theme) => theme.parent === null).map((theme) => theme.code);
  expect(groups).toHaveLength(7);
  expect(new Set(THEMES.map((theme) => theme.code)).size).toBe(THEMES.length);
  for (const theme of THEMES) expect(theme.parent === null || groups.includes(theme.parent)).toBe(true);
});

test('six themes are marked as the ones reported in Southampton in 2009', () => {
  expect(THEMES.filter((theme) => theme.source === 'southampton-2009').map((theme) => theme.name)).toEqual([
    'Changes in household composition',
    'Male partners and fathers',
    'Risk in parental history',
    'Drug and alcohol misuse and parenting',
    'Multi-agency pre-birth assessment',
    'Which policy applies',
  ]);
});
