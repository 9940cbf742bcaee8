/** The log of a sub-group: what is for it, then every other open action, by target. */
import type { ActionRow } from '../../contract/actions.ts';
import { ACTION_STATE_LABELS } from '../../domain/codes.ts';
import { formatDate } from '../../domain/partial-date.ts';
import { actionsWhere } from '../../service/action-list.ts';
import type { Reader } from '../../service/context.ts';
import { awaitedOfActions } from '../../service/outstanding.ts';
import { OPEN } from '../../service/rag.ts';
import type { PackTable } from '../model.ts';
import { ownerWords, planAndNumber } from './action-words.ts';
import { column, date, rag, target, text, withoutEmpty } from './cells.ts';
import { mayBeSince } from './period.ts';
import type { PackSource, SectionWriter } from './source.ts';

export const actionLog: SectionWriter = (source) => {
  const { body } = source.options;
  const awaited = awaitedOfActions(source.reader).flatMap(({ actionId, step }) =>
    step.bodyName === body ? actionId : [],
  );
  const own = actionsWhere(source.reader, source.dataAsAt, `${OPEN} and ${OF_BODY}`, {
    body,
    awaited: JSON.stringify(awaited),
  });
  const ownIds = new Set(own.map(({ id }) => id));
  const others = actionsWhere(source.reader, source.dataAsAt, OPEN).filter(({ id }) => !ownIds.has(id));
  const story = storiesOfOpenActions(source.reader);
  return {
    id: 'action-log',
    heading: 'Action log',
    blocks: [
      {
        kind: 'paragraph',
        text: 'Open actions only, by target: what is overdue comes first, what has no date last. An earlier target stands with the reason that it moved.',
      },
      logTable(source, story, own, {
        id: 'log-of-body',
        caption: `Actions that are for ${body}`,
        nil: `No open action comes from a meeting of ${body}, is owned by it, is due at one of its meetings or waits for its decision.`,
      }),
      logTable(source, story, others, {
        id: 'log-of-others',
        caption: 'All other open actions',
        nil: 'No other action is open.',
      }),
      ended(source),
      { kind: 'rag-key' },
    ],
  };
};

/** From the body's minutes, owned by it, due at one of its meetings, or awaiting its decision by the ladder. */
const ITS_MEETINGS = '(select n.id from meetings n join bodies d on d.id = n.bodyId where d.name = @body)';
const OF_BODY = `(a.meetingId in ${ITS_MEETINGS} or c.meetingId in ${ITS_MEETINGS} or a.targetMeetingId in ${ITS_MEETINGS}
  or (a.ownerKind = 'group' and a.owner = @body) or a.id in (select value from json_each(@awaited)))`;

type Story = {
  readonly moved: ReadonlyMap<string, readonly string[]>;
  readonly updates: ReadonlyMap<string, string>;
};

const logTable = (
  { scheme }: PackSource,
  { moved, updates }: Story,
  actions: readonly ActionRow[],
  words: Pick<PackTable, 'id' | 'caption' | 'nil'>,
): PackTable =>
  withoutEmpty(['earlier'], {
    kind: 'table',
    ...words,
    columns: [
      column('action-of', 'Plan and number', 'text', 4),
      column('action', 'Action', 'text', 7),
      column('owner', 'Owner', 'text', 5),
      column('target', 'Target', 'date', 3),
      column('earlier', 'Earlier targets', 'text', 4),
      column('update', 'Last update', 'text', 6),
      column('rag', 'RAG', 'rag', 3.6),
    ],
    rows: actions
      .toSorted((a, b) => dueOrder(a, b))
      .map((row) => [
        text(planAndNumber(row)),
        text(row.text),
        text(ownerWords(row)),
        target(row),
        text(moved.get(row.id)?.join(' ') ?? ''),
        text(
          updates.get(row.id) ??
            (row.noUpdate ? `None since it was asked for, ${formatDate(row.lastRequestedOn)}` : 'None'),
        ),
        rag(row.rag, scheme.levels),
      ]),
  });

const dueOrder = (a: ActionRow, b: ActionRow): number => {
  if (a.targetDay === b.targetDay) return 0;
  if (a.targetDay === null || b.targetDay === null) return a.targetDay === null ? 1 : -1;
  return a.targetDay < b.targetDay ? -1 : 1;
};

type EarlierTarget = {
  readonly actionId: string;
  readonly targetDate: string | null;
  readonly targetText: string | null;
  readonly body: string | null;
  readonly meetingDate: string | null;
  readonly reason: string;
};

/** "31 March 2026: training was cancelled." */
const movedWords = ({ targetDate, targetText, body, meetingDate, reason }: EarlierTarget): string => {
  const meeting = [body, formatDate(meetingDate)].filter(Boolean).join(', ');
  return `${formatDate(targetDate, targetText) || meeting || 'No target'}: ${reason.replace(/\.$/, '')}.`;
};

/** Read once for all actions: a board can have tens of thousands open. */
const storiesOfOpenActions = (reader: Reader): Story => {
  const targets = reader
    .prepare<[], EarlierTarget>(
      `select t.actionId, t.targetDate, t.targetText, d.name as body, m.date as meetingDate, t.reason from actions a
       join earlierTargets t on t.actionId = a.id left join meetings m on m.id = t.targetMeetingId left join bodies d on d.id = m.bodyId
       where a.removed is null and t.removed is null and ${OPEN} order by t.movedOn, t.id`,
    )
    .all();
  const updates = reader
    .prepare<[], { actionId: string; date: string; dateText: string | null; text: string }>(
      `select u.actionId, u.date, u.dateText, u.text from actions a join progressUpdates u on u.actionId = a.id
       where a.removed is null and u.removed is null and ${OPEN} order by u.date, u.id`,
    )
    .all();
  return {
    moved: new Map(
      [...Map.groupBy(targets, ({ actionId }) => actionId)].map(([actionId, own]) => [actionId, own.map(movedWords)]),
    ),
    // The last of each action stands: later rows take the place of earlier ones.
    updates: new Map(
      updates.map((update) => [update.actionId, `${formatDate(update.date, update.dateText)}: ${update.text}`]),
    ),
  };
};

/** What the log can be relieved of: no longer open since the period began. */
const ended = ({ reader, dataAsAt, since }: PackSource): PackTable => ({
  kind: 'table',
  id: 'log-ended',
  caption: `No longer open since ${formatDate(since.day)}`,
  columns: [
    column('action-of', 'Plan and number', 'text', 4),
    column('action', 'Action', 'text', 8),
    column('owner', 'Owner', 'text', 4),
    column('state', 'State', 'text', 3),
    column('since', 'Since', 'date', 3),
  ],
  rows: actionsWhere(reader, dataAsAt, `not ${OPEN} and ${mayBeSince('a.stateSince', '@since')}`, {
    since: since.day,
  }).map((row) => [
    text(planAndNumber(row)),
    text(row.text),
    text(ownerWords(row)),
    text(ACTION_STATE_LABELS[row.state]),
    date(row.stateSince),
  ]),
  nil: 'No action was signed off or set aside in this period.',
});
