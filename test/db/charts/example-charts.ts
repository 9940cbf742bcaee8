import type { BarChart, Chart, ColumnChart, ChartSeries, LineChart, TimelineChart } from '../../../db/charts/model.ts';

export const RATINGS: readonly ChartSeries[] = [
  { code: 'overdue', label: 'Overdue', tone: 'red', symbol: '▲' },
  { code: 'due-soon', label: 'Due soon', tone: 'amber', symbol: '◆' },
  { code: 'on-time', label: 'On time', tone: 'green', symbol: '●' },
  { code: 'signed-off', label: 'Signed off', tone: 'blue', symbol: '✓' },
  { code: 'none', label: 'Not rated', tone: 'grey', symbol: '–' },
];

const one = (tone: ChartSeries['tone'] = 'accent'): readonly ChartSeries[] => [
  { code: 'reviews', label: 'Reviews', tone, symbol: null },
];

export const byStage: BarChart = {
  kind: 'bars',
  id: 'reviews-by-stage',
  title: 'Reviews by stage',
  alt: 'In progress 4, complete 12, closed 30.',
  categoryHeading: 'Stage',
  unit: 'reviews',
  series: one(),
  bars: [
    { label: 'Referral', values: [0] },
    { label: 'In progress', values: [4] },
    { label: 'Complete', values: [12] },
    { label: 'Closed', values: [30] },
  ],
};

export const byAgency: BarChart = {
  kind: 'bars',
  id: 'actions-by-agency',
  title: 'Actions by lead agency and rating',
  alt: 'Children’s social care: 3 overdue, 2 due soon, 9 on time.',
  categoryHeading: 'Lead agency',
  unit: 'actions',
  series: RATINGS,
  bars: [
    { label: 'Children’s social care', values: [3, 2, 9, 4, 1] },
    { label: 'Police', values: [0, 1, 2, 0, 0] },
    {
      label: 'An agency with a name so long that it takes more than two lines of the picture and is cut',
      values: [0, 0, 1, 0, 0],
    },
    { label: 'No lead agency', values: [0, 0, 0, 0, 0] },
  ],
};

export const byYear: ColumnChart = {
  kind: 'columns',
  id: 'theme-trend',
  title: 'Neglect by year of the incident',
  alt: '2009: 1; 2012: 12; 2014: 3.',
  categoryHeading: 'Year',
  unit: 'reviews',
  series: [{ code: 'reviews', label: 'Reviews', tone: 'accent', symbol: null }],
  columns: [1, 0, 0, 12, 0, 3].map((value, at) => ({ label: String(2009 + at), value })),
};

export const overPacks: LineChart = {
  kind: 'lines',
  id: 'direction-of-travel',
  title: 'Direction of travel',
  alt: 'Live reviews from 5 to 7; open actions from 40 to 31.',
  categoryHeading: 'Data as at',
  unit: 'counts',
  series: [
    { code: 'live', label: 'Live reviews', tone: 'accent', symbol: null },
    { code: 'open', label: 'Open actions', tone: 'blue', symbol: null },
    { code: 'overdue', label: 'Overdue actions', tone: 'red', symbol: null },
  ],
  points: [
    { label: '8 May 2019', values: [5, 40, 3] },
    { label: '7 August 2019', values: [6, 1238, 9] },
    { label: '6 November 2019', values: [6, null, 0] },
    { label: '5 February 2020', values: [7, 31, 12] },
    { label: '6 May 2020', values: [4, 31, 12] },
    { label: '5 August 2020', values: [7, 29, 4] },
  ],
};

export const liveReviews: TimelineChart = {
  kind: 'timeline',
  laneHeading: 'Review',
  id: 'live-reviews-timeline',
  title: 'Live reviews over time',
  alt: 'Two reviews.',
  from: '2018-11-01',
  until: '2020-12-31',
  today: '2020-05-08',
  series: [
    { code: 'running', label: 'Review', tone: 'grey', symbol: null },
    { code: 'late', label: 'Past a due date', tone: 'red', symbol: null },
    { code: 'delayed', label: 'Publication delayed', tone: 'amber', symbol: null },
  ],
  markKinds: [{ symbol: '◆', label: 'Next due' }],
  lanes: [
    {
      label: 'SCR 2019/02',
      spells: [
        { series: 'running', from: '2019-01-10', until: null, words: 'since notification' },
        { series: 'late', from: '2019-12-01', until: '2020-05-08', words: 'six months' },
        { series: 'delayed', from: '2020-01-15', until: '2020-05-08', words: 'criminal proceedings' },
      ],
      marks: [{ on: '2020-07-01', symbol: '◆', words: 'final report' }],
    },
    {
      label: 'CPR 2020/01 with a long name that goes on',
      spells: [{ series: 'running', from: '2020-02-10', until: '2020-05-08', words: 'since notification' }],
      marks: [],
    },
  ],
};

export const EXAMPLES: readonly Chart[] = [byStage, byAgency, byYear, overPacks, liveReviews];
