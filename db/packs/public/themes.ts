import type { PackCell } from '../model.ts';
import { column, number, text } from '../sections/cells.ts';
import type { SectionWriter } from '../sections/source.ts';
import { actionsOf } from './public-plans.ts';
import { type PublicReading, readPublic } from './public-reading.ts';

export const themes: SectionWriter = (source) => {
  const reading = readPublic(source);
  return {
    id: 'themes',
    heading: 'Themes',
    blocks: [
      {
        kind: 'paragraph',
        text: 'What the recommendations and actions of published plans are about, as far as they are told in released words. One may have several themes, and counts under each.',
      },
      {
        kind: 'table',
        id: 'public-themes',
        caption: 'Themes of published plans',
        columns: [
          column('theme', 'Theme', 'text', 7),
          column('recommendations', 'Recommendations', 'number', 2),
          column('actions', 'Actions', 'number', 2),
        ],
        rows: [
          ...reading.themes.map((theme) => [text(theme.name), number(theme.recommendations), number(theme.actions)]),
          ...notTold(reading),
        ],
        nil: 'No recommendation or action of a published plan has a theme.',
      },
    ],
  };
};

const notTold = ({ plans }: PublicReading): readonly (readonly PackCell[])[] => {
  const without = (all: readonly { readonly words: string | null }[]): number =>
    all.filter(({ words }) => words === null).length;
  const recommendations = without(plans.flatMap((plan) => plan.recommendations));
  const actions = without(plans.flatMap(actionsOf));
  return recommendations + actions === 0
    ? []
    : [[text('Recommendations and actions not told here'), number(recommendations), number(actions)]];
};
