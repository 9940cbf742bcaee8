import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PERIOD_LENGTHS, type PeriodLength } from '../../../db/domain/delays-over-time.ts';
import { listHref } from '../../app/links.ts';
import { api } from '../../client.ts';
import { RadioGroup, type SimpleColumn, SimpleTable } from '../../ui/index.ts';

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
