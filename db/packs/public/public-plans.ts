/** Plans of published reviews and of published reports of others, in the words that were released: `releasedTexts`, never the board's own. */
import { isComplete, isSetAside } from '../../domain/action-states.ts';
import type { ActionState, AgencyResponse } from '../../domain/codes.ts';
import type { Reader } from '../../service/context.ts';
import type { ReviewOfPublic } from '../../service/public-reviews.ts';
import type { NameGuard } from './never-printed.ts';

export type PublicAction = {
  readonly id: string;
  readonly number: string;
  /** Null where no words are released: then it is counted and nothing else. */
  readonly words: string | null;
  /** '' where no agency leads, or its name is withheld. */
  readonly agency: string;
  readonly state: ActionState;
  /** YYYY-MM, or YYYY where no month is known; null without a target. */
  readonly targetMonth: string | null;
};

export type PublicRecommendation = {
  readonly id: string;
  readonly number: string;
  readonly words: string | null;
  readonly answers: Readonly<Record<AgencyResponse | 'none', number>>;
  readonly actions: readonly PublicAction[];
};

export type PublicPlan = {
  readonly id: string;
  readonly kind: 'review' | 'report';
  readonly name: string;
  /** "Serious case review, published 8 May 2020". */
  readonly about: string;
  readonly recommendations: readonly PublicRecommendation[];
  /** Those that answer no recommendation. */
  readonly standalone: readonly PublicAction[];
};

export type PublicReport = {
  readonly id: string;
  /** As it is recorded; `name` is what may be printed of it. */
  readonly title: string;
  readonly name: string;
  readonly publishedOn: string;
};

export type PlanOwner = Pick<PublicPlan, 'id' | 'kind' | 'name' | 'about'>;

export const readPublicPlans = (
  reader: Reader,
  owners: readonly PlanOwner[],
  names: NameGuard,
): readonly PublicPlan[] =>
  owners.map((owner) => {
    const column = owner.kind === 'review' ? 'reviewId' : 'externalReportId';
    const recommendations = reader
      .prepare<[string], { id: string; number: string; words: string | null }>(
        `select c.id, c.number, (select t.text from releasedTexts t where t.recommendationId = c.id and t.removed is null order by t.id limit 1) as words
         from recommendations c where c.${column} = ? and c.removed is null order by c.position, c.number, c.id`,
      )
      .all(owner.id);
    // An action that answers this plan and belongs to another review is not public by this one.
    const actions = reader
      .prepare<[{ id: string }], ActionRead>(
        `select a.id, a.number, a.recommendationId, coalesce(a.targetDate, '') as target, a.state, coalesce(g.name, '') as agency,
           (select t.text from releasedTexts t where t.actionId = a.id and t.removed is null order by t.id limit 1) as words
         from actions a left join agencies g on g.id = a.leadAgencyId left join recommendations c on c.id = a.recommendationId
         where a.removed is null and ${
           owner.kind === 'review'
             ? 'coalesce(a.reviewId, c.reviewId) = @id and (c.id is null or c.reviewId = @id)'
             : 'a.reviewId is null and c.externalReportId = @id'
         } and (c.id is null or c.removed is null)
         order by a.position, a.number, a.id`,
      )
      .all({ id: owner.id });
    const answersOf = reader.prepare<[string], { response: AgencyResponse | null; n: number }>(
      'select response, count(*) as n from recommendationResponses where recommendationId = ? and removed is null group by response',
    );
    const numbered = numberer(names);
    const toAction = (action: ActionRead, at: number): PublicAction => ({
      id: action.id,
      number: numbered(action.number, at),
      words: action.words,
      agency: names.printable(action.agency),
      state: action.state,
      targetMonth: action.target === '' ? null : action.target.slice(0, 7),
    });
    return {
      ...owner,
      recommendations: recommendations.map(({ id, number, words }, at) => {
        const answers = new Map(answersOf.all(id).map(({ response, n }) => [response ?? 'none', n]));
        return {
          id,
          number: numbered(number, at),
          words,
          answers: {
            accepted: answers.get('accepted') ?? 0,
            'partly-accepted': answers.get('partly-accepted') ?? 0,
            rejected: answers.get('rejected') ?? 0,
            none: answers.get('none') ?? 0,
          },
          actions: actions.filter(({ recommendationId }) => recommendationId === id).map(toAction),
        };
      }),
      standalone: actions.filter(({ recommendationId }) => recommendationId === null).map(toAction),
    };
  });

type ActionRead = {
  readonly id: string;
  readonly number: string;
  readonly recommendationId: string | null;
  readonly target: string;
  readonly state: ActionState;
  readonly agency: string;
  readonly words: string | null;
};

/** A number is printed where it is one ("3", "2.1", "R4b"); words that stand in its place are not, nor are letters before it, which may be initials ("AM1"). */
const numberer =
  (names: NameGuard) =>
  (number: string, at: number): string =>
    /^R?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?$/.test(number.trim()) && names.printable(number) !== ''
      ? number.trim()
      : String(at + 1);

/** Reports of others that are published, as far as the board recorded it: the latest first. */
export const readPublicReports = (reader: Reader, today: string, names: NameGuard): readonly PublicReport[] =>
  reader
    .prepare<[{ today: string }], { id: string; title: string; publishedOn: string }>(
      `select id, title, publishedOn from externalReports
       where removed is null and publishedOn is not null and publishedOn <= substr(@today, 1, length(publishedOn))
       order by publishedOn desc, title, id`,
    )
    .all({ today })
    .map((report) => ({ ...report, name: names.printable(report.title) || 'A published report' }));

/** "SCR-2019-2", or "Published review 3" where its reference would tell: by place in the list of all that are published. */
export const namePublicReviews = (
  published: readonly ReviewOfPublic[],
  names: NameGuard,
): readonly (ReviewOfPublic & { readonly name: string })[] =>
  published.map((review, at) => ({
    ...review,
    name: names.printable(review.reference) || `Published review ${at + 1}`,
  }));

export const actionsOf = ({ recommendations, standalone }: PublicPlan): readonly PublicAction[] => [
  ...recommendations.flatMap(({ actions }) => actions),
  ...standalone,
];

export const completeOf = (actions: readonly PublicAction[]): number =>
  actions.filter(({ state }) => isComplete(state)).length;

/** Superseded, rejected or another area's. */
export const setAsideOf = (actions: readonly PublicAction[]): number =>
  actions.filter(({ state }) => isSetAside(state)).length;
