import type { AnsweredReport } from '../../../db/contract/external-reports.ts';

export const REPORT_KINDS = [
  { key: 'national-report', label: 'National report' },
  { key: 'independent-review', label: 'Independent review' },
  { key: 'inspection', label: 'Inspection' },
  { key: 'other', label: 'Other report' },
] as const;

export type ReportKind = (typeof REPORT_KINDS)[number]['key'];

type Counted = Pick<AnsweredReport, 'recommendationCount' | 'held'>;

/** "58 stated, 34 held", "58, all held": the report's own count beside what is on the register, never one for the other. */
export const statedWords = ({ recommendationCount: stated, held }: Counted): string => {
  if (stated === null) return `${held} held`;
  return stated === held ? `${stated}, all held` : `${stated} stated, ${held} held`;
};

export const planWords = ({ plan }: Pick<AnsweredReport, 'plan'>): string =>
  plan === '' ? 'No plan is asked for' : plan;
