import { MEETING_PURPOSE_LABELS } from '../../domain/codes.ts';
import { formatDate, formatDateWithWeekday } from '../../domain/partial-date.ts';
import type { SectionWriter } from './source.ts';

export const cover: SectionWriter = ({ board, dataAsAt, options, since }) => ({
  id: 'cover',
  heading: options.title,
  blocks: [
    {
      kind: 'facts',
      facts: [
        { label: 'Board', value: board.name },
        { label: 'For', value: options.body },
        {
          label: 'Meeting',
          value: options.meetingDate === null ? 'No date set' : formatDateWithWeekday(options.meetingDate),
        },
        { label: 'Purpose', value: MEETING_PURPOSE_LABELS[options.purpose] },
        { label: 'Marking', value: options.marking },
        { label: 'Period', value: `${formatDate(since.day)} to ${formatDate(dataAsAt)} (${since.words})` },
        { label: 'Data as at', value: formatDate(dataAsAt) },
      ],
    },
    { kind: 'rag-key' },
  ],
});
