/** What came of the learning: themes passed on, products issued, and whether the change worked. */
import { LEARNING_PRODUCT_KIND_LABELS, type LearningProductKind } from '../../domain/codes.ts';
import { latestDay } from '../../domain/partial-date.ts';
import { readRoute } from '../../domain/theme-routes.ts';
import type { Row } from '../../store/tables.ts';
import type { PackTable } from '../model.ts';
import { column, date, dateOr, number, text, withoutEmpty } from './cells.ts';
import { mayBeSince } from './period.ts';
import type { PackSource } from './source.ts';

type Routed = Row<'themeRoutes'> & {
  readonly theme: string;
  readonly to: string;
  readonly national: string | null;
};

const SAME_TASK = ['themeId', 'task', 'routedOn', 'embeddedOn', 'verifiedOn', 'finding'] as const;

export const themesPassedOn = ({ reader, dataAsAt, since }: PackSource): PackTable => {
  const routes = reader
    .prepare<[string], Routed>(
      `select p.*, h.name as theme, coalesce(b.name, p.routedTo) as "to",
         (select group_concat(q.words, '; ') from (select m.list || ': ' || m.item as words from themeMappings m
            where m.themeId = h.id and m.removed is null order by m.list, m.id) q) as national
       from themeRoutes p join themes h on h.id = p.themeId left join bodies b on b.id = p.bodyId
       where p.removed is null and (p.verifiedOn is null or ${mayBeSince('p.verifiedOn')}) order by h.position, p.id`,
    )
    .all(since.day);
  const tasks = new Map<string, Routed[]>();
  for (const route of routes) {
    const key = JSON.stringify(SAME_TASK.map((field) => route[field]));
    tasks.set(key, [...(tasks.get(key) ?? []), route]);
  }
  return withoutEmpty(['national', 'on'], {
    kind: 'table',
    id: 'themes-passed-on',
    caption: 'Themes to embed and verify',
    columns: [
      column('theme', 'Theme', 'text', 4),
      column('national', 'In national lists', 'text', 4),
      column('to', 'Passed to', 'text', 5),
      column('on', 'On', 'date', 3),
      column('task', 'Task', 'text', 5),
      column('embedded', 'Embedded', 'date', 2.5),
      column('verified', 'Verified', 'date', 2.5),
      column('stands', 'Where it stands', 'text', 6),
    ],
    rows: [...tasks.values()].flatMap((same) => {
      const [route] = same;
      if (route === undefined) return [];
      return [
        [
          text(route.theme),
          text(route.national),
          text(same.map(({ to }) => to).join('; ')),
          date(route.routedOn),
          text(route.task),
          dateOr(route.embeddedOn, null, 'Not yet'),
          dateOr(route.verifiedOn, null, 'Not yet'),
          text(route.finding || `${readRoute(route, dataAsAt).words}.`),
        ],
      ];
    }),
    nil: 'No theme waits for a body to verify that the change worked.',
  });
};

const FROM = `coalesce(r.reference, x.reference, h.name, '')`;
const ORIGINS = `left join reviews r on r.id = p.reviewId left join themes h on h.id = p.themeId`;

export const learningProducts = ({ reader, since }: PackSource): PackTable =>
  withoutEmpty(['from', 'audience', 'note'], {
    kind: 'table',
    id: 'learning-products',
    caption: 'Learning issued in this period',
    columns: [
      column('what', 'What', 'text', 6),
      column('from', 'From', 'text', 3),
      column('audience', 'For whom', 'text', 4),
      column('issued', 'Issued', 'date', 3),
      column('reach', 'People reached', 'number', 2),
      column('note', 'Note', 'text', 4),
    ],
    rows: reader
      .prepare<[string], Row<'learningProducts'> & { from: string }>(
        `select p.*, ${FROM} as "from" from learningProducts p ${ORIGINS} left join externalReports x on x.id = p.externalReportId
       where p.removed is null and (p.issuedOn is null or ${mayBeSince('p.issuedOn')}) order by p.issuedOn is null, p.issuedOn, p.id`,
      )
      .all(since.day)
      .map((row) => [
        text(
          `${LEARNING_PRODUCT_KIND_LABELS[row.kind as LearningProductKind]}${row.interim === 1 ? ', interim' : ''}: ${row.title}`,
        ),
        text(row.from),
        text(row.audience),
        dateOr(row.issuedOn, row.issuedText, 'Not dated'),
        number(row.reach),
        text(row.note),
      ]),
    nil: 'No learning was issued in this period.',
  });

const RESULTS: Readonly<Record<string, string>> = {
  worked: 'Worked',
  'partly-worked': 'Partly worked',
  'did-not-work': 'Did not work',
  'too-early-to-say': 'Too early to say',
};

/** A check whose planned day has passed is overdue: a plan is no finding. */
const resultWords = ({ result, checkedOn, plannedOn }: Row<'impactChecks'>, today: string): string => {
  if (result !== null) return RESULTS[result] ?? result;
  const isOverdue = checkedOn === null && plannedOn !== null && latestDay(plannedOn) < today;
  return isOverdue ? 'Overdue: no result yet' : 'No result recorded';
};

export const impactChecks = ({ reader, dataAsAt, since }: PackSource): PackTable =>
  withoutEmpty(['from', 'method', 'planned'], {
    kind: 'table',
    id: 'impact-checks',
    caption: 'Whether the change worked',
    columns: [
      column('question', 'Question', 'text', 6),
      column('from', 'From', 'text', 3),
      column('method', 'Method', 'text', 4),
      column('planned', 'Planned', 'date', 3),
      column('checked', 'Checked', 'date', 3),
      column('result', 'Result', 'text', 3),
      column('finding', 'Finding', 'text', 5),
    ],
    rows: reader
      .prepare<[string], Row<'impactChecks'> & { from: string }>(
        `select p.*, ${FROM} as "from" from impactChecks p ${ORIGINS}
       left join actions a on a.id = p.actionId left join recommendations c on c.id = a.recommendationId
       left join externalReports x on x.id = c.externalReportId
       where p.removed is null and (p.checkedOn is null or ${mayBeSince('p.checkedOn')}) order by coalesce(p.checkedOn, p.plannedOn) is null, coalesce(p.checkedOn, p.plannedOn), p.id`,
      )
      .all(since.day)
      .map((row) => [
        text(row.question),
        text(row.from),
        text(row.method),
        date(row.plannedOn),
        dateOr(row.checkedOn, null, row.result === null && row.finding === '' ? 'Not yet' : 'Not dated'),
        text(resultWords(row, dataAsAt)),
        text(row.finding),
      ]),
    nil: 'No check of impact was made in this period, and none is planned.',
  });
