/** What changed, in the words and tables of a pack: its section, the comparison of two packs and the screen all say it so. */
import { formatDate } from '../../domain/partial-date.ts';
import { capitalised, countOf } from '../../domain/plain-words.ts';
import type { PackBlock, PackCell, PackTable } from '../model.ts';
import { column, number, text, withoutEmpty } from '../sections/cells.ts';
import type {
  ActionMove,
  ApprovalChange,
  DelayChange,
  LateKind,
  PublicationChange,
  SinceChanges,
  When,
} from './model.ts';

export const sinceBlocks = (changes: SinceChanges): readonly PackBlock[] => [
  ...summary(changes),
  figures(changes),
  { kind: 'subheading', text: 'Reviews' },
  newReviews(changes),
  stageMoves(changes),
  { kind: 'subheading', text: 'What is late' },
  newlyLate(changes),
  noLongerLate(changes),
  { kind: 'subheading', text: 'Dates moved' },
  datesMoved(changes),
  { kind: 'subheading', text: 'Approvals and actions' },
  approvals(changes),
  actionMoves(changes),
  { kind: 'subheading', text: 'Publication' },
  delays(changes),
  publications(changes),
];

const periodWords = ({ from, until }: SinceChanges): string =>
  from === until ? `on ${formatDate(until)}` : `between ${formatDate(from)} and ${formatDate(until)}`;

const summary = (changes: SinceChanges): readonly PackBlock[] => [basis(changes), inShort(changes)];

const basis = ({ wasRecorded, from }: SinceChanges): PackBlock => ({
  kind: 'paragraph',
  text: wasRecorded
    ? 'It goes by what was recorded in this time: something that happened earlier and was recorded late counts here, with its own date.'
    : `The board was not recorded here yet on ${formatDate(from)}. Its figures of that day are not known; what follows is by the dates that records carry.`,
});

const inShort = (changes: SinceChanges): PackBlock => {
  const lines = summaryLines(changes);
  return lines.length === 0 ? { kind: 'nil', text: nothingChanged(changes) } : { kind: 'list', items: lines };
};

const nothingChanged = (changes: SinceChanges): string => `Nothing changed ${periodWords(changes)}.`;

/** One sentence for each kind of change, with how many there were; or that nothing changed. */
export const changesInShort = (changes: SinceChanges): readonly string[] => {
  const lines = summaryLines(changes);
  return lines.length === 0 ? [nothingChanged(changes)] : lines;
};

/** How many, and the words for one and for several. */
type Line = readonly [number, string, string];

/** One line for each kind of change that there was. */
const summaryLines = (changes: SinceChanges): readonly string[] => {
  const { newReviews: added, reviewsRemoved, stageMoves: moved, newlyLate: late, noLongerLate: notLate } = changes;
  const revoked = changes.approvals.filter(({ change }) => change === 'revoked').length;
  const given = changes.approvals.length - revoked;
  const count = <T>(rows: readonly T[], holds: (row: T) => boolean): number => rows.filter(holds).length;
  const publicationsOf = (change: PublicationChange['change']): number =>
    count(changes.publications, (row) => row.change === change);
  const lines: readonly Line[] = [
    [added.length, 'review is new', 'reviews are new'],
    [reviewsRemoved.length, 'review was removed from the register', 'reviews were removed from the register'],
    changes.wasRecorded
      ? [moved.length, 'review moved to another stage', 'reviews moved to another stage']
      : [
          moved.length,
          'step of a review is dated in this time, or may lie in it',
          'steps of reviews are dated in this time, or may lie in it',
        ],
    ...LATE_LINES.map(
      ([kind, one, several]): Line => [
        late.filter((row) => row.kind === kind).length,
        `${one} became late`,
        `${several} became late`,
      ],
    ),
    [notLate.length, 'thing is late no longer', 'things are late no longer'],
    [changes.datesMoved.length, 'date was moved', 'dates were moved'],
    [given, 'approval was recorded', 'approvals were recorded'],
    [revoked, 'approval was revoked', 'approvals were revoked'],
    [changes.actionsAdded, 'action was added', 'actions were added'],
    ...ACTION_LINES.map(
      ([change, one, several]): Line => [
        count(changes.actionMoves, (row) => row.change === change),
        `action was ${one}`,
        `actions were ${several}`,
      ],
    ),
    [count(changes.delays, ({ change }) => change === 'begun'), 'publication delay began', 'publication delays began'],
    [count(changes.delays, ({ change }) => change === 'ended'), 'publication delay ended', 'publication delays ended'],
    [publicationsOf('published'), 'report was published', 'reports were published'],
    [publicationsOf('taken-down'), 'report was taken down', 'reports were taken down'],
    [publicationsOf('not-to-be-published'), 'report is not to be published', 'reports are not to be published'],
  ];
  return lines.filter(([n]) => n > 0).map(([n, one, several]) => `${countOf(n, one, several)}.`);
};

const LATE_LINES: readonly (readonly [LateKind, string, string])[] = [
  ['clock', 'clock', 'clocks'],
  ['delay-review', 'review of a publication delay', 'reviews of publication delays'],
  ['publication', 'planned publication', 'planned publications'],
  ['hand-over', 'hand-over', 'hand-overs'],
  ['agency-report', 'agency report', 'agency reports'],
  ['action', 'action', 'actions'],
];

const ACTION_LINES: readonly (readonly [ActionMove['change'], string, string])[] = [
  ['signed-off', 'signed off', 'signed off'],
  ['embedded', 'found embedded', 'found embedded'],
  ['evidence-accepted', 'accepted on its evidence', 'accepted on their evidence'],
  ['reported-complete', 'reported complete', 'reported complete'],
  ['reopened', 'reopened', 'reopened'],
  ['set-aside', 'set aside', 'set aside'],
];

const dateCell = ({ sort, words }: When, none = 'Not dated'): PackCell => ({ kind: 'date', sort, text: words || none });

const figures = ({ figures: rows, from, until }: SinceChanges): PackTable => ({
  kind: 'table',
  id: 'since-figures',
  caption: 'Figures then and now',
  columns: [
    column('measure', 'Figure', 'text', 7.4),
    column('then', formatDate(from), 'number', 3.4),
    column('now', from === until ? 'Now' : formatDate(until), 'number', 3.4),
    column('change', 'Change', 'text', 4),
  ],
  rows: rows.map(({ label, before, after, symbol, words }) => [
    text(label),
    number(before),
    number(after),
    text(`${symbol} ${capitalised(words)}`),
  ]),
  nil: 'There is no figure to compare.',
});

const newReviews = ({ newReviews: rows, reviewsRemoved }: SinceChanges): PackTable =>
  withoutEmpty(['from'], {
    kind: 'table',
    id: 'since-new-reviews',
    caption: 'Reviews new or removed',
    columns: [
      column('reference', 'Reference', 'text', 3),
      column('label', 'Label', 'text', 3),
      column('type', 'Type', 'text', 5),
      column('began', 'Began', 'date', 3.6),
      column('stage', 'Stage now', 'text', 4),
      column('from', 'Converted from', 'text', 3),
    ],
    rows: [
      ...rows.map(({ reference, label, type, began, stage, convertedFrom }) => [
        text(reference),
        text(label),
        text(type),
        dateCell(began),
        text(stage),
        text(convertedFrom),
      ]),
      ...reviewsRemoved.map(({ reference, label }) => [
        text(reference),
        text(label),
        text(''),
        dateCell({ sort: null, words: '' }, ''),
        text('Removed from the register'),
        text(''),
      ]),
    ],
    nil: 'No review is new, and none was removed.',
  });

const stageMoves = ({ stageMoves: rows }: SinceChanges): PackTable =>
  withoutEmpty(['label', 'from', 'reason'], {
    kind: 'table',
    id: 'since-stage-moves',
    caption: 'Reviews that moved stage',
    columns: [
      column('reference', 'Reference', 'text', 3),
      column('label', 'Label', 'text', 3),
      column('from', 'From', 'text', 4),
      column('to', 'To', 'text', 4),
      column('when', 'When', 'date', 3.4),
      column('reason', 'Reason', 'text', 5),
    ],
    rows: rows.map(({ reference, label, from, to, when, reason }) => [
      text(reference),
      text(label),
      text(from),
      text(to),
      dateCell(when),
      text(reason),
    ]),
    nil: 'No review moved to another stage.',
  });

const LATE_KINDS: Readonly<Record<LateKind, string>> = {
  clock: 'Clock',
  action: 'Action',
  'delay-review': 'Review of a delay',
  publication: 'Publication',
  'hand-over': 'Hand-over',
  'agency-report': 'Agency report',
};

const newlyLate = ({ newlyLate: rows }: SinceChanges): PackTable => ({
  kind: 'table',
  id: 'since-newly-late',
  caption: 'Newly late',
  columns: [
    column('kind', 'What', 'text', 2.6),
    column('subject', 'Of', 'text', 4),
    column('words', 'How late', 'text', 8),
    column('days', 'Calendar days late', 'number', 2),
  ],
  rows: rows.map(({ kind, subject, words, daysLate }) => [
    text(LATE_KINDS[kind]),
    text(subject),
    text(words),
    number(daysLate),
  ]),
  nil: 'Nothing became late: no clock, action, review of a delay, publication, hand-over or agency report.',
});

const noLongerLate = ({ noLongerLate: rows }: SinceChanges): PackTable => ({
  kind: 'table',
  id: 'since-no-longer-late',
  caption: 'No longer late',
  columns: [
    column('kind', 'What', 'text', 2.6),
    column('subject', 'Of', 'text', 4),
    column('was', 'How late it was then', 'text', 6),
    column('now', 'What changed', 'text', 5),
  ],
  rows: rows.map(({ kind, subject, was, now }) => [text(LATE_KINDS[kind]), text(subject), text(was), text(now)]),
  nil: 'Nothing that was late then has come right.',
});

const datesMoved = ({ datesMoved: rows }: SinceChanges): PackTable => ({
  kind: 'table',
  id: 'since-dates-moved',
  caption: 'Dates moved, with the reasons',
  columns: [
    column('subject', 'Date of', 'text', 5),
    column('from', 'From', 'date', 3.8),
    column('to', 'To', 'date', 3.8),
    column('reason', 'Reason', 'text', 6.4),
    column('moved', 'Moved on', 'date', 3.8),
  ],
  rows: rows.map(({ subject, what, from, to, reason, movedOn }) => [
    text([subject, what].filter(Boolean).join(': ')),
    dateCell(from),
    dateCell(to),
    text(reason || 'No reason recorded'),
    dateCell(movedOn),
  ]),
  nil: 'No date was moved.',
});

const approvals = ({ approvals: rows }: SinceChanges): PackTable =>
  withoutEmpty(['minute', 'note'], {
    kind: 'table',
    id: 'since-approvals',
    caption: 'Approvals given and revoked',
    columns: [
      column('subject', 'Of', 'text', 4),
      column('decision', 'Decision', 'text', 5),
      column('when', 'When', 'date', 3.4),
      column('minute', 'Minute', 'text', 2),
      column('note', 'Note or reason', 'text', 5),
    ],
    rows: rows.map((row) => [
      text(row.subject),
      text(approvalWords(row)),
      dateCell(row.when),
      text(row.minute),
      text(row.reason),
    ]),
    nil: 'No approval was given, and none was revoked.',
  });

const approvalWords = ({ change, words }: ApprovalChange): string =>
  change === 'given' ? words : `Revoked: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;

const actionMoves = ({ actionMoves: rows }: SinceChanges): PackTable =>
  withoutEmpty(['reason'], {
    kind: 'table',
    id: 'since-actions',
    caption: 'Actions signed off, reopened or moved on',
    columns: [
      column('subject', 'Action', 'text', 4),
      column('text', 'What it is', 'text', 6),
      column('from', 'From', 'text', 3),
      column('to', 'To', 'text', 3),
      column('when', 'When', 'date', 3.4),
      column('reason', 'Reason', 'text', 4),
    ],
    rows: rows.map((row) => [
      text(row.subject),
      text(row.text),
      text(row.from),
      text(row.to),
      dateCell(row.when),
      text(row.reason),
    ]),
    nil: 'No action was reported complete, accepted, signed off, reopened or set aside.',
  });

const delays = ({ delays: rows }: SinceChanges): PackTable => ({
  kind: 'table',
  id: 'since-delays',
  caption: 'Delays begun and ended',
  columns: [
    column('reference', 'Reference', 'text', 3),
    column('label', 'Label', 'text', 2.6),
    column('change', 'Change', 'text', 2.2),
    column('reason', 'Reason of the delay', 'text', 4),
    column('when', 'When', 'date', 3.4),
    column('event', 'What ended it, or is to end it', 'text', 4),
    column('days', 'Days in all', 'number', 2),
  ],
  rows: rows.map((row) => [
    text(row.reference),
    text(row.label),
    text(row.change === 'begun' ? 'Began' : 'Ended'),
    text(row.reasons),
    dateCell(row.when),
    text(row.event || 'Not recorded'),
    daysCell(row),
  ]),
  nil: 'No publication delay began or ended.',
});

const daysCell = ({ change, days }: DelayChange): PackCell =>
  change === 'begun' ? { kind: 'number', value: null, text: 'still running' } : number(days);

const PUBLICATION_WORDS: Readonly<Record<PublicationChange['change'], string>> = {
  published: 'Published',
  'taken-down': 'Taken down',
  'not-to-be-published': 'Decided: not to be published',
};

const publications = ({ publications: rows }: SinceChanges): PackTable =>
  withoutEmpty(['words'], {
    kind: 'table',
    id: 'since-publications',
    caption: 'Reports published or taken down',
    columns: [
      column('reference', 'Reference', 'text', 3),
      column('label', 'Label', 'text', 3),
      column('change', 'Change', 'text', 4),
      column('when', 'When', 'date', 3.4),
      column('words', 'Where, or on what basis', 'text', 6),
    ],
    rows: rows.map(({ reference, label, change, when, words }) => [
      text(reference),
      text(label),
      text(PUBLICATION_WORDS[change]),
      dateCell(when),
      text(words),
    ]),
    nil: 'No report was published, taken down or decided against.',
  });
