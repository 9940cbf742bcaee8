import type { AgencyResponse } from '../domain/codes.ts';
import type { OperationKindCode } from '../domain/operation-kinds.ts';
import { Failure } from '../store/failure.ts';
import type { Store, Writer } from '../store/store.ts';
import type { NewRow, Row } from '../store/tables.ts';
import type { Refused } from './action-changes.ts';
import { os, savedBy } from './context.ts';

export type RecommendationSource = {
  readonly reviewId: string | null;
  readonly externalReportId: string | null;
  readonly meetingId: string | null;
};

/** One act on several recommendations, as one operation; `act` answers why one is left alone, or null when it was done. */
const onEachRecommendation = (
  store: Store,
  kind: OperationKindCode,
  ids: readonly string[],
  act: (write: Writer, recommendation: Row<'recommendations'>) => string | null,
) => {
  const refused: Refused[] = [];
  let changed = 0;
  const committed = store.operation({ kind }, (write) => {
    for (const id of new Set(ids)) {
      const recommendation = store.row('recommendations', id);
      const why = recommendation.removed === null ? act(write, recommendation) : 'It was removed.';
      if (why === null) changed++;
      else refused.push({ id, number: recommendation.number, why });
    }
  });
  return { ...savedBy(committed), changed, refused };
};

/** Fails with not-found or bad-input where the source is not one that stands. */
const sourceColumn = (store: Store, source: RecommendationSource): keyof RecommendationSource => {
  const given = (['reviewId', 'externalReportId', 'meetingId'] as const).filter((column) => source[column] !== null);
  const [column] = given;
  if (column === undefined || given.length > 1) {
    throw new Failure('bad-input', { problem: 'Choose the one review, report or meeting that they come from.' });
  }
  const table = ({ reviewId: 'reviews', externalReportId: 'externalReports', meetingId: 'meetings' } as const)[column];
  const id = source[column] ?? '';
  if (store.row(table, id).removed !== null) throw new Failure('not-found', { what: 'source', id });
  return column;
};

type Line = { readonly number: string; readonly text: string };

/** Adds recommendations after those that their source has, in the order given. */
export const addRecommendations = (
  store: Store,
  { scope, lines, ...source }: RecommendationSource & { readonly scope: string; readonly lines: readonly Line[] },
) => {
  const column = sourceColumn(store, source);
  const standing = store
    .prepare<[string], { number: string; position: number }>(
      `select number, position from recommendations where ${column} = ? and removed is null`,
    )
    .all(source[column] ?? '');
  const taken = new Set(standing.map(({ number }) => number.toLowerCase()));
  const refused: Refused[] = [];
  let position = standing.reduce((last, row) => Math.max(last, row.position), 0);
  let changed = 0;
  const committed = store.operation({ kind: 'add-recommendations' }, (write) => {
    for (const { number, text } of lines) {
      if (taken.has(number.toLowerCase())) {
        refused.push({ id: source[column] ?? '', number, why: 'There is a recommendation of this number already.' });
        continue;
      }
      taken.add(number.toLowerCase());
      position += 1;
      write.insert('recommendations', { ...source, scope, number, text, position });
      changed += 1;
    }
  });
  return { ...savedBy(committed), changed, refused };
};

/** An agency that turns a recommendation down says why: the yearly report has to. */
export const refuseBareRejection = ({ response, rationale }: { response?: unknown; rationale?: unknown }): void => {
  if (response === 'rejected' && (typeof rationale !== 'string' || rationale.trim() === '')) {
    throw new Failure('bad-input', {
      problem: 'A rejection needs its rationale: why the agency does not accept the recommendation.',
      field: 'rationale',
    });
  }
};

type Answer = Pick<NewRow<'recommendationResponses'>, 'rationale' | 'respondedOn'> & {
  readonly agencyId: string;
  readonly response: AgencyResponse | null;
};

export const recordAnswers = (store: Store, ids: readonly string[], { agencyId, ...answer }: Answer) => {
  refuseBareRejection(answer);
  const standing = store.prepare<[string, string], Row<'recommendationResponses'>>(
    'select * from recommendationResponses where recommendationId = ? and agencyId = ? and removed is null',
  );
  return onEachRecommendation(store, 'answer-recommendations', ids, (write, { id }) => {
    const earlier = standing.get(id, agencyId);
    if (earlier === undefined) {
      write.insert('recommendationResponses', { recommendationId: id, agencyId, ...answer });
      return null;
    }
    const isSame =
      earlier.response === answer.response &&
      earlier.rationale === answer.rationale &&
      earlier.respondedOn === answer.respondedOn;
    if (isSame) return 'The agency’s answer is recorded so already.';
    write.update('recommendationResponses', earlier.id, answer);
    return null;
  });
};

const markInPlace = (store: Store, ids: readonly string[], alreadyInPlace: 0 | 1, note: string) =>
  onEachRecommendation(store, 'edit-recommendation', ids, (write, recommendation) => {
    const alreadyInPlaceNote = alreadyInPlace === 0 ? '' : note.trim() || recommendation.alreadyInPlaceNote;
    const isSame =
      recommendation.alreadyInPlace === alreadyInPlace && recommendation.alreadyInPlaceNote === alreadyInPlaceNote;
    if (isSame) return 'It is marked so already.';
    write.update('recommendations', recommendation.id, { alreadyInPlace, alreadyInPlaceNote });
    return null;
  });

const addThemes = (store: Store, ids: readonly string[], themeIds: readonly string[]) => {
  const filed = store.prepare<[string, string], { id: string }>(
    'select id from recommendationThemes where recommendationId = ? and themeId = ? and removed is null',
  );
  return onEachRecommendation(store, 'edit-theme', ids, (write, { id }) => {
    const missing = themeIds.filter((themeId) => filed.get(id, themeId) === undefined);
    for (const themeId of missing) write.insert('recommendationThemes', { recommendationId: id, themeId });
    return missing.length === 0 ? 'It is filed under these themes already.' : null;
  });
};

export const recommendations = {
  addMany: os.recommendations.addMany.handler(({ input, context: { session } }) =>
    addRecommendations(session.store, input),
  ),
  respond: os.recommendations.respond.handler(({ input: { ids, ...answer }, context: { session } }) =>
    recordAnswers(session.store, ids, answer),
  ),
  markInPlace: os.recommendations.markInPlace.handler(({ input, context: { session } }) =>
    markInPlace(session.store, input.ids, input.alreadyInPlace, input.note),
  ),
  addThemes: os.recommendations.addThemes.handler(({ input, context: { session } }) =>
    addThemes(session.store, input.ids, input.themeIds),
  ),
};
