import { column, number, text } from '../sections/cells.ts';
import type { SectionWriter } from '../sections/source.ts';
import { readPublic } from './public-reading.ts';

export const themes: SectionWriter = (source) => ({
  id: 'themes',
  heading: 'Themes',
  blocks: [
    {
      kind: 'paragraph',
      text: 'What the recommendations and actions of published plans are about. One may have several themes, and counts under each.',
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
      rows: readPublic(source).themes.map((theme) => [
        text(theme.name),
        number(theme.recommendations),
        number(theme.actions),
      ]),
      nil: 'No recommendation or action of a published plan has a theme.',
    },
  ],
});
