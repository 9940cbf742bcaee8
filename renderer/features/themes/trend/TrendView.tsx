import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { TREND_EVENT_LABELS, type TrendEvent } from '../../../../db/domain/theme-trend.ts';
import { Failure } from '../../../app/Failure.tsx';
import { useBoard } from '../../../app/use-board.ts';
import { api } from '../../../client.ts';
import { Chart, ComboBox, EmptyState, RadioGroup, Section, Skeleton } from '../../../ui/index.ts';
import { labelsToOptions } from '../../reviews/labels-to-options.ts';
import { SeenReviews } from '../SeenReviews.tsx';
import { themeChoices } from '../theme-options.ts';
import { useThemesSearch } from '../themes-search.ts';
import { noYear } from './figure-keys.ts';
import { trendChart } from './trend-chart.ts';
import { TrendTable } from './TrendTable.tsx';

const events = labelsToOptions(TREND_EVENT_LABELS);

/** In which years a theme and the themes below it were seen. */
export function TrendView() {
  const [search, change] = useThemesSearch();
  const { themes } = useBoard();
  const themeId = themes.find(({ id }) => id === search['theme'])?.id ?? null;
  const by: TrendEvent = search['by'] === 'notified' ? 'notified' : 'incident';
  const { data, error, refetch } = useQuery({
    ...api.themes.trend.queryOptions({ input: { themeId, by } }),
    placeholderData: keepPreviousData,
  });
  const whole = data?.rows[0];
  return (
    <>
      <div className="theme-trend-choices">
        <ComboBox
          label="Theme"
          hint="Empty: all of them."
          options={themeChoices(themes)}
          value={themeId}
          onChange={(key) => change({ theme: key ?? '', of: '', year: '' })}
        />
        <RadioGroup
          label="Counted by"
          options={events}
          value={by}
          onChange={(key) => change({ by: key, of: '', year: '' }, { replace: true })}
        />
      </div>
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={10} label="Counting the years" />}
      {data !== undefined && whole !== undefined && (
        <>
          {whole.total === 0 ? (
            <EmptyState title="No review has this theme yet">
              File reviews, their recommendations or actions under a theme on their pages; the years follow.
            </EmptyState>
          ) : (
            <Section
              heading={`${whole.name} by ${TREND_EVENT_LABELS[by].toLowerCase()}`}
              note={noteOn(whole.withoutYear, by, data.words)}
            >
              {data.years.length > 0 && (
                <Chart chart={trendChart(data.years, whole, by)} hasTable={false} hasTitle={false} />
              )}
              <TrendTable years={data.years} rows={data.rows} themeId={themeId} by={by} />
            </Section>
          )}
          <BehindFigure themeId={search['of'] ?? null} year={search['year'] ?? null} by={by} />
        </>
      )}
    </>
  );
}

const noteOn = (withoutYear: number, by: TrendEvent, words: string | null): string =>
  [
    ...(words === null ? [] : [`${words}.`]),
    'A review counts once in each line, in the year of its ' +
      `${by === 'incident' ? 'incident' : 'notification'}; a date known only as a year counts too.`,
    ...(withoutYear === 0
      ? []
      : [
          `${withoutYear === 1 ? '1 review has' : `${withoutYear} reviews have`} no year: see the last column but one.`,
        ]),
  ].join(' ');

type BehindFigureProps = { readonly themeId: string | null; readonly year: string | null; readonly by: TrendEvent };

/** The reviews of the figure that was chosen. */
function BehindFigure({ themeId, year, by }: BehindFigureProps) {
  const { themes } = useBoard();
  const asked = themeId !== null && year !== null;
  const theme = themes.find(({ id }) => id === themeId);
  const { data, error, refetch } = useQuery({
    ...api.themes.trendReviews.queryOptions({
      input: { themeId: theme?.id ?? null, by, year: year === noYear ? null : Number(year) },
    }),
    enabled: asked,
  });
  if (!asked) return null;
  const when = year === noYear ? 'without a year' : `of ${year}`;
  const heading = `Reviews ${when}: ${theme?.name ?? 'any theme'}`;
  return (
    <Section heading={heading} count={data?.length}>
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={3} />}
      {data !== undefined && <SeenReviews caption={heading} reviews={data} whenEmpty="No review any more." />}
    </Section>
  );
}
