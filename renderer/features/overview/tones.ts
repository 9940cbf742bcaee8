import type { Tone } from '../../ui/index.ts';

const tones: readonly string[] = ['red', 'amber', 'green', 'blue', 'grey'] satisfies readonly Tone[];

/** The tone of a RAG level as the board's scheme names it; grey for one that has none. */
export const toneOf = (name: string): Tone => (tones.includes(name) ? (name as Tone) : 'grey');
