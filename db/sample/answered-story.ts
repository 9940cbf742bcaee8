import { mediaTypeOf } from '../domain/attached-files.ts';
import { keepContent } from '../store/attachments.ts';
import type { Store, Writer } from '../store/store.ts';

type Told = { readonly store: Store; readonly day: (days: number) => string };
type Happening = { readonly on: number; readonly kind: string; readonly write: (write: Writer) => void };

/** What agencies said of the national report, what was in place already, and files that are evidence. */
export const answeredStory = ({ store, day }: Told): Happening[] => [
  ...IN_PLACE.map(([number, note]) => ({
    on: -180,
    kind: 'edit-recommendation',
    write: (write: Writer): void => {
      const id = recommendation(store, number);
      if (id !== undefined) write.update('recommendations', id, { alreadyInPlace: 1, alreadyInPlaceNote: note });
    },
  })),
  ...ANSWERS.map(([number, response, rationale]) => ({
    on: -150,
    kind: 'answer-recommendations',
    write: (write: Writer): void => {
      const id = firstAnswer(store, number);
      if (id === undefined) return;
      write.update('recommendationResponses', id, {
        response,
        rationale,
        respondedOn: response === null ? null : day(-150),
      });
    },
  })),
  ...FILES.map(([fileName, text], at) => ({
    on: -1,
    kind: 'attach-file',
    write: (write: Writer): void => {
      const bytes = new TextEncoder().encode(text);
      const evidenceId = newestEvidence(store, at);
      if (evidenceId === undefined) return;
      const sha256 = keepContent(write.db, bytes);
      const mediaType = mediaTypeOf(fileName);
      write.insert('attachments', { evidenceId, fileName, mediaType, size: bytes.length, sha256 });
    },
  })),
];

const IN_PLACE = [
  ['3', 'The escalation policy of 2024 covers this.'],
  ['11', 'Part of the induction of every agency since 2023.'],
] as const;

const ANSWERS = [
  ['7', 'rejected', 'The service is commissioned by the region, which answers for it.'],
  ['15', 'partly-accepted', 'Accepted for new cases; open cases would need a second worker.'],
  ['22', null, ''],
] as const;

const FILES = [
  ['Audit findings.txt', 'Audit of case files: 23 of 25 met the standard. Two are to be looked at again in spring.\n'],
  ['Training figures.csv', 'Team,Staff,Trained\nDuty team,14,14\nAssessment,22,19\n'],
] as const;

const recommendation = (store: Store, number: string): string | undefined =>
  store
    .prepare<[string], { id: string }>(
      'select id from recommendations where externalReportId is not null and number = ? and removed is null order by id',
    )
    .get(number)?.id;

const firstAnswer = (store: Store, number: string): string | undefined =>
  store
    .prepare<[string | null], { id: string }>(
      'select id from recommendationResponses where recommendationId = ? and removed is null order by id',
    )
    .get(recommendation(store, number) ?? null)?.id;

const newestEvidence = (store: Store, at: number): string | undefined =>
  store
    .prepare<[number], { id: string }>(
      'select id from evidence where removed is null order by date desc, id desc limit 1 offset ?',
    )
    .get(at)?.id;
