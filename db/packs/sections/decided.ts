/** What was decided since the last meeting, by whom and where it is minuted, and the meetings that decided it. */
import { formatDate } from '../../domain/partial-date.ts';
import { decisionsOnActions, approvalsGiven, bodies, proceedDecisions } from './decisions.ts';
import { decisionsTaken } from './decisions-taken.ts';
import { meetings } from './meetings.ts';
import type { SectionWriter } from './source.ts';

export const decided: SectionWriter = (source) => ({
  id: 'decisions',
  heading: 'Decisions',
  blocks: [
    {
      kind: 'paragraph',
      text: `From ${formatDate(source.since.day)} on (${source.since.words}), with what is undated, still to come or has a condition outstanding.`,
    },
    decisionsTaken(source),
    { kind: 'subheading', text: 'Approvals and sign-off' },
    approvalsGiven(source),
    decisionsOnActions(source),
    { kind: 'subheading', text: 'Whether to review' },
    proceedDecisions(source),
    { kind: 'subheading', text: 'Meetings and bodies' },
    meetings(source),
    bodies(source),
  ],
});
