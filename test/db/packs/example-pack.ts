import type { Pack, PackCell, PackTable } from '../../../db/packs/model.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'] as const;

const text = (value: string): PackCell => ({ kind: 'text', text: value });
const date = (sort: string | null, printed: string): PackCell => ({ kind: 'date', sort, text: printed });
const number = (value: number | null, printed = value === null ? 'not known' : String(value)): PackCell => ({
  kind: 'number',
  value,
  text: printed,
});
const rag = (level: string | null, printed: string): PackCell => ({ kind: 'rag', level, text: printed });

const liveReviews: PackTable = {
  kind: 'table',
  id: 'live-reviews',
  caption: 'Live reviews, earliest due first',
  columns: [
    { key: 'reference', heading: 'Reference', kind: 'text', width: 2 },
    { key: 'label', heading: 'Label', kind: 'text', width: 2 },
    { key: 'type', heading: 'Type', kind: 'text', width: 3 },
    { key: 'stage', heading: 'Stage', kind: 'text', width: 2 },
    { key: 'decided', heading: 'Decision date', kind: 'date', width: 2 },
    { key: 'due', heading: 'Due', kind: 'date', width: 2 },
    { key: 'forecast', heading: 'Forecast', kind: 'date', width: 2 },
    { key: 'rag', heading: 'Rating', kind: 'rag', width: 2 },
    { key: 'next', heading: 'Next event', kind: 'text', width: 3 },
    { key: 'owner', heading: 'Owner', kind: 'text', width: 2 },
  ],
  rows: [
    [
      text('EX-2019-03'),
      text('Child T'),
      text('Local Child Safeguarding Practice Review'),
      text('Drafting the report'),
      date('2019-11-08', '8 November 2019'),
      date('2020-05-08', '8 May 2020'),
      date(null, 'late 2020'),
      rag('red', 'Overdue'),
      text('Second draft to the case review sub-group, 23 June 2020'),
      text('Independent reviewer'),
    ],
    [
      text('EX-2019-04'),
      text('Family Llŷr'),
      text('Learning review'),
      text('Evidence gathering'),
      date('2020-01-14', '14 January 2020'),
      date('2020-06-14', '14 June 2020 (Sunday)'),
      date('2020-07', 'July 2020'),
      rag('amber', 'Due soon'),
      text('Practitioner event, date to be agreed'),
      text('Board manager'),
    ],
    [
      text('EX-2020-01'),
      text('Children I and J'),
      text('Rapid review'),
      text('Panel'),
      date('2020-05-28', '28 May 2020'),
      date('2020-06-19', '19 June 2020'),
      date('2020-06-18', '18 June 2020'),
      rag('green', 'On time'),
      text('Rapid review meeting'),
      text('Case review sub-group'),
    ],
    [
      text('EX-2018-02'),
      text('Young person R'),
      text('Serious Case Review'),
      text('Report finished, not published'),
      date('2018-03-05', '5 March 2018'),
      date('2018-09-05', '5 September 2018'),
      date('2019-02-19', '19 February 2019'),
      rag('blue', 'Signed off'),
      text('Verdict in the trial'),
      text('Executive group'),
    ],
    [
      text('EX-2007-01'),
      text('Baby K'),
      text('Serious Case Review'),
      text('Actions only'),
      date('2007', '2007'),
      date(null, ''),
      date(null, ''),
      rag('grey', 'No update'),
      text('None planned'),
      text('Nobody yet'),
    ],
    [
      text('EX-2020-02'),
      text('Child W 🧒'),
      text('Independent inter-agency review'),
      text('Decision'),
      date('2020-06-02', '2 June 2020'),
      date(null, 'January Board'),
      date(null, ''),
      rag(null, 'Not rated'),
      text('Decision on whether to review'),
      text('All'),
    ],
  ],
  nil: 'There are no live reviews.',
};

const LONG_ACTION =
  'Agree one multi-agency pre-birth assessment pathway with the maternity services of both hospitals, set out who ' +
  'calls the first meeting and by which week of the pregnancy, write it into the procedures, tell every team, and ' +
  'check after six months, by reading twenty files chosen at random, that the first meeting was held in time and ' +
  'that history from other areas was asked for and used.';

export const examplePack: Pack = {
  title: 'Case reviews: status pack',
  body: 'Executive group',
  board: 'Exampleshire Safeguarding Children Partnership',
  meetingDate: '2020-06-18',
  audience: 'board',
  purpose: 'decision',
  marking: 'OFFICIAL-SENSITIVE',
  dataAsAt: '2020-06-05',
  ragKey: {
    scheme: 'Schedule',
    levels: [
      { code: 'green', label: 'On time', symbol: '●', tone: 'green', rule: 'The target date has not come.' },
      {
        code: 'amber',
        label: 'Due soon',
        symbol: '◆',
        tone: 'amber',
        rule: 'Due within 30 days without evidence, or the target date has moved once.',
      },
      { code: 'red', label: 'Overdue', symbol: '▲', tone: 'red', rule: 'The target date has passed.' },
      { code: 'blue', label: 'Signed off', symbol: '✓', tone: 'blue', rule: 'The board has accepted the evidence.' },
      {
        code: 'grey',
        label: 'No update',
        symbol: '○',
        tone: 'grey',
        rule: 'No update has been received since the last request.',
      },
    ],
  },
  sections: [
    {
      id: 'cover',
      heading: 'Cover',
      blocks: [{ kind: 'facts', facts: [{ label: 'Period', value: '1 March 2020 to 5 June 2020' }] }],
    },
    {
      id: 'overview',
      heading: 'Where we are',
      blocks: [
        {
          kind: 'paragraph',
          text: '6 reviews are live. 1 report is finished and not published; publication is delayed by criminal proceedings.',
        },
        {
          kind: 'figures',
          caption: 'Headline figures',
          figures: [
            { label: 'Live reviews', value: 6, outOf: null, note: null },
            { label: 'Actions complete', value: 12, outOf: 40, note: 'Evidence accepted by the sub-group or later.' },
            { label: 'Actions overdue', value: 7, outOf: 40, note: null },
            { label: 'Actions without an update', value: 0, outOf: 0, note: 'No update was due in this period.' },
          ],
        },
        { kind: 'subheading', text: 'Decisions sought' },
        {
          kind: 'list',
          items: [
            'Agree the new target date of action 3.2 of EX-2018-02, moved from 31 March 2020 to 30 September 2020.',
            'Endorse the learning briefing for Family Llŷr.',
          ],
        },
        {
          kind: 'table',
          id: 'by-type',
          caption: 'Reviews by type and stage',
          columns: [
            { key: 'type', heading: 'Type', kind: 'text', width: 5 },
            { key: 'live', heading: 'Live', kind: 'number', width: 1 },
            { key: 'finished', heading: 'Finished, not published', kind: 'number', width: 2 },
            { key: 'published', heading: 'Published', kind: 'number', width: 2 },
          ],
          rows: [
            [text('Serious Case Review'), number(2), number(1), number(4)],
            [text('Local Child Safeguarding Practice Review'), number(1), number(0), number(0)],
            [text('Rapid review'), number(1), number(0), number(null)],
          ],
          nil: 'There are no reviews.',
        },
        { kind: 'subheading', text: 'What changed since the last pack' },
        { kind: 'nil', text: 'Nothing has changed since the last pack.' },
      ],
    },
    {
      id: 'live-reviews',
      heading: 'Live reviews',
      blocks: [{ kind: 'paragraph', text: 'Dates are given as precisely as they are known.' }, liveReviews],
    },
    {
      id: 'publication',
      heading: 'Publication register',
      blocks: [
        {
          kind: 'table',
          id: 'delayed',
          caption: 'Publication delayed',
          columns: [
            { key: 'reference', heading: 'Reference', kind: 'text', width: 1 },
            { key: 'reason', heading: 'Reason', kind: 'text', width: 3 },
            { key: 'days', heading: 'Days delayed', kind: 'number', width: 1 },
          ],
          rows: [[text('EX-2018-02'), text('Criminal proceedings; family court'), number(472)]],
          nil: 'No publication is delayed.',
        },
        {
          kind: 'table',
          id: 'leaving-site',
          caption: 'Leaving the website this year',
          columns: [
            { key: 'reference', heading: 'Reference', kind: 'text', width: 1 },
            { key: 'until', heading: 'Published until', kind: 'date', width: 1 },
          ],
          rows: [],
          nil: 'No report leaves the website this year.',
        },
      ],
    },
    {
      id: 'actions',
      heading: 'Action plans by review and by agency, with what was said about each action',
      blocks: [
        { kind: 'rag-key' },
        { kind: 'subheading', text: 'Actions' },
        {
          kind: 'table',
          id: 'actions',
          caption: 'Actions & their ratings <all agencies>',
          columns: [
            { key: 'number', heading: 'No.', kind: 'text', width: 1 },
            { key: 'action', heading: 'Action', kind: 'text', width: 6 },
            { key: 'lead', heading: 'Lead agency', kind: 'text', width: 2 },
            { key: 'target', heading: 'Target', kind: 'date', width: 2 },
            { key: 'rag', heading: 'Rating', kind: 'rag', width: 2 },
          ],
          rows: [
            [
              text('1.1'),
              text(LONG_ACTION),
              text('Health'),
              date('2020-03-31', '31 March 2020'),
              rag('red', 'Overdue'),
            ],
            [
              text('1.2'),
              text('=HYPERLINK("https://example.invalid","Click")'),
              text('+44 Council'),
              date('2020-09-30', '30 September 2020'),
              rag('green', 'On time'),
            ],
            [
              text('1.3'),
              text('-1 is not a number here'),
              text('@Police'),
              date(null, 'late 2019'),
              rag('amber', 'Target moved once'),
            ],
            [
              text('1.4'),
              text('\tstarts with a tab'),
              text('\rstarts with a carriage return'),
              date('2020', '2020'),
              rag('blue', 'Signed off'),
            ],
            [
              text('1.5'),
              text('<script>alert("x")</script> & "quotes" \'apostrophes\' #N/A'),
              text('#N/A'),
              date(null, 'January Board'),
              rag('grey', ''),
            ],
            [
              text('1.6'),
              text('Ysgol Gynradd Ŵyl Ŷd, tŷ gwyn 👨‍👩‍👧 control\u0000\u0007 characters _x0041_'),
              text('Education'),
              date('2020-10-01', '1 October 2020'),
              rag(null, ''),
            ],
            ...Array.from({ length: 34 }, (_, index): PackCell[] => [
              text(`2.${index + 1}`),
              text(`Tell every team about the change to procedure ${index + 1} and record who was told.`),
              text(['Children’s social care', 'Police', 'Health', 'Education'][index % 4] ?? ''),
              date(`2020-${String((index % 9) + 1).padStart(2, '0')}-15`, `15 ${MONTHS[index % 9]} 2020`),
              rag(
                ['green', 'amber', 'red', 'blue', 'grey'][index % 5] ?? null,
                ['On time', 'Due soon', 'Overdue', 'Signed off', 'No update'][index % 5] ?? '',
              ),
            ]),
          ],
          nil: 'There are no actions.',
        },
      ],
    },
    {
      id: 'sign-off',
      heading: 'Items for sign-off',
      blocks: [{ kind: 'nil', text: 'Nothing is waiting for sign-off at this meeting.' }],
    },
  ],
};
