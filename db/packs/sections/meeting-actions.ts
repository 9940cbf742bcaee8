/** Actions that stand alone, from a meeting's minutes: no plan's totals say who owns them and by when. */
import type { ActionRow } from '../../contract/actions.ts';
import { ACTION_STATE_LABELS } from '../../domain/codes.ts';
import { formatDate } from '../../domain/partial-date.ts';
import { actionsWhere } from '../../service/action-list.ts';
import type { Reader } from '../../service/context.ts';
import { OPEN } from '../../service/rag.ts';
import type { PackTable } from '../model.ts';
import { ownerWords } from './action-words.ts';
import { column, rag, target, text } from './cells.ts';
import type { PackSource } from './source.ts';

export const meetingActions = ({ reader, dataAsAt, scheme }: PackSource): PackTable => ({
  kind: 'table',
  id: 'meeting-actions',
  caption: 'Open actions from meetings',
  columns: [
    column('meeting', 'Meeting', 'text', 4),
    column('number', 'No.', 'text', 1.5),
    column('action', 'Action', 'text', 7),
    column('owner', 'Owner', 'text', 4),
    column('target', 'Target', 'date', 3),
    column('stands', 'Where it stands', 'text', 5),
    column('rag', 'RAG', 'rag', 3.6),
  ],
  rows: actionsWhere(reader, dataAsAt, `${OPEN} and a.meetingId is not null and a.recommendationId is null`).map(
    (row) => [
      text(row.origin || 'No plan'),
      text(row.number),
      text(row.text),
      text(ownerWords(row)),
      target(row),
      text(standsWords(reader, row)),
      rag(row.rag, scheme.levels),
    ],
  ),
  nil: 'No action of a meeting is open.',
});

/** "Not started. Form completed: done in 2009; form returned: not done." with the last update. */
const standsWords = (reader: Reader, { id, state }: ActionRow): string => {
  const update = reader
    .prepare<[string], { text: string }>(
      'select text from progressUpdates where actionId = ? and removed is null order by date desc, id desc limit 1',
    )
    .get(id);
  const steps = reader
    .prepare<[string], { text: string; doneOn: string | null }>(
      'select text, doneOn from actionMilestones where actionId = ? and removed is null order by position, targetDate, id',
    )
    .all(id)
    .map(({ text: step, doneOn }) => `${step}: ${doneOn === null ? 'not yet' : `done ${formatDate(doneOn)}`}`);
  return [`${ACTION_STATE_LABELS[state]}.`, steps.length === 0 ? '' : `${steps.join('; ')}.`, update?.text ?? '']
    .filter(Boolean)
    .join(' ');
};
