import type { ActionState, ReviewTypeCode } from '../domain/codes.ts';
import { addDays, addMonths } from '../domain/partial-date.ts';
import { writeAction } from '../service/actions.ts';
import { writeReview } from '../service/new-review.ts';
import type { Store, Writer } from '../store/store.ts';
import type { SampleStep, StoryClock } from './make-sample.ts';
import { answeredStory } from './answered-story.ts';
import { daysAheadStory } from './days-ahead.ts';
import { lifecycleStory } from './lifecycle.ts';
import { meetingsYearStory } from './meetings-year.ts';
import { namesOverTimeStory } from './names-over-time.ts';
import { releasedWordsStory } from './released-words.ts';
import { themeStory } from './theme-story.ts';
import { SAMPLE_REVIEWS, type SampleReview } from './reviews.ts';
import { AGENCIES, MOVE_REASONS, PLAN_TEXTS, UPDATE_TEXTS } from './wording.ts';

/** Something that happened on a day of the story. */
type Happening = {
  readonly on: number;
  readonly kind: string;
  readonly reason?: string;
  readonly write: (write: Writer) => void;
};

/** What the story knows by name while it is told. */
type Cast = {
  readonly agencies: readonly string[];
  readonly bodies: ReadonlyMap<string, string>;
  readonly themes: ReadonlyMap<string, string>;
  readonly delayReasons: ReadonlyMap<string, string>;
  readonly reviews: Map<string, string>;
  readonly day: (days: number) => string;
};

/** Picks the same way every time: a small linear congruential generator, so the sample is the same for everybody. */
const createPicker = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

export const addSmallBoard = function* (store: Store, clock: StoryClock, today: string): Generator<SampleStep> {
  const day = (days: number): string => addDays(today, days);
  const cast = addCast(store, day);
  const pick = createPicker(20091125);
  const happenings: Happening[] = [
    ...SAMPLE_REVIEWS.flatMap((review) => reviewStory(store, cast, review, pick)),
    ...externalReportStory(store, cast),
    ...meetingStory(cast),
    ...boardStory(cast),
    ...releasedWordsStory({ store, reviewId: (reference) => must(cast.reviews, reference), day }),
    ...daysAheadStory({ store, reviewId: (reference) => must(cast.reviews, reference), day }),
    ...lifecycleStory({
      reviewId: (reference) => must(cast.reviews, reference),
      agency: (name) => cast.agencies[AGENCIES.findIndex((agency) => agency.name === name)] ?? '',
      board: must(cast.bodies, BOARD),
      day: cast.day,
    }),
    ...themeStory(cast),
    ...answeredStory({ store, day }),
    ...meetingsYearStory({
      agencies: cast.agencies.map((id, at) => ({ id, post: AGENCIES[at]?.contactPost ?? '' })),
      executive: must(cast.bodies, EXECUTIVE),
      subGroup: must(cast.bodies, SUB_GROUP),
      board: must(cast.bodies, BOARD),
      day,
    }),
    ...namesOverTimeStory({
      agency: (name) => cast.agencies[AGENCIES.findIndex((agency) => agency.name === name)] ?? '',
      body: (name) => must(cast.bodies, name),
    }),
  ].sort((a, b) => a.on - b.on);
  for (const [at, happening] of happenings.entries()) {
    clock.on(day(Math.min(happening.on, 0)));
    store.operation({ kind: happening.kind, reason: happening.reason ?? '' }, happening.write);
    if (at % 25 === 0) yield { doing: 'Recording reviews and plans', done: at, of: happenings.length };
  }
};

const addCast = (store: Store, day: (days: number) => string): Cast => {
  const agencies: string[] = [];
  store.operation({ kind: 'edit-agency' }, (write) => {
    for (const agency of AGENCIES) agencies.push(write.insert('agencies', agency));
    write.insert('agencies', {
      name: 'Samplebury Council',
      shortName: 'Samplebury',
      sector: 'Local authority',
      outsideArea: 1,
    });
  });
  store.operation({ kind: 'edit-body' }, (write) => {
    const board = store.prepare<[], { id: string }>(`select id from bodies where kind = 'board'`).get()?.id ?? null;
    for (const [at, name] of [
      'Monitoring and evaluation sub-group',
      'Professional practice sub-group',
      'Workforce development sub-group',
    ].entries()) {
      write.insert('bodies', {
        name,
        kind: 'sub-group',
        parentBodyId: board,
        calendarRule: 'every two months',
        position: at + 3,
      });
    }
  });
  const named = (sql: string): ReadonlyMap<string, string> =>
    new Map(
      store
        .prepare<[], { name: string; id: string }>(sql)
        .all()
        .map((row) => [row.name, row.id]),
    );
  return {
    agencies,
    bodies: named('select name, id from bodies'),
    themes: named('select code as name, id from themes'),
    delayReasons: named('select code as name, id from delayReasons'),
    reviews: new Map(),
    day,
  };
};

const must = (map: ReadonlyMap<string, string>, key: string): string => {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the sample names “${key}”, which there is not`);
  return value;
};

const EXECUTIVE = 'Executive group';
const SUB_GROUP = 'Case review sub-group';
const BOARD = 'Exampleshire Safeguarding Children Partnership';

/** A review from its notification to where it stands. */
const reviewStory = (store: Store, cast: Cast, review: SampleReview, pick: (below: number) => number): Happening[] => {
  const { day } = cast;
  const first = Math.min(...review.events.map(([, days]) => days));
  const idOf = (): string => must(cast.reviews, review.reference);
  const typeId = (code: ReviewTypeCode): string =>
    store.prepare<[string], { id: string }>('select id from reviewTypes where code = ?').get(code)?.id ?? '';
  const notified = review.events.find(([kind]) => kind === 'notified');
  const story: Happening[] = [
    {
      on: first,
      kind: 'add-review',
      write: (write) => {
        const earlier = review.sameCaseAs === undefined ? null : must(cast.reviews, review.sameCaseAs);
        const caseId = earlier === null ? undefined : store.row('reviews', earlier).caseId;
        const id = writeReview(store, write, {
          reference: review.reference,
          reviewTypeId: typeId(review.type),
          caseId,
          label: review.label,
          labelKind: review.label.startsWith('Family') ? 'family' : 'pseudonym',
          title: review.title,
          lead: review.lead ?? 'own',
          leadBody: review.leadBody ?? '',
          ownerPost: 'Board manager',
          incidentOn: day(review.incident),
          incidentText: null,
          notifiedOn: notified === undefined ? null : day(notified[1]),
          notifiedText: null,
          convertedFromReviewId: earlier,
        });
        cast.reviews.set(review.reference, id);
        if (caseId === undefined) {
          const { caseId: own } = store.row('reviews', id);
          write.insert('subjects', { caseId: own, kind: review.label.startsWith('Adult') ? 'adult' : 'child' });
          if (review.printLabel !== undefined) {
            write.insert('labels', {
              caseId: own,
              label: review.printLabel,
              kind: 'pseudonym',
              audience: 'print',
              position: 1,
            });
          }
        }
        for (const code of review.themes)
          write.insert('reviewThemes', { reviewId: id, themeId: must(cast.themes, code) });
      },
    },
    ...review.events
      .filter(([kind]) => kind !== 'notified')
      .map(([kind, days]) => ({
        on: days,
        kind: 'edit-milestone',
        write: (write: Writer) => write.insert('milestones', { reviewId: idOf(), kind, date: day(days) }),
      })),
    {
      on: Math.max(...review.events.map(([, days]) => days)),
      kind: 'move-stage',
      write: (write) => {
        const stage = store
          .prepare<[string, string], { id: string }>(
            'select s.id from stages s join reviews r on r.reviewTypeId = s.reviewTypeId where r.id = ? and s.code = ?',
          )
          .get(idOf(), review.stage);
        if (stage === undefined)
          throw new Error(`${review.reference} names the stage “${review.stage}”, which its type has not`);
        write.update('reviews', idOf(), { stageId: stage.id });
      },
    },
    ...publicationStory(cast, review, idOf),
    ...recordStory(store, cast, review, idOf),
  ];
  const planFrom = review.events.find(([kind]) => kind === 'report-agreed')?.[1] ?? first + 20;
  for (const [at, plan] of review.plans.entries()) {
    story.push(
      ...planStory(store, cast, { reviewId: idOf }, at + 1, plan, planFrom + 10, review.progress ?? 'new', pick),
    );
  }
  if (review.plans.length > 0) story.push(...planApprovals(cast, idOf, planFrom, review.progress ?? 'new'));
  return story;
};

const publicationStory = (cast: Cast, review: SampleReview, idOf: () => string): Happening[] => {
  const { day } = cast;
  const story: Happening[] = [];
  const { decision, published, planned } = review;
  if (decision !== undefined) {
    const { days, ...made } = decision;
    story.push({
      on: days,
      kind: 'decide-publication',
      write: (write) =>
        write.insert('publicationDecisions', {
          ...made,
          reviewId: idOf(),
          bodyId: must(cast.bodies, EXECUTIVE),
          decidedOn: day(days),
        }),
    });
  }
  for (const delay of review.delays ?? []) {
    story.push({
      on: delay.since,
      kind: 'edit-delay',
      write: (write) => {
        const id = write.insert('publicationDelays', {
          reviewId: idOf(),
          since: day(delay.since),
          expectedEndEvent: delay.expectedEndEvent,
          nextReviewOn: delay.nextReview === undefined ? null : day(delay.nextReview),
          interimLearning: delay.interimLearning ?? '',
          endedOn: delay.ended === undefined ? null : day(delay.ended[0]),
          endedBy: delay.ended?.[1] ?? '',
        });
        for (const reason of delay.reasons) {
          write.insert('publicationDelayReasons', {
            publicationDelayId: id,
            delayReasonId: must(cast.delayReasons, reason),
          });
        }
        if (delay.told !== undefined)
          write.insert('delayNotices', { publicationDelayId: id, told: delay.told, toldOn: day(delay.since + 3) });
      },
    });
  }
  if (published !== undefined || planned !== undefined) {
    story.push({
      on: published?.days ?? -50,
      kind: 'edit-publication',
      write: (write) =>
        write.insert('publications', {
          reviewId: idOf(),
          plannedOn: planned === undefined ? null : day(planned),
          publishedOn: published === undefined ? null : day(published.days),
          place: published?.place ?? '',
          availableUntil: published === undefined ? null : addMonths(day(published.days), 12),
          takenDownOn: published?.takenDown === undefined ? null : day(published.takenDown),
        }),
    });
  }
  return story;
};

const recordStory = (store: Store, cast: Cast, review: SampleReview, idOf: () => string): Happening[] => {
  const { day } = cast;
  const story: Happening[] = [];
  const { handOver, notProceeding, forecast, relaxed, note } = review;
  for (const [grade, status, days, text] of review.evaluations ?? []) {
    story.push({
      on: days,
      kind: 'edit-review-record',
      write: (write) =>
        write.insert('evaluations', {
          reviewId: idOf(),
          evaluator: 'Ofsted',
          grade,
          status,
          date: day(days),
          note: text,
        }),
    });
  }
  for (const [agency, requested, due, received] of review.agencyReports ?? []) {
    story.push({
      on: requested,
      kind: 'edit-review-record',
      write: (write) =>
        write.insert('agencyReports', {
          reviewId: idOf(),
          agencyId: cast.agencies[agency] ?? '',
          requestedOn: day(requested),
          dueOn: day(due),
          receivedOn: received === null ? null : day(received),
        }),
    });
  }
  if (handOver !== undefined) {
    story.push({
      on: handOver.done ?? -30,
      kind: 'edit-review-record',
      write: (write) =>
        write.insert('handOvers', {
          reviewId: idOf(),
          direction: handOver.done === undefined ? 'to' : 'from',
          body: handOver.done === undefined ? handOver.body : 'Exampleshire Safeguarding Children Board',
          deadline: day(handOver.deadline),
          deadlineText: handOver.deadlineText ?? null,
          handedOverOn: handOver.done === undefined ? null : day(handOver.done),
        }),
    });
  }
  if (notProceeding !== undefined) {
    story.push({
      on: notProceeding.days,
      kind: 'edit-review-record',
      write: (write) =>
        write.insert('proceedDecisions', {
          reviewId: idOf(),
          decision: 'do-not-proceed',
          decidedOn: day(notProceeding.days),
          decidedBy: 'The three safeguarding partners',
          reasons: notProceeding.reasons,
          told: 'National Panel',
          toldOn: day(notProceeding.days + 1),
        }),
    });
  }
  if (forecast !== undefined) {
    story.push({
      on: -20,
      kind: 'edit-milestone',
      write: (write) =>
        write.insert('milestones', {
          reviewId: idOf(),
          kind: forecast.kind,
          forecast: forecast.date,
          forecastText: forecast.text,
        }),
    });
  }
  if (relaxed !== undefined) {
    story.push({
      on: -150,
      kind: 'edit-clock',
      reason: relaxed,
      write: (write) => {
        const clocks = store
          .prepare<[string], { id: string }>(`select id from clocks where reviewId = ? and stopsAt = 'published'`)
          .all(idOf());
        for (const clock of clocks) write.update('clocks', clock.id, { relaxationReason: relaxed });
      },
    });
  }
  if (note !== undefined) {
    story.push({
      on: -25,
      kind: 'edit-note',
      write: (write) => write.insert('notes', { reviewId: idOf(), date: day(-25), text: note }),
    });
  }
  return story;
};

type Progress = 'new' | 'under-way' | 'nearly-done' | 'done';

/** The states that actions of a plan have reached, in turn. */
const STATES: Readonly<Record<Progress, readonly ActionState[]>> = {
  new: ['not-started', 'in-progress', 'not-started'],
  'under-way': ['in-progress', 'reported-complete', 'evidence-accepted', 'in-progress', 'signed-off', 'not-started'],
  'nearly-done': ['signed-off', 'evidence-accepted', 'signed-off', 'embedded', 'in-progress'],
  done: ['signed-off', 'embedded', 'signed-off', 'superseded', 'embedded'],
};

/** One recommendation with its actions, their updates, moved targets, requests and evidence. */
const planStory = (
  store: Store,
  cast: Cast,
  source: { readonly reviewId?: () => string; readonly externalReportId?: () => string },
  number: number,
  planAt: number,
  from: number,
  progress: Progress,
  pick: (below: number) => number,
): Happening[] => {
  const plan = PLAN_TEXTS[planAt % PLAN_TEXTS.length];
  if (plan === undefined) return [];
  const { day } = cast;
  const story: Happening[] = [];
  let recommendationId = '';
  story.push({
    on: from,
    kind: 'edit-recommendation',
    write: (write) => {
      recommendationId = write.insert('recommendations', {
        reviewId: source.reviewId?.() ?? null,
        externalReportId: source.externalReportId?.() ?? null,
        number: String(number),
        text: plan.text,
        position: number,
      });
      for (const code of plan.themes)
        write.insert('recommendationThemes', { recommendationId, themeId: must(cast.themes, code) });
      for (const agency of new Set(plan.actions.map(([, at]) => at))) {
        write.insert('recommendationResponses', {
          recommendationId,
          agencyId: cast.agencies[agency] ?? '',
          response: pick(8) === 0 ? 'partly-accepted' : 'accepted',
          rationale: '',
          respondedOn: day(Math.min(from + 14, 0)),
        });
      }
    },
  });
  plan.actions.forEach(([text, agency, measure], at) => {
    const state = STATES[progress][pick(STATES[progress].length)] ?? 'not-started';
    const target = progress === 'new' ? 20 + pick(240) : progress === 'done' ? from + 120 + pick(100) : -80 + pick(260);
    let id = '';
    const agencyId = cast.agencies[agency] ?? '';
    story.push({
      on: from + 1,
      kind: 'add-action',
      write: (write) => {
        const noTarget = pick(14) === 0;
        id = writeAction(store, write, {
          recommendationId,
          number: `${number}.${at + 1}`,
          text,
          leadAgencyId: agencyId,
          multiAgency: plan.actions.length > 3 && at === 0 ? 1 : 0,
          ownerKind: pick(9) === 0 ? 'nobody' : 'post',
          owner: AGENCIES[agency]?.contactPost ?? '',
          leadPost: AGENCIES[agency]?.contactPost ?? '',
          targetDate: noTarget ? null : pick(8) === 0 ? day(target).slice(0, 7) : day(target),
          targetText: null,
          targetMeetingId: null,
          successMeasure: measure,
        });
      },
    });
    if (pick(5) === 0) {
      const reason = MOVE_REASONS[pick(MOVE_REASONS.length)] ?? '';
      const movedTo = target + 60;
      story.push({
        on: Math.min(Math.max(from + 40, target - 20), -5),
        kind: 'change-target',
        reason,
        write: (write) => {
          const action = store.row('actions', id);
          write.insert('earlierTargets', {
            actionId: id,
            targetDate: action.targetDate,
            movedOn: day(Math.min(target - 20, -5)),
            reason,
          });
          write.update('actions', id, { targetDate: day(movedTo) });
        },
      });
    }
    const steps = pathTo(state);
    steps.forEach((to, step) =>
      story.push({
        on: Math.min(from + 20 + step * 30, -3),
        kind: 'move-action',
        write: (write) => {
          const action = store.row('actions', id);
          const date = day(Math.min(from + 20 + step * 30, -3));
          write.insert('actionStateMoves', {
            actionId: id,
            fromState: action.state,
            toState: to,
            date,
            reason: to === 'superseded' ? 'Replaced by an action of a later plan' : '',
          });
          write.update('actions', id, { state: to, stateSince: date });
        },
      }),
    );
    if (state !== 'not-started') {
      const updates = 1 + pick(3);
      for (let update = 0; update < updates; update++) {
        const on = Math.min(from + 30 + update * 60 + pick(20), -4 - pick(30));
        story.push({
          on,
          kind: 'add-update',
          write: (write) =>
            write.insert('progressUpdates', {
              actionId: id,
              agencyId,
              date: day(on),
              text: UPDATE_TEXTS[(update + at + number + planAt) % UPDATE_TEXTS.length] ?? '',
              ragAsserted: null,
            }),
        });
      }
    }
    if (state === 'evidence-accepted' || state === 'signed-off' || (state === 'reported-complete' && pick(2) === 0)) {
      story.push({
        on: Math.min(from + 75, -2),
        kind: 'edit-evidence',
        write: (write) => {
          const evidenceId = write.insert('evidence', {
            what: `${measure}: report to the sub-group`,
            agencyId,
            fromWhom: AGENCIES[agency]?.contactPost ?? '',
            date: day(Math.min(from + 70, -4)),
            heldAt: 'Sub-group papers',
          });
          write.insert('evidenceLinks', { evidenceId, actionId: id });
        },
      });
    }
    if (pick(4) === 0 && (state === 'in-progress' || state === 'not-started')) {
      story.push({
        on: -21,
        kind: 'request-update',
        write: (write) =>
          write.insert('updateRequests', {
            actionId: id,
            agencyId,
            requestedOn: day(-21),
            dueOn: day(-7),
            note: 'Quarterly update',
          }),
      });
    }
  });
  return story;
};

/** The moves from "not started" to a state. */
const pathTo = (state: ActionState): readonly ActionState[] => {
  const path: readonly ActionState[] = [
    'in-progress',
    'reported-complete',
    'evidence-accepted',
    'signed-off',
    'embedded',
  ];
  if (state === 'superseded') return ['in-progress', 'superseded'];
  return path.slice(0, path.indexOf(state) + 1);
};

const planApprovals = (cast: Cast, idOf: () => string, from: number, progress: Progress): Happening[] => {
  const { day } = cast;
  const approve = (
    on: number,
    body: string,
    kind: string,
    appliesTo: 'plan' | 'report',
    conditions: readonly string[] = [],
  ): Happening => ({
    on: Math.min(on, -2),
    kind: 'record-approval',
    write: (write) => {
      const approvalId = write.insert('approvals', {
        appliesTo,
        reviewId: idOf(),
        bodyId: must(cast.bodies, body),
        kind,
        date: day(Math.min(on, -2)),
        minuteReference: `${day(Math.min(on, -2)).slice(0, 7)}/item 5`,
      });
      for (const text of conditions) write.insert('approvalConditions', { approvalId, text });
    },
  });
  if (progress === 'new') {
    return [
      approve(from + 15, SUB_GROUP, 'agreed-in-principle', 'plan', ['Leads to be agreed by the executive group']),
    ];
  }
  const plan = [approve(from + 12, SUB_GROUP, 'endorsed', 'plan'), approve(from + 4, SUB_GROUP, 'endorsed', 'report')];
  return progress === 'under-way'
    ? plan
    : [...plan, approve(from + 30, EXECUTIVE, 'adopted', 'plan'), approve(from + 35, BOARD, 'adopted', 'report')];
};

/** A national report whose recommendations the board answers, some already in place when it came. */
const externalReportStory = (store: Store, cast: Cast): Happening[] => {
  const pick = createPicker(58);
  let reportId = '';
  const { day } = cast;
  const story: Happening[] = [
    {
      on: -300,
      kind: 'edit-recommendation',
      write: (write) => {
        reportId = write.insert('externalReports', {
          reference: 'National report 2026',
          title: 'National review of responses to the exploitation of children',
          issuedBy: 'National Panel',
          publishedOn: day(-310),
          receivedOn: day(-300),
          recommendationCount: 34,
        });
      },
    },
  ];
  for (let at = 0; at < 12; at++) {
    story.push(
      ...planStory(
        store,
        cast,
        { externalReportId: () => reportId },
        at + 1,
        at + 4,
        -290 + at,
        at < 4 ? 'nearly-done' : 'under-way',
        pick,
      ),
    );
  }
  for (let at = 0; at < 22; at++) {
    story.push(
      ...planStory(
        store,
        cast,
        { externalReportId: () => reportId },
        at + 13,
        at,
        -200 + at,
        at % 3 === 0 ? 'new' : 'under-way',
        pick,
      ),
    );
  }
  return story;
};

const meetingStory = (cast: Cast): Happening[] => {
  const { day } = cast;
  const body = (name: string): string => must(cast.bodies, name);
  return [
    {
      on: -28,
      kind: 'edit-meeting',
      write: (write) => {
        const meetingId = write.insert('meetings', {
          bodyId: body(SUB_GROUP),
          date: day(-28),
          state: 'held',
          paperDeadline: day(-35),
        });
        const item = write.insert('meetingItems', {
          meetingId,
          title: 'Draft report on Family L',
          purpose: 'discussion',
          reviewId: must(cast.reviews, 'LCSPR 2026/01'),
          position: 1,
        });
        write.insert('decisions', {
          meetingId,
          meetingItemId: item,
          text: 'The draft goes back to the author with comments; Housing is asked once more for its report.',
          minuteReference: '5.2',
        });
        write.insert('meetingItems', {
          meetingId,
          title: 'Training evaluation',
          purpose: 'information',
          deferredText: 'to an extraordinary meeting, date to be confirmed',
          position: 2,
        });
        cast.agencies.forEach((agencyId, at) =>
          write.insert('attendances', {
            meetingId,
            agencyId,
            post: AGENCIES[at]?.contactPost ?? '',
            attendance: at % 5 === 3 ? 'apologies' : at % 7 === 6 ? 'deputised' : 'present',
          }),
        );
      },
    },
    {
      on: -20,
      kind: 'edit-meeting',
      write: (write) => {
        write.insert('meetings', { bodyId: body(EXECUTIVE), date: day(9), paperDeadline: day(2), state: 'planned' });
        write.insert('meetings', {
          bodyId: body(BOARD),
          date: day(36),
          paperDeadline: day(26),
          provisional: 1,
          state: 'planned',
        });
      },
    },
  ];
};

const boardStory = (cast: Cast): Happening[] => {
  const { day } = cast;
  return [
    {
      on: -300,
      kind: 'edit-learning',
      write: (write) => {
        write.insert('learningProducts', {
          reviewId: must(cast.reviews, 'LR 2025/01'),
          kind: 'briefing',
          title: 'Moving across the boundary: what to do in the first five days',
          audience: 'Front-line staff and managers of both areas',
          issuedOn: day(-300),
          reach: 640,
        });
      },
    },
    {
      on: -60,
      kind: 'edit-learning',
      write: (write) => {
        write.insert('impactChecks', {
          reviewId: must(cast.reviews, 'LR 2025/01'),
          themeId: must(cast.themes, 'household-mobility'),
          question: 'Are moves of families with a plan now told to all agencies within two days?',
          method: 'Audit of 40 moves',
          plannedOn: day(-75),
          checkedOn: day(-60),
          result: 'partly-worked',
          finding: 'Told within two days in 29 of 40 moves.',
        });
      },
    },
    {
      on: -90,
      kind: 'edit-theme',
      write: (write) =>
        write.insert('themeRoutes', {
          themeId: must(cast.themes, 'household-male-partners'),
          bodyId: must(cast.bodies, 'Professional practice sub-group'),
          routedOn: day(-90),
          task: 'Embed the questions on men in the household, and verify by audit that they are asked',
        }),
    },
    {
      on: -15,
      kind: 'edit-stated-figure',
      write: (write) =>
        write.insert('statedFigures', {
          source: 'Annual report, draft',
          sourceDate: day(-15),
          statement: 'Four practice reviews were under way in the year.',
          stated: 4,
          unit: 'reviews',
          note: 'The register counts the review that was handed over.',
        }),
    },
    {
      on: -200,
      kind: 'edit-closure',
      write: (write) => write.insert('closures', { date: day(-150), name: 'County closure day' }),
    },
  ];
};
