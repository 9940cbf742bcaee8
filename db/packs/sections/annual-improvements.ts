/** What got better because of the recommendations: checks of impact, actions found embedded, measures. Silence is counted and said. */
import { ORIGIN_OF_ACTION, originWords } from '../../service/action-list.ts';
import { actionSubject } from '../since/action-names.ts';
import { formatDate } from '../../domain/partial-date.ts';
import { IMPACT_RESULT_LABELS, type ImpactResult } from '../../domain/impact.ts';
import { countOf } from '../../domain/plain-words.ts';
import { placeInYear, type ReportedYear } from '../../domain/reported-year.ts';
import type { Reader } from '../../service/context.ts';
import { isCompleteAtEnd, readYearActions, type YearAction } from '../../service/year-actions.ts';
import type { Row } from '../../store/tables.ts';
import type { PackBlock, PackTable } from '../model.ts';
import { countedYear, yearBlock } from './annual-year.ts';
import { column, date, number, text, withoutEmpty } from './cells.ts';
import type { SectionWriter } from './source.ts';

export const annualImprovements: SectionWriter = (source) => {
  const year = countedYear(source);
  const checks = readChecks(source.reader).filter(({ checkedOn }) => placeInYear(year, checkedOn) === 'in');
  const actions = readYearActions(source.reader, year);
  const measured = readMeasures(source.reader).filter(({ asAt }) => placeInYear(year, asAt) === 'in');
  return {
    id: 'annual-improvements',
    heading: 'Improvements that resulted',
    blocks: [
      yearBlock(source),
      ...silence(source.reader, actions, year),
      { kind: 'subheading', text: 'What was checked' },
      impactChecks(checks),
      { kind: 'subheading', text: 'What was found embedded' },
      embedded(
        source.reader,
        actions.filter((action) => action.embedded === 'in'),
      ),
      verifiedThemes(source.reader, year),
      { kind: 'subheading', text: 'What was measured' },
      measures(measured),
    ],
  };
};

type Check = Row<'impactChecks'> & { readonly of: string };

/** A check is of a review, of an action or of a theme. */
const readChecks = (reader: Reader): readonly Check[] =>
  reader
    .prepare<[], Row<'impactChecks'> & OfAction & { readonly review: string | null; readonly theme: string | null }>(
      `select p.*, r.reference as review, h.name as theme, ${ORIGIN_OF_ACTION} as origin, a.number as action
       from impactChecks p left join reviews r on r.id = p.reviewId left join themes h on h.id = p.themeId
       left join actions a on a.id = p.actionId
       where p.removed is null order by p.checkedOn is null, p.checkedOn, p.id`,
    )
    .all()
    .map((check) => ({ ...check, of: check.review ?? actionNamed(check) ?? check.theme ?? '' }));

type OfAction = { readonly origin: string; readonly action: string | null };

const actionNamed = ({ origin, action }: OfAction): string | null =>
  action === null ? null : actionSubject({ origin: originWords(origin), number: action });

type Measure = Row<'measures'> & { readonly of: string };

const readMeasures = (reader: Reader): readonly Measure[] =>
  reader
    .prepare<[], Row<'measures'> & OfAction>(
      `select m.*, ${ORIGIN_OF_ACTION} as origin, a.number as action from measures m
       join actions a on a.id = m.actionId and a.removed is null
       where m.removed is null order by origin, a.number, m.id`,
    )
    .all()
    .map((measure) => ({ ...measure, of: actionNamed(measure) ?? '' }));

/** How many of the finished actions anything is known of, and for how many nothing is. */
const silence = (reader: Reader, actions: readonly YearAction[], year: ReportedYear): readonly PackBlock[] => {
  const isByEnd = (on: string | null): boolean => ['before', 'in'].includes(placeInYear(year, on));
  const checked = new Set(
    readChecks(reader).flatMap(({ actionId, checkedOn, result }) =>
      actionId !== null && result !== null && isByEnd(checkedOn) ? [actionId] : [],
    ),
  );
  const measured = new Set(
    readMeasures(reader).flatMap(({ actionId, current, asAt }) =>
      current !== null && isByEnd(asAt) ? [actionId] : [],
    ),
  );
  const finished = actions.filter(isCompleteAtEnd);
  const silent = finished.filter(
    ({ id, stateAtEnd }) => stateAtEnd !== 'embedded' && !checked.has(id) && !measured.has(id),
  );
  const end = formatDate(year.until);
  if (finished.length === 0)
    return [{ kind: 'nil', text: `No action was signed off or embedded by ${end}, so no impact can be told.` }];
  const known = finished.length - silent.length;
  return [
    {
      kind: 'figures',
      caption: 'What is known of the impact',
      figures: [
        {
          label: `Actions signed off or embedded by ${end} whose impact is recorded`,
          value: known,
          outOf: finished.length,
          note: 'found embedded, checked with a result, or measured',
        },
        {
          label: 'Signed off in the year',
          value: actions.filter(({ signedOff }) => signedOff === 'in').length,
          outOf: null,
          note: null,
        },
      ],
    },
    {
      kind: 'paragraph',
      text:
        silent.length === 0
          ? `Something on impact is recorded for every action that was signed off or embedded by ${end}.`
          : `For ${silent.length} of ${countOf(finished.length, 'action', 'actions')} signed off or embedded by ${end}, nothing on impact is recorded.`,
    },
  ];
};

const impactChecks = (checks: readonly Check[]): PackTable =>
  withoutEmpty(['method'], {
    kind: 'table',
    id: 'annual-impact-checks',
    caption: 'Checks of impact in the year',
    columns: [
      column('of', 'Of', 'text', 3),
      column('question', 'Question', 'text', 6),
      column('method', 'Method', 'text', 4),
      column('checked', 'Checked', 'date', 3),
      column('result', 'Result', 'text', 3),
      column('finding', 'What was found', 'text', 6),
    ],
    rows: checks.map((check) => [
      text(check.of),
      text(check.question),
      text(check.method),
      date(check.checkedOn),
      text(check.result === null ? 'No result recorded' : IMPACT_RESULT_LABELS[check.result as ImpactResult]),
      text(check.finding || 'No finding recorded'),
    ]),
    nil: 'No check of impact was made in the year.',
  });

const embedded = (reader: Reader, actions: readonly YearAction[]): PackTable => {
  const evidence = reader.prepare<[string], { what: string; date: string | null; dateText: string | null }>(
    `select e.what, e.date, e.dateText from evidenceLinks l join evidence e on e.id = l.evidenceId
     where l.actionId = ? and l.removed is null and e.removed is null order by e.date, e.id`,
  );
  const finding = reader.prepare<[string], { finding: string }>(
    `select finding from impactChecks where actionId = ? and removed is null and finding <> '' order by checkedOn, id`,
  );
  const found = reader.prepare<[string, string | null], { reason: string }>(
    `select reason from actionStateMoves where actionId = ? and toState = 'embedded' and date is ? and removed is null order by id desc limit 1`,
  );
  return {
    kind: 'table',
    id: 'annual-embedded',
    caption: 'Actions found embedded in the year',
    columns: [
      column('plan', 'Plan', 'text', 3),
      column('number', 'No.', 'text', 1.5),
      column('action', 'Action', 'text', 6),
      column('on', 'Found embedded', 'date', 3),
      column('evidence', 'Evidence', 'text', 5),
      column('finding', 'What was found', 'text', 5),
    ],
    rows: actions.map((action) => [
      text(action.origin || 'No plan'),
      text(action.number),
      text(action.text),
      date(action.embeddedOn),
      text(
        evidence
          .all(action.id)
          .map((item) => [item.what, formatDate(item.date, item.dateText)].filter(Boolean).join(', '))
          .join('\n') || 'No evidence recorded',
      ),
      text(
        [...finding.all(action.id).map((check) => check.finding), found.get(action.id, action.embeddedOn)?.reason ?? '']
          .filter(Boolean)
          .join('\n') || 'No finding recorded',
      ),
    ]),
    nil: 'No action was found embedded in the year.',
  };
};

const verifiedThemes = (reader: Reader, year: ReportedYear): PackTable =>
  withoutEmpty(['task'], {
    kind: 'table',
    id: 'annual-themes-verified',
    caption: 'Themes verified in the year',
    columns: [
      column('theme', 'Theme', 'text', 5),
      column('body', 'Passed to', 'text', 4),
      column('task', 'Task', 'text', 5),
      column('embedded', 'Embedded', 'date', 3),
      column('verified', 'Verified', 'date', 3),
      column('finding', 'What was found', 'text', 6),
    ],
    rows: reader
      .prepare<[], Row<'themeRoutes'> & { theme: string; body: string }>(
        `select p.*, h.name as theme, coalesce(b.name, nullif(p.routedTo, ''), 'Nobody yet') as body from themeRoutes p
         join themes h on h.id = p.themeId left join bodies b on b.id = p.bodyId
         where p.removed is null and p.verifiedOn is not null order by p.verifiedOn, p.id`,
      )
      .all()
      .filter(({ verifiedOn }) => placeInYear(year, verifiedOn) === 'in')
      .map((route) => [
        text(route.theme),
        text(route.body),
        text(route.task),
        date(route.embeddedOn),
        date(route.verifiedOn),
        text(route.finding || 'No finding recorded'),
      ]),
    nil: 'For no theme was it verified in the year that the change worked.',
  });

const measures = (rows: readonly Measure[]): PackTable => ({
  kind: 'table',
  id: 'annual-measures',
  caption: 'Measures taken in the year',
  columns: [
    column('of', 'Of', 'text', 3),
    column('measure', 'Measure', 'text', 6),
    column('baseline', 'Before', 'number', 2),
    column('current', 'Now', 'number', 2),
    column('target', 'Target', 'number', 2),
    column('unit', 'Unit', 'text', 2.4),
    column('as-at', 'As at', 'date', 3),
    column('direction', 'Which way', 'text', 3),
  ],
  rows: rows.map((row) => [
    text(row.of),
    text(row.text),
    number(row.baseline),
    number(row.current),
    number(row.target),
    text(row.unit),
    date(row.asAt),
    text(directionWords(row)),
  ]),
  nil: 'No measure of an action was taken in the year.',
});

const directionWords = ({ baseline, current, higherIsBetter }: Measure): string => {
  if (baseline === null || current === null) return 'Not known';
  if (baseline === current) return '= No change';
  const isBetter = current > baseline === (higherIsBetter === 1);
  return `${current > baseline ? '↑' : '↓'} ${isBetter ? 'Better' : 'Worse'}`;
};
