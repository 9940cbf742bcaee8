import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { barsInWords } from '../../../db/charts/alt-words.ts';
import type { BarChart, ChartSeries } from '../../../db/charts/model.ts';
import { PERIOD_LENGTHS, type PeriodLength } from '../../../db/domain/delays-over-time.ts';
import { listHref } from '../../app/links.ts';
import { api } from '../../client.ts';
import { Chart, RadioGroup, type SimpleColumn, SimpleTable } from '../../ui/index.ts';

type Row = {
  readonly delayReasonId: string | null;
  readonly reason: string;
  readonly days: readonly number[];
  readonly total: number;
};

const lengthWords: Readonly<Record<PeriodLength, string>> = { quarter: 'By quarter', year: 'By year' };

/** Days of delay by reason over time; asked for when it is opened. */
export function DelaysOverTime() {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="register-over-time" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Days of delay by reason, over time</summary>
      {isOpen && <OverTime />}
    </details>
  );
}

function OverTime() {
  const [by, setBy] = useState<PeriodLength>('quarter');
  const { data } = useQuery({
    ...api.publication.delaysOverTime.queryOptions({ input: { by } }),
    placeholderData: keepPreviousData,
  });
  if (data === undefined) return null;
  const rows: readonly Row[] = [
    ...data.byReason,
    ...(data.byReason.length === 0
      ? []
      : [{ delayReasonId: null, reason: 'In any delay, each day of a review counted once', ...data.inAll }]),
  ];
  return (
    <div className="ui-stack">
      <RadioGroup
        label="Periods"
        options={PERIOD_LENGTHS.map((key) => ({ key, label: lengthWords[key] }))}
        value={by}
        onChange={(key) => setBy(key as PeriodLength)}
      />
      {data.byReason.length > 0 && <Chart chart={delayChart(data)} hasTable={false} />}
      <SimpleTable
        caption="Calendar days of delay by reason"
        columns={columnsOf(data.periods)}
        rows={rows}
        rowKey={({ delayReasonId }) => delayReasonId ?? 'all'}
        whenEmpty="No publication has been delayed since a known date."
      />
      <p className="ui-quiet">
        Calendar days, added up over reviews. A review with two reasons counts under both.
        {data.atLeast && ' Where a date is not known to the day, the fewest days it can mean are counted: “at least”.'}
      </p>
    </div>
  );
}

type ReasonDays = { readonly reason: string; readonly days: readonly number[]; readonly total: number };

/** No more reasons than there are patterns: those with the fewest days are added up. */
const reasonsDrawn = 6;

const tones = ['accent', 'amber', 'blue', 'green', 'red', 'grey'] as const;

const delayChart = ({
  periods,
  byReason,
}: {
  readonly periods: readonly string[];
  readonly byReason: readonly ReasonDays[];
}): BarChart => {
  const sorted = byReason.toSorted((a, b) => b.total - a.total);
  const named = sorted.slice(0, sorted.length > reasonsDrawn ? reasonsDrawn - 1 : reasonsDrawn);
  const rest = sorted.slice(named.length);
  const series = [...named.map(({ reason }) => reason), ...(rest.length > 0 ? ['Other reasons'] : [])].map(
    (label, at): ChartSeries => ({ code: String(at), label, tone: tones[at] ?? 'grey', symbol: null }),
  );
  const bars = periods.map((label, at) => ({
    label,
    values: [
      ...named.map(({ days }) => days[at] ?? 0),
      ...(rest.length > 0 ? [rest.reduce((sum, { days }) => sum + (days[at] ?? 0), 0)] : []),
    ],
  }));
  const drawn = { categoryHeading: 'Period', unit: 'days of delay', series, bars };
  return {
    kind: 'bars',
    id: 'delays-over-time',
    title: 'Days of delay in each period; a day with two reasons counts under both',
    alt: barsInWords(drawn),
    ...drawn,
  };
};

const columnsOf = (periods: readonly string[]): readonly SimpleColumn<Row>[] => [
  {
    key: 'reason',
    heading: 'Reason',
    isRowHeading: true,
    render: ({ delayReasonId, reason }) =>
      delayReasonId === null ? reason : <a href={listHref('publication', { delayReasonId })}>{reason}</a>,
  },
  ...periods.map(
    (period, at): SimpleColumn<Row> => ({
      key: period,
      heading: period,
      align: 'end',
      render: ({ days }) => (days[at] ?? 0).toLocaleString('en-GB'),
    }),
  ),
  { key: 'total', heading: 'In all', align: 'end', render: ({ total }) => total.toLocaleString('en-GB') },
];
