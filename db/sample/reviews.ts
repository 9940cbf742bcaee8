/** The sample's reviews, with every date as days from the day the sample is made: negative is past. */
import type {
  DelayReason,
  EvaluationStatus,
  EventKind,
  PublicationDecision,
  ReviewLead,
  ReviewTypeCode,
} from '../domain/codes.ts';

export type SampleReview = {
  readonly reference: string;
  readonly type: ReviewTypeCode;
  /** The reference of an earlier review of the same case. */
  readonly sameCaseAs?: string;
  readonly label: string;
  readonly printLabel?: string;
  readonly title: string;
  readonly lead?: ReviewLead;
  readonly leadBody?: string;
  readonly incident: number;
  readonly stage: string;
  readonly events: readonly (readonly [kind: EventKind, days: number])[];
  /** An event known only in words, e.g. "spring 2027". */
  readonly forecast?: { readonly kind: EventKind; readonly date: string | null; readonly text: string };
  readonly themes: readonly string[];
  /** Places in PLAN_TEXTS. */
  readonly plans: readonly number[];
  /** How far its plan has come: new, under way, nearly done, done. */
  readonly progress?: 'new' | 'under-way' | 'nearly-done' | 'done';
  readonly decision?: {
    readonly decision: PublicationDecision;
    readonly days: number;
    readonly basis?: string;
    readonly agreedBy?: string;
    readonly disagreedBy?: string;
  };
  readonly planned?: number;
  readonly published?: { readonly days: number; readonly place: string; readonly takenDown?: number };
  readonly delays?: readonly {
    readonly reasons: readonly DelayReason[];
    readonly since: number;
    readonly expectedEndEvent: string;
    readonly nextReview?: number;
    readonly told?: string;
    readonly interimLearning?: string;
    readonly ended?: readonly [days: number, by: string];
  }[];
  readonly evaluations?: readonly (readonly [grade: string, status: EvaluationStatus, days: number, note: string])[];
  readonly handOver?: {
    readonly body: string;
    readonly deadline: number;
    readonly deadlineText?: string;
    readonly done?: number;
  };
  readonly notProceeding?: { readonly days: number; readonly reasons: string };
  readonly relaxed?: string;
  readonly agencyReports?: readonly (readonly [
    agency: number,
    requested: number,
    due: number,
    received: number | null,
  ])[];
  readonly note?: string;
};

export const SAMPLE_REVIEWS: readonly SampleReview[] = [
  {
    reference: 'LCSPR 2025/02',
    type: 'lcspr-england',
    label: 'Baby T',
    printLabel: 'Child T',
    title: 'Death of an infant at home',
    incident: -560,
    stage: 'complete',
    events: [
      ['notified', -548],
      ['authority-aware', -550],
      ['decided-to-proceed', -520],
      ['initiated', -515],
      ['report-agreed', -190],
      ['completed', -170],
    ],
    themes: ['practice-pre-birth', 'household-male-partners', 'household-substance-misuse', 'child-infants'],
    plans: [0, 1, 7],
    progress: 'under-way',
    decision: { decision: 'full-report', days: -185, agreedBy: 'All three safeguarding partners' },
    delays: [
      {
        reasons: ['criminal-proceedings'],
        since: -170,
        expectedEndEvent: 'verdict in the trial',
        nextReview: -12,
        told: 'National Panel; Department for Education',
        interimLearning: 'Seven-minute briefing issued to front-line staff',
      },
      {
        reasons: ['inquest'],
        since: -95,
        expectedEndEvent: 'conclusion of the inquest',
        nextReview: 40,
        told: 'Coroner’s officer',
      },
    ],
    note: 'The senior investigating officer asks that nothing is published before the verdict. The partners agreed to issue interim learning instead.',
  },
  {
    reference: 'LCSPR 2026/01',
    type: 'lcspr-england',
    label: 'Family L',
    printLabel: 'Family L',
    title: 'Long-term neglect of four siblings',
    incident: -290,
    stage: 'report',
    events: [
      ['notified', -268],
      ['authority-aware', -270],
      ['decided-to-proceed', -214],
      ['initiated', -207],
      ['scoped', -190],
      ['author-appointed', -180],
      ['draft-received', -30],
    ],
    themes: ['harm-neglect', 'working-together-information', 'practice-over-optimism', 'working-together-schools'],
    plans: [4, 8],
    progress: 'new',
    agencyReports: [
      [0, -175, -120, -118],
      [5, -175, -120, -95],
      [6, -175, -120, null],
      [4, -175, -120, -125],
    ],
    note: 'Housing’s report is still awaited. The author is content to go on without it if it has not come by the end of the month.',
  },
  {
    reference: 'RR 2026/05',
    type: 'rapid-review-england',
    label: 'Child K',
    title: 'Serious injury of a child aged two',
    incident: -14,
    stage: 'gathering',
    events: [
      ['authority-aware', -13],
      ['notified', -12],
      ['panel-notified', -9],
    ],
    themes: ['harm-physical'],
    plans: [],
  },
  {
    reference: 'RR 2026/03',
    type: 'rapid-review-england',
    label: 'Child M',
    printLabel: 'Child M',
    title: 'Death of a young person through criminal exploitation',
    incident: -118,
    stage: 'closed',
    events: [
      ['authority-aware', -116],
      ['notified', -115],
      ['panel-notified', -108],
      ['completed', -88],
      ['closed', -70],
    ],
    themes: ['harm-criminal-exploitation', 'child-adolescents'],
    plans: [],
    decision: {
      decision: 'not-to-be-published',
      days: -85,
      basis: 'Rapid reviews are not published; the learning goes into the practice review',
    },
    note: 'Converted into a local child safeguarding practice review.',
  },
  {
    reference: 'LCSPR 2026/02',
    type: 'lcspr-england',
    sameCaseAs: 'RR 2026/03',
    label: '',
    title: 'Practice review after the rapid review of Child M',
    incident: -118,
    stage: 'scoping',
    events: [
      ['decided-to-proceed', -75],
      ['initiated', -70],
      ['scoped', -40],
    ],
    themes: ['harm-criminal-exploitation', 'working-together-schools', 'working-together-cross-border'],
    plans: [],
    agencyReports: [
      [0, -38, 10, null],
      [1, -38, 10, null],
      [5, -38, -5, -4],
    ],
  },
  {
    reference: 'LR 2025/01',
    type: 'learning-review',
    label: 'Children I and J',
    printLabel: 'Children I and J',
    title: 'Joint learning review with Samplebury on a move across the county boundary',
    lead: 'joint',
    leadBody: 'Samplebury Safeguarding Children Partnership',
    incident: -700,
    stage: 'closed',
    events: [
      ['referred', -640],
      ['initiated', -620],
      ['report-agreed', -345],
      ['completed', -330],
      ['published', -310],
      ['closed', -100],
    ],
    themes: ['household-mobility', 'working-together-cross-border', 'working-together-information'],
    plans: [10, 6],
    progress: 'nearly-done',
    decision: { decision: 'full-report', days: -345 },
    published: { days: -310, place: 'the partnership’s website' },
  },
  {
    reference: 'LR 2026/01',
    type: 'learning-review',
    label: 'Infants under one',
    title: 'Thematic learning review of injuries to infants under one',
    incident: -400,
    stage: 'referred',
    events: [
      ['referred', -80],
      ['initiated', -60],
    ],
    forecast: { kind: 'completed', date: null, text: 'spring next year' },
    themes: ['child-infants', 'practice-non-mobile-babies'],
    plans: [5],
    progress: 'new',
  },
  {
    reference: 'SCR 2016/01',
    type: 'scr-england',
    label: 'Child E',
    printLabel: 'Child E',
    title: 'Death of a child known to several services',
    incident: -3900,
    stage: 'closed',
    events: [
      ['notified', -3880],
      ['decided-to-proceed', -3855],
      ['initiated', -3850],
      ['report-agreed', -3560],
      ['completed', -3550],
      ['published', -3520],
      ['taken-down', -3100],
      ['closed', -3300],
    ],
    themes: ['household-parental-history', 'practice-missed-appointments', 'harm-neglect'],
    plans: [2, 3],
    progress: 'done',
    decision: { decision: 'full-report', days: -3560 },
    published: { days: -3520, place: 'the board’s website', takenDown: -3100 },
  },
  {
    reference: 'SCR 2009/01',
    type: 'scr-england',
    label: 'Baby H',
    printLabel: 'Baby H',
    title: 'Death of a baby; review graded under the national regime of the time',
    incident: -6550,
    stage: 'closed',
    events: [
      ['notified', -6530],
      ['decided-to-proceed', -6505],
      ['completed', -6300],
      ['submitted', -6295],
      ['evaluated', -6230],
      ['published', -6200],
      ['closed', -5900],
    ],
    themes: ['practice-non-mobile-babies', 'household-male-partners'],
    plans: [],
    decision: {
      decision: 'executive-summary-only',
      days: -6300,
      basis: 'Initiated before 10 June 2010: the executive summary was published',
    },
    published: { days: -6200, place: 'the board’s website', takenDown: -5800 },
    evaluations: [
      ['inadequate', 'provisional', -6230, 'First letter of the inspectorate'],
      ['inadequate', 'contested', -6215, 'The board wrote that the grade misread two agency reports'],
      ['inadequate', 'appealed', -6190, 'Meeting with the inspectorate'],
      ['adequate', 'regraded', -6120, 'Re-considered after the appeal'],
    ],
  },
  {
    reference: 'LCSPR 2026/E1',
    type: 'lcspr-england',
    label: 'Young person R',
    title: 'Review led by Samplebury; this partnership contributes',
    lead: 'led-elsewhere',
    leadBody: 'Samplebury Safeguarding Children Partnership',
    incident: -230,
    stage: 'review',
    events: [
      ['notified', -200],
      ['initiated', -150],
    ],
    themes: ['child-adolescents', 'household-mobility'],
    plans: [],
  },
  {
    reference: 'DARDR 2025/01',
    type: 'domestic-abuse-related-death-review',
    label: 'Adult W',
    title: 'Death of a parent through domestic abuse; the children are known to services',
    incident: -520,
    stage: 'complete',
    events: [
      ['notified', -505],
      ['decided-to-proceed', -480],
      ['report-agreed', -310],
      ['completed', -302],
    ],
    themes: ['household-domestic-abuse', 'working-together-adult-services'],
    plans: [1, 11],
    progress: 'under-way',
    decision: { decision: 'anonymous-nspcc', days: -120 },
    planned: 60,
    delays: [
      {
        reasons: ['quality-assurance-elsewhere', 'family-wishes'],
        since: -100,
        expectedEndEvent: 'letter of the quality assurance panel',
        nextReview: 21,
        told: 'Community safety partnership',
      },
    ],
  },
  {
    reference: 'SAR 2026/01',
    type: 'safeguarding-adults-review',
    label: 'Adult P',
    title: 'Safeguarding adults review beside the board’s own work on transitions',
    lead: 'joint',
    leadBody: 'Exampleshire Safeguarding Adults Board',
    incident: -200,
    stage: 'deciding',
    events: [['referred', -45]],
    themes: ['working-together-transitions'],
    plans: [],
  },
  {
    reference: 'RR 2026/04',
    type: 'rapid-review-england',
    label: 'Child N',
    title: 'Rapid review that did not lead to a practice review',
    incident: -75,
    stage: 'not-proceeding',
    events: [
      ['authority-aware', -73],
      ['notified', -72],
      ['panel-notified', -70],
      ['completed', -53],
      ['decided-not-to-proceed', -50],
      ['panel-told-of-decision', -49],
    ],
    themes: ['harm-sudden-infant-death'],
    plans: [],
    decision: {
      decision: 'not-to-be-published',
      days: -50,
      basis: 'Rapid reviews are not published; a briefing was re-issued',
    },
    notProceeding: {
      days: -50,
      reasons:
        'The learning is already addressed by the plan of Baby T; the panel agreed. A briefing on safer sleep was re-issued.',
    },
  },
  {
    reference: 'SCR 2018/02',
    type: 'scr-england',
    label: 'Child D',
    title: 'Handed over from the former board for finalisation',
    incident: -3050,
    stage: 'complete',
    events: [
      ['notified', -3030],
      ['decided-to-proceed', -3005],
      ['handed-over', -2300],
      ['completed', -2200],
    ],
    themes: ['practice-over-optimism', 'practice-supervision', 'harm-neglect'],
    plans: [11, 9],
    progress: 'done',
    decision: {
      decision: 'not-to-be-published',
      days: -2190,
      basis: 'Welfare of a surviving child; recommendations published instead',
      agreedBy: 'Partnership executive',
      disagreedBy: 'One partner asked that the reasons be minuted',
    },
    handOver: {
      body: 'Exampleshire Safeguarding Children Partnership',
      deadline: -2248,
      deadlineText: 'before 29 September 2020',
      done: -2300,
    },
  },
  {
    reference: 'LCSPR 2025/03',
    type: 'lcspr-england',
    label: 'Child S',
    title: 'Practice review to be handed to the successor partnership of the northern area',
    incident: -430,
    stage: 'report-agreed',
    events: [
      ['notified', -420],
      ['decided-to-proceed', -395],
      ['initiated', -390],
      ['report-agreed', -60],
    ],
    themes: ['working-together-escalation', 'practice-curiosity'],
    plans: [6],
    progress: 'under-way',
    relaxed: 'Extension agreed with the national Panel while the family court proceedings ran',
    handOver: { body: 'North Exampleshire Safeguarding Children Partnership', deadline: 45 },
  },
];
