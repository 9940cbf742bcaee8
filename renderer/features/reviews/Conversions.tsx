import { useQuery } from '@tanstack/react-query';
import { countOf } from '../../../db/domain/plain-words.ts';
import { hrefTo } from '../../app/links.ts';
import { api } from '../../client.ts';
import { Button, Popover, SimpleTable } from '../../ui/index.ts';

/** How many reviews grew out of others, by year and type: a figure boards ask for. Nothing while there is none. */
export function Conversions() {
  const { data } = useQuery(api.reviews.conversions.queryOptions());
  if (data === undefined || data.total === 0) return null;
  return (
    <p className="reviews-conversions">
      <a href={hrefTo('/reviews', { converted: 'true' })}>{countOf(data.total, 'conversion', 'conversions')}</a>
      <Popover
        label="Conversions by year and type"
        trigger={
          <Button kind="quiet" size="small">
            By year and type
          </Button>
        }
      >
        <SimpleTable
          caption="Conversions by year and type"
          columns={[
            { key: 'year', heading: 'Year', isRowHeading: true, render: ({ year }) => year ?? 'No date' },
            { key: 'from', heading: 'From', render: ({ fromType }) => fromType },
            {
              key: 'to',
              heading: 'To',
              render: ({ toType, toTypeId }) => (
                <a href={hrefTo('/reviews', { converted: 'true', reviewTypeId: toTypeId })}>{toType}</a>
              ),
            },
            { key: 'count', heading: 'Reviews', align: 'end', render: ({ count }) => count },
          ]}
          rows={data.rows}
          rowKey={({ year, fromTypeId, toTypeId }) => `${year} ${fromTypeId} ${toTypeId}`}
          whenEmpty=""
        />
      </Popover>
    </p>
  );
}
