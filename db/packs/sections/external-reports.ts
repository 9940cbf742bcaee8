/** Reports that are not the board's own reviews, with the plans that answer them. */
import type { AnsweredReport } from '../../contract/external-reports.ts';
import { formatDate } from '../../domain/partial-date.ts';
import { listAnsweredReports } from '../../service/external-reports.ts';
import type { PackBlock, PackTable } from '../model.ts';
import { column, number, share, shareWords, text, withoutEmpty } from './cells.ts';
import type { PackSource } from './source.ts';

/** National reports and reports of others: how far each is answered, the latest received first. */
export const externalReports = ({ reader, dataAsAt }: PackSource): readonly PackBlock[] => {
  const reports = listAnsweredReports(reader, dataAsAt);
  return [figures(reports), table(reports)];
};

const figures = (reports: readonly AnsweredReport[]): PackBlock => {
  const sum = (count: (report: AnsweredReport) => number): number =>
    reports.reduce((total, report) => total + count(report), 0);
  const held = sum((report) => report.held);
  return {
    kind: 'figures',
    caption: 'Recommendations of others on the register',
    figures: [
      {
        label: 'Answered by an action, or in place when received',
        value: held - sum((report) => report.unanswered),
        outOf: held,
        note: 'of recommendations on the register',
      },
      { label: 'In place when received', value: sum((report) => report.alreadyInPlace), outOf: held, note: null },
      {
        label: 'Actions complete (signed off or embedded)',
        value: sum((report) => report.complete),
        outOf: sum((report) => report.actions),
        note: 'of actions not set aside',
      },
      {
        label: 'Actions overdue',
        value: sum((report) => report.overdue),
        outOf: sum((report) => report.actions - report.complete),
        note: 'of open actions',
      },
    ],
  };
};

const table = (reports: readonly AnsweredReport[]): PackTable =>
  withoutEmpty(['note'], {
    kind: 'table',
    id: 'external-reports',
    caption: 'Reports the board answers',
    columns: [
      column('report', 'Report', 'text', 6),
      column('stated', 'Recommendations as stated', 'number', 3),
      column('held', 'On the register', 'number', 2),
      column('accepted', 'Accepted by agencies', 'text', 3),
      column('in-place', 'In place when received', 'number', 2),
      column('complete', 'Actions complete', 'text', 3),
      column('plan', 'Where the plan stands', 'text', 5),
      column('note', 'Note', 'text', 5),
    ],
    rows: reports.map((report) => [
      text(reportWords(report)),
      number(report.recommendationCount),
      number(report.held),
      text(acceptedWords(report.responses)),
      number(report.alreadyInPlace),
      share(report.complete, report.actions),
      text(report.plan || 'No plan is asked for'),
      text(report.note),
    ]),
    nil: 'No report of another body is on the register.',
  });

/** "Report 3: Title, issued by the national Panel, received 3 May 2026". */
const reportWords = ({ reference, title, issuedBy, receivedOn }: AnsweredReport): string =>
  [
    `${reference}: ${title}`,
    issuedBy === '' ? '' : `issued by ${issuedBy}`,
    receivedOn === null ? '' : `received ${formatDate(receivedOn)}`,
  ]
    .filter(Boolean)
    .join(', ');

/** "6 of 9 (67%); 1 in part, 1 rejected, 1 not answered": each agency's answer to each recommendation counts once. */
const acceptedWords = ({ asked, accepted, partlyAccepted, rejected, notAnswered }: AnsweredReport['responses']) => {
  if (asked === 0) return 'No agency is asked';
  const others = [
    partlyAccepted === 0 ? '' : `${partlyAccepted} in part`,
    rejected === 0 ? '' : `${rejected} rejected`,
    notAnswered === 0 ? '' : `${notAnswered} not answered`,
  ].filter(Boolean);
  return [shareWords(accepted, asked), others.join(', ')].filter(Boolean).join('; ');
};
