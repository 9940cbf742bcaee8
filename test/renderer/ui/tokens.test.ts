/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8');

const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

const hexOf = (token: string, theme: Theme): string => {
  const declared = new RegExp(`--${token}: var\\(--light, (#\\w{6})\\) var\\(--dark, (#\\w{6})\\);`).exec(css);
  const hex = declared?.[theme === 'light' ? 1 : 2];
  if (hex === undefined) throw new Error(`No colour ${token} for ${theme}`);
  return hex;
};

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** As WCAG 2 defines it. */
const contrast = (one: string, other: string): number => {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
};

const surfaces = ['paper', 'paper-sunken', 'paper-raised', 'hover', 'pressed'];
const tones = ['red', 'amber', 'green', 'blue', 'grey'];

const readable: readonly (readonly [string, string])[] = [
  ...surfaces.flatMap(
    (surface) =>
      [
        ['text', surface],
        ['text-quiet', surface],
        ['accent', surface],
      ] as const,
  ),
  ...['paper', 'paper-raised', 'hover'].map((surface) => ['red-text', surface] as const),
  ...tones.flatMap(
    (tone) =>
      [
        [`${tone}-text`, `${tone}-fill`],
        [`${tone}-text`, 'paper'],
        ['text', `${tone}-fill`],
      ] as const,
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-accent', 'accent-pressed'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  ['text', 'accent-fill'],
  ['text-quiet', 'accent-fill'],
];

const visible: readonly (readonly [string, string])[] = [
  ...['paper', 'paper-sunken', 'paper-raised'].map((surface) => ['control-line', surface] as const),
  ...[...surfaces, 'accent-fill'].map((surface) => ['focus', surface] as const),
];

describe.each(themes)('in the %s theme', (theme) => {
  it.each(readable)('%s can be read on %s (4.5:1)', (text, surface) => {
    expect(contrast(hexOf(text, theme), hexOf(surface, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(visible)('%s can be seen on %s (3:1)', (line, surface) => {
    expect(contrast(hexOf(line, theme), hexOf(surface, theme))).toBeGreaterThanOrEqual(3);
  });
});

it('sets no type below 12 px', () => {
  const sizes = [...css.matchAll(/--size-\d+: ([\d.]+)rem;/g)].map(([, rem]) => Number(rem) * 16);
  expect(Math.min(...sizes)).toBe(12);
});
