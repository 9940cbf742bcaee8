import {
  clock,
  type ReviewRegime,
  type ReviewType,
  type ReviewTypeClock,
  stagesWith,
  websiteYear,
} from './review-type.ts';

/**
 * Regimes of the serious case review. The facts that change (6 months from December 2009; overview reports published for reviews
 * initiated from 10 June 2010; panel of experts 2013 to 2018; hand-over of unfinished reviews) are confirmed; which edition of the
 * guidance a regime is called by, and its exact first day where only a year is given, are not.
 */
const seriousCaseReviewRegimes: readonly ReviewRegime[] = [
  {
    code: 'scr-2006',
    name: 'From April 2006: executive summary published',
    from: '2006-04-01',
    until: '2009-12',
    source: 'Working Together 2006. In force from 1 April 2006 is confirmed; its 4 months to complete is not',
    confirmed: false,
  },
  {
    code: 'scr-2009',
    name: 'From December 2009: completion within 6 months, executive summary published',
    from: '2009-12',
    until: '2010-06-10',
    source: 'Statutory guidance as changed in December 2009',
    confirmed: true,
  },
  {
    code: 'scr-2010',
    name: 'From 10 June 2010: overview report published too',
    from: '2010-06-10',
    until: '2013',
    source: 'Government decision on reviews initiated on or after 10 June 2010',
    confirmed: true,
  },
  {
    code: 'scr-2013',
    name: 'From 2013: national panel of independent experts',
    from: '2013',
    until: '2018',
    source: 'National Panel of Independent Experts on Serious Case Reviews, 2013 to 2018',
    confirmed: true,
  },
  {
    code: 'scr-transition',
    name: 'Transition: unfinished when the new arrangements began',
    from: '2018',
    until: '2020-09-29',
    source: 'Transitional arrangements: unfinished reviews handed over for finalisation before 29 September 2020',
    confirmed: true,
  },
];

const completion = (regime: string, months: number, source: string, confirmed: boolean): ReviewTypeClock =>
  clock({
    code: `${regime}-completion`,
    name: `Complete within ${months} months of the decision to proceed`,
    runsFrom: 'decided-to-proceed',
    stopsAt: 'completed',
    length: months,
    unit: 'months',
    regime,
    source,
    confirmed,
  });

const sixMonths = (regime: string): ReviewTypeClock =>
  completion(regime, 6, 'Statutory guidance from December 2009: within 6 months of the decision to proceed', true);

const copiesBeforePublication = (code: string, regime: string | null, source: string, confirmed: boolean) =>
  clock({
    code,
    name: 'Copies sent before publication to the Panel, the Secretary of State and Ofsted',
    runsFrom: 'published',
    stopsAt: 'copies-sent-before-publication',
    length: 7,
    unit: 'working-days',
    direction: 'before',
    regime,
    source,
    confirmed,
  });

const COPIES_SOURCE = 'Statutory guidance for serious case reviews: at least 7 working days before publication';

const seriousCaseReview: ReviewType = {
  code: 'scr-england',
  name: 'Serious case review',
  shortName: 'SCR',
  singular: 'serious case review',
  plural: 'serious case reviews',
  statutory: true,
  nation: 'england',
  commissioningBody: 'Local safeguarding children board',
  inForceFrom: '2006-04-01',
  inForceUntil: '2019-09-29',
  trigger:
    'Abuse or neglect of a child is known or suspected, and the child has died, or has been seriously harmed and there is concern about how agencies worked together',
  decidedBy: 'Chair of the board',
  note: 'In force until the area’s new arrangements began, on 29 September 2019 at the latest. In schools “SCR” also means single central record: write the name in full first. Ofsted graded these reviews from April 2007 to 2012.',
  source: 'Local safeguarding children board regulations and Working Together',
  confirmed: true,
  stages: stagesWith(
    ['agency-reports', 'Agency reports being written'],
    ['overview-report', 'Overview report being written'],
  ),
  regimes: seriousCaseReviewRegimes,
  clocks: [
    clock({
      code: 'scr-decision',
      name: 'Decision within 1 month of notification',
      runsFrom: 'notified',
      stopsAt: 'decided-to-proceed',
      length: 1,
      unit: 'months',
      source: 'Statutory guidance: normally within 1 month of notification of the incident',
      confirmed: true,
    }),
    completion('scr-2006', 4, 'Working Together 2006, before December 2009: 4 months', false),
    sixMonths('scr-2009'),
    sixMonths('scr-2010'),
    sixMonths('scr-2013'),
    sixMonths('scr-transition'),
    clock({
      code: 'scr-2013-panel-told',
      name: 'National panel told of a decision not to review',
      runsFrom: 'decided-not-to-proceed',
      stopsAt: 'panel-told-of-decision',
      length: 2,
      unit: 'weeks',
      regime: 'scr-2013',
      source: 'National Panel of Independent Experts, 2013 to 2018: told within two weeks',
      confirmed: true,
    }),
    copiesBeforePublication('scr-2013-copies', 'scr-2013', COPIES_SOURCE, true),
    copiesBeforePublication('scr-transition-copies', 'scr-transition', COPIES_SOURCE, true),
    websiteYear('scr'),
    clock({
      code: 'scr-hand-over',
      name: 'Unfinished review handed over for finalisation',
      runsFrom: 'initiated',
      stopsAt: 'handed-over',
      length: 0,
      unit: 'fixed-date',
      direction: 'before',
      fixedDate: '2020-09-29',
      regime: 'scr-transition',
      source: 'Transitional arrangements: before 29 September 2020, so the 28th at the latest',
      confirmed: true,
    }),
  ],
};

const rapidReview: ReviewType = {
  code: 'rapid-review-england',
  name: 'Rapid review',
  shortName: 'Rapid review',
  singular: 'rapid review',
  plural: 'rapid reviews',
  statutory: true,
  nation: 'england',
  commissioningBody: 'Safeguarding partners',
  inForceFrom: '2018-06-29',
  inForceUntil: null,
  trigger: 'Every serious incident notification',
  decidedBy: 'The safeguarding partners',
  note: 'Not to be confused with a rapid response, which answers a child’s death.',
  source: 'Working Together 2018 and later editions',
  confirmed: true,
  stages: stagesWith(['gathering', 'Facts being gathered'], ['meeting', 'Rapid review meeting']),
  regimes: [],
  clocks: [
    clock({
      code: 'rapid-review-panel-notification',
      name: 'National Panel notified within 5 working days',
      runsFrom: 'authority-aware',
      stopsAt: 'panel-notified',
      length: 5,
      unit: 'working-days',
      source: 'Working Together: within 5 working days of the authority becoming aware',
      confirmed: true,
    }),
    clock({
      code: 'rapid-review-completion',
      name: 'Complete within 15 working days',
      runsFrom: 'notified',
      stopsAt: 'completed',
      length: 15,
      unit: 'working-days',
      source:
        'Working Together: within 15 working days (confirmed). Areas differ on the event and on day zero: counting from notification, with the next day as day 1, is this product’s default',
      confirmed: true,
    }),
  ],
};

const localChildSafeguardingPracticeReview: ReviewType = {
  code: 'lcspr-england',
  name: 'Local child safeguarding practice review',
  shortName: 'LCSPR',
  singular: 'local child safeguarding practice review',
  plural: 'local child safeguarding practice reviews',
  statutory: true,
  nation: 'england',
  commissioningBody: 'Safeguarding partners',
  inForceFrom: '2019',
  inForceUntil: null,
  trigger: 'A serious case that raises issues of importance for the area',
  decidedBy: 'The three safeguarding partners',
  note: 'Replaced the serious case review as each area’s new arrangements began, between April and September 2019.',
  source: 'Working Together 2018 and later editions',
  confirmed: true,
  stages: stagesWith(['scoping', 'Being scoped'], ['review', 'Review under way'], ['report', 'Report being written']),
  regimes: [],
  clocks: [
    clock({
      code: 'lcspr-publication',
      name: 'Published within 6 months of initiation',
      runsFrom: 'initiated',
      stopsAt: 'published',
      length: 6,
      unit: 'months',
      source: 'Working Together: publish within 6 calendar months of initiation',
      confirmed: true,
    }),
    copiesBeforePublication(
      'lcspr-copies',
      null,
      'Confirmed for serious case reviews only; taken over as this product’s default',
      false,
    ),
    websiteYear('lcspr'),
  ],
};

export const ENGLISH_CHILD_REVIEW_TYPES = [
  seriousCaseReview,
  rapidReview,
  localChildSafeguardingPracticeReview,
] as const;
