import { formatDate } from '../../domain/partial-date.ts';
import type { SectionWriter } from './source.ts';

/** What the pack's own properties do not say already: writers print those, and the key, on the cover themselves. */
export const cover: SectionWriter = ({ dataAsAt, options, since }) => ({
  id: 'cover',
  heading: options.title,
  blocks: [
    {
      kind: 'facts',
      facts: [{ label: 'Period', value: `${formatDate(since.day)} to ${formatDate(dataAsAt)} (${since.words})` }],
    },
  ],
});
