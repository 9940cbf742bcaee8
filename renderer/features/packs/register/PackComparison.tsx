import { skipToken, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ComparedFigure, RegisteredPackDetail } from '../../../../db/contract/pack-register.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { Failure } from '../../../app/Failure.tsx';
import { api } from '../../../client.ts';
import type { ListSearch } from '../../../state/lists.ts';
import { ComboBox, Section, type SimpleColumn, SimpleTable, Skeleton } from '../../../ui/index.ts';
import { PackBlockView } from '../PackBlockView.tsx';
import { useBoardRagKey } from './use-board-rag-key.ts';

const packsOffered = 500;

/** The pack beside another: figures then and now, and all that changed in between. */
export function PackComparison({ pack }: { readonly pack: RegisteredPackDetail }) {
  const navigate = useNavigate();
  const { with: otherPackId = '' } = useSearch({ strict: false }) as ListSearch;
  const { data: register } = useQuery(api.packRegister.list.queryOptions({ input: { limit: packsOffered } }));
  const others = (register?.rows ?? []).filter(({ id }) => id !== pack.id);
  const compare = (id: string | null): void =>
    void navigate({
      to: '/packs/register/$packId',
      params: { packId: pack.id },
      search: id === null ? {} : { with: id },
      replace: true,
    });
  return (
    <Section heading="Compare with another pack">
      {register !== undefined && others.length === 0 ? (
        <p className="ui-quiet">
          This is the only pack of the register. Once another is issued, the two stand side by side here.
        </p>
      ) : (
        <div className="pack-compare-with">
          <ComboBox
            label="Compare with"
            width="full"
            placeholder="Choose a pack"
            options={others.map(({ id, number, title, dataAsAt }) => ({
              key: id,
              label: `Pack ${number}, data as at ${formatDate(dataAsAt)}`,
              note: id === pack.previous?.id ? `${title} (the one before)` : title,
            }))}
            value={otherPackId === '' ? null : otherPackId}
            onChange={compare}
          />
        </div>
      )}
      {otherPackId !== '' && <Compared packId={pack.id} otherPackId={otherPackId} />}
    </Section>
  );
}

function Compared({ packId, otherPackId }: { readonly packId: string; readonly otherPackId: string }) {
  const ragKey = useBoardRagKey();
  const { data, error, refetch } = useQuery(
    api.packRegister.compare.queryOptions({ input: otherPackId === '' ? skipToken : { packId, otherPackId } }),
  );
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={8} label="Comparing the packs" />;
  const { before, after, figures, blocks } = data;
  return (
    <div className="pack-comparison">
      <p>
        From pack {before.number} (data as at {formatDate(before.dataAsAt)}) to pack {after.number} (data as at{' '}
        {formatDate(after.dataAsAt)}).
      </p>
      <SimpleTable
        caption="Figures then and now"
        columns={columns}
        rows={figures}
        rowKey={({ measure }) => measure}
        whenEmpty="The packs have no figure in common."
      />
      {blocks.map((block, position) => (
        <PackBlockView key={position} block={block} ragKey={ragKey} level={3} />
      ))}
    </div>
  );
}

const counted = (value: number | null): string => (value === null ? 'Not counted' : value.toLocaleString('en-GB'));

const columns: readonly SimpleColumn<ComparedFigure>[] = [
  { key: 'label', heading: 'Figure', isRowHeading: true, render: ({ label }) => label },
  { key: 'before', heading: 'Then', align: 'end', width: '7rem', render: ({ before }) => counted(before) },
  { key: 'after', heading: 'Now', align: 'end', width: '7rem', render: ({ after }) => counted(after) },
  {
    key: 'change',
    heading: 'Change',
    width: '14rem',
    render: ({ symbol, words }) => (
      <>
        <span aria-hidden="true">{symbol}</span> {words}
      </>
    ),
  },
];
