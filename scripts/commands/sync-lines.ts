import type { SyncReport } from '../../db/contract/sync.ts';
import { formatDate } from '../../db/domain/partial-date.ts';
import { syncReportSentence, waitingSentence } from '../../db/domain/sync-report-words.ts';
import { ukDayOf } from '../../db/domain/uk-days.ts';

/** What came, or would come, line by line. */
export const reportLines = (report: SyncReport, isPreview: boolean): readonly string[] => {
  const { areas, asks, conflicts, gaps, left, remarks } = report;
  return [
    syncReportSentence(report, isPreview),
    ...areas.map(({ label, made, changed }) => `  ${label}: ${made} new, ${changed} changed`),
    ...removalLines(report),
    ...(asks === null ? [] : [`In all, ${asks}; if they are right, take it in with --accept-removals.`]),
    ...conflicts.map(({ heading, record }) => `  To decide: ${record}: ${heading}`),
    waitingSentence(report) ?? [],
    ...gaps,
    ...left.map(({ file, why }) => `${file}: ${/[.!?]$/.test(why) ? why : `${why}.`}`),
    ...remarks,
  ].flat();
};

/** Of a preview: each record that would go, and who removed it when. */
const removalLines = ({ removals }: SyncReport): readonly string[] =>
  removals.flatMap(({ label, total, records }) => [
    `  ${label}: ${total} would go`,
    ...records.map(
      ({ record, actor, laptop, at }) => `    ${record}: removed by ${actor} on ${laptop}, ${formatDate(ukDayOf(at))}`,
    ),
    ...(records.length < total ? [`    and ${total - records.length} more`] : []),
  ]);
