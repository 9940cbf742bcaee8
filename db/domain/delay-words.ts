import type { DelayReason } from './codes.ts';
import { joinWords } from './plain-words.ts';

/** Each reason as it reads after "publication is delayed by". */
export const DELAY_REASON_PHRASES: Readonly<Record<DelayReason, string>> = {
  'criminal-proceedings': 'ongoing criminal proceedings',
  'new-evidence-at-trial': 'new evidence at trial',
  inquest: 'an inquest',
  'family-court': 'family court proceedings',
  'welfare-of-surviving-child': 'the welfare of a surviving child',
  'parallel-review': 'a parallel review or investigation',
  'civil-claim-complaint-or-hr': 'a civil claim, complaint or HR process',
  anonymisation: 'the work of making the report anonymous',
  'contested-evaluation': 'a contested evaluation',
  'quality-assurance-elsewhere': 'quality assurance by another body',
  'batched-with-other-reviews': 'being published together with other reviews',
  'national-relaxation': 'a national relaxation of timescales',
  'police-complaints-investigation': 'a police complaints investigation',
  'pre-election-period': 'a pre-election period',
  'prosecutor-advice-on-timing': 'the prosecutor’s advice on timing',
  'family-wishes': 'the wishes of the family',
  'late-agency-reports': 'late agency reports',
  'author-unavailable': 'the author being unavailable',
};

/** A shipped reason by its code, or a reason of the board's own by its phrase. */
export type DelayReasonGiven = DelayReason | (string & {});

export const delayPhrase = (reason: DelayReasonGiven): string =>
  reason in DELAY_REASON_PHRASES ? DELAY_REASON_PHRASES[reason as DelayReason] : reason;

/** "ongoing criminal proceedings and an inquest"; repeated reasons once. */
export const delayReasonsWords = (reasons: readonly DelayReasonGiven[]): string =>
  joinWords([...new Set(reasons.map(delayPhrase))]);
