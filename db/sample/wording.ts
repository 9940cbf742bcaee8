/** What the sample board's plans say. Fictional, shaped like the plans that boards publish; posts and bodies only. */

export const AGENCIES = [
  {
    name: 'Exampleshire Children’s Services',
    shortName: 'Children’s Services',
    sector: 'Local authority',
    contactPost: 'Head of Safeguarding',
  },
  {
    name: 'Exampleshire Police',
    shortName: 'Police',
    sector: 'Police',
    contactPost: 'Detective Superintendent, Public Protection',
  },
  { name: 'Exampleshire Integrated Care Board', shortName: 'ICB', sector: 'Health', contactPost: 'Designated Nurse' },
  { name: 'Exampleshire Hospitals NHS Trust', shortName: 'Hospitals', sector: 'Health', contactPost: 'Named Doctor' },
  {
    name: 'Exampleshire Community Health',
    shortName: 'Community Health',
    sector: 'Health',
    contactPost: 'Named Nurse',
  },
  {
    name: 'Schools and Colleges',
    shortName: 'Schools',
    sector: 'Education',
    contactPost: 'Education Safeguarding Lead',
  },
  {
    name: 'Exampleshire Housing',
    shortName: 'Housing',
    sector: 'District councils',
    contactPost: 'Head of Housing Needs',
  },
  {
    name: 'Probation Service, Exampleshire',
    shortName: 'Probation',
    sector: 'Justice',
    contactPost: 'Head of Probation Delivery Unit',
  },
  {
    name: 'Brightwater Drug and Alcohol Service',
    shortName: 'Brightwater',
    sector: 'Voluntary',
    contactPost: 'Service Manager',
  },
  {
    name: 'Exampleshire Adult Social Care',
    shortName: 'Adult Social Care',
    sector: 'Local authority',
    contactPost: 'Principal Social Worker',
  },
] as const;

/** A recommendation with the actions that answer it, the agencies that lead them (by place in AGENCIES) and its themes. */
export type PlanText = {
  readonly text: string;
  readonly themes: readonly string[];
  readonly actions: readonly (readonly [text: string, agency: number, measure: string])[];
};

export const PLAN_TEXTS: readonly PlanText[] = [
  {
    text: 'The partnership should be assured that pre-birth assessments are multi-agency, begin by 20 weeks and end in a written plan.',
    themes: ['practice-pre-birth', 'child-infants'],
    actions: [
      [
        'Revise the pre-birth protocol so that midwifery, health visiting and adult services are asked in every case.',
        0,
        'Protocol agreed and published',
      ],
      ['Audit 30 pre-birth assessments for the presence of all agencies.', 2, '90% with all agencies present'],
      ['Brief community midwives on the revised referral point at 20 weeks.', 3, 'All teams briefed'],
      ['Add an alert for concealed pregnancy to the electronic record.', 4, 'Alert live in all practices'],
    ],
  },
  {
    text: 'Agencies should ask about men and new partners in the household and record what they are told.',
    themes: ['household-male-partners', 'household-composition'],
    actions: [
      ['Add questions on household members and new partners to the assessment form.', 0, 'Form in use'],
      [
        'Include fathers and partners in the health visiting new-birth contact.',
        4,
        '80% of contacts record the father',
      ],
      ['Share information on domestic abuse call-outs with health visiting within 48 hours.', 1, '95% within 48 hours'],
    ],
  },
  {
    text: 'Practitioners should use the family’s history when they judge present risk.',
    themes: ['household-parental-history', 'practice-assessment'],
    actions: [
      ['Require a chronology in every case that reaches a strategy discussion.', 0, 'Chronology in 95% of files'],
      ['Train first-line managers to test the use of history in supervision.', 0, '60 managers trained'],
      ['Make earlier records of adults available to child health staff.', 3, 'Access granted to named staff'],
      ['Give probation staff a checklist of family questions at the start of an order.', 7, 'Checklist in use'],
    ],
  },
  {
    text: 'Missed appointments of children should be treated as “was not brought” and followed up.',
    themes: ['practice-missed-appointments', 'harm-neglect'],
    actions: [
      ['Adopt a was-not-brought policy across acute and community services.', 3, 'Policy adopted'],
      ['Report children not brought twice to the safeguarding team.', 4, 'Monthly report'],
      ['Audit general practice follow-up of missed appointments.', 2, 'Audit of 40 practices'],
    ],
  },
  {
    text: 'The partnership should strengthen how information is shared at the first signs of neglect.',
    themes: ['working-together-information', 'harm-neglect'],
    actions: [
      ['Launch the neglect toolkit with schools and early help.', 5, '200 staff trained'],
      ['Hold a monthly neglect panel for cases open longer than nine months.', 0, 'Panel meets monthly'],
      ['Include housing conditions in referrals from housing officers.', 6, 'All officers briefed'],
      ['Measure re-referrals for neglect within twelve months.', 0, 'Below 15%'],
    ],
  },
  {
    text: 'Injuries in babies who are not yet mobile should always lead to a discussion between health and children’s services.',
    themes: ['practice-non-mobile-babies', 'harm-physical'],
    actions: [
      ['Re-issue the pathway for injuries in non-mobile babies to every emergency department.', 3, 'Pathway displayed'],
      ['Test the pathway with a mystery exercise in two departments.', 2, 'Both departments follow it'],
      ['Give out-of-hours doctors direct access to the consultant on call.', 2, 'Rota published'],
    ],
  },
  {
    text: 'Staff should know how to escalate when they disagree with another agency’s decision.',
    themes: ['working-together-escalation', 'practice-curiosity'],
    actions: [
      ['Publish a one-page escalation route with names of posts.', 0, 'On every agency’s intranet'],
      ['Record and report escalations each quarter.', 1, 'Quarterly report'],
      ['Include escalation in induction for school safeguarding leads.', 5, 'All new leads'],
    ],
  },
  {
    text: 'Services that work with parents who misuse drugs or alcohol should see and record the child.',
    themes: ['household-substance-misuse', 'child-voice'],
    actions: [
      [
        'Carry out joint home visits with health visiting at the start of treatment.',
        8,
        '75% of parents with a child under five',
      ],
      ['Supply safe storage boxes and record that they are used.', 8, 'All parents prescribed take-home doses'],
      ['Add a parenting question to every treatment review.', 8, '100% of reviews'],
    ],
  },
  {
    text: 'The voice of the child should be evident in plans and decisions.',
    themes: ['child-voice', 'practice-recording'],
    actions: [
      ['Use direct-work tools in every child protection plan.', 0, 'Seen in 85% of plans'],
      ['Ask children after conferences whether they felt heard.', 0, 'Survey each quarter'],
      ['Record what the child was seen to do where they cannot speak.', 4, 'Audit of 25 files'],
    ],
  },
  {
    text: 'Schools should be part of every strategy discussion about a pupil.',
    themes: ['working-together-schools', 'working-together-core-group'],
    actions: [
      ['Give schools a direct line to the front door for strategy discussions.', 0, 'Line in use'],
      ['Monitor school attendance at core groups.', 5, '90% attendance'],
    ],
  },
  {
    text: 'Housing moves of families with a child protection plan should be told to all agencies within two days.',
    themes: ['household-mobility', 'working-together-cross-border'],
    actions: [
      ['Agree a notice of move with the four housing providers.', 6, 'Agreement signed'],
      ['Check receipt of notices in the monthly data meeting.', 0, '98% within two days'],
    ],
  },
  {
    text: 'Supervision should give staff time to think about cases that are stuck.',
    themes: ['practice-supervision', 'practice-over-optimism'],
    actions: [
      ['Introduce group supervision for cases open longer than a year.', 0, 'Monthly in all teams'],
      ['Offer safeguarding supervision to community nurses every eight weeks.', 4, '95% compliance'],
      ['Include over-optimism in the supervision template.', 9, 'Template in use'],
    ],
  },
];

export const UPDATE_TEXTS = [
  'Drafted and sent for comment to partner agencies.',
  'First cohort trained; the remaining dates are booked.',
  'Audit tool agreed; sample drawn and files requested.',
  'Delayed by vacancies in the team; a revised date has been asked for.',
  'Policy approved by the internal committee; publication next.',
  'Evidence sent to the case review sub-group.',
  'Baseline measured; second measurement planned for next quarter.',
  'Guidance issued to all teams with a short film.',
  'No change since the last update.',
] as const;

export const MOVE_REASONS = [
  'Waiting for the regional procedure to be agreed',
  'Lead post vacant until a new appointment',
  'System supplier cannot deliver the change before the next release',
  'Combined with the action of a later review',
] as const;
