import '../reviews/review/review.css';
import '../packs/packs.css';
import './figures.css';
import { useQuery } from '@tanstack/react-query';
import { countOf } from '../../../db/domain/plain-words.ts';
import { Failure } from '../../app/Failure.tsx';
import { api } from '../../client.ts';
import { Button, Page, PageHeader, SimpleTable, Skeleton } from '../../ui/index.ts';
import { PackViews } from '../packs/PackViews.tsx';
import { AddInline } from '../reviews/review/AddInline.tsx';
import { figuresOfBoard } from './figure-columns.tsx';
import { NewFigure } from './NewFigure.tsx';

/** Every figure that a paper states, beside the one that is counted: both are printed, and neither is corrected. */
export function StatedFiguresPlace() {
  const { data, error, refetch } = useQuery(api.statedFigures.list.queryOptions({ input: {} }));
  return (
    <Page>
      <PageHeader
        title="Stated figures"
        facts={data && [countOf(data.rows.length, 'figure', 'figures'), differingWords(data.differing)]}
        action={
          <Button kind="quiet" onPress={() => window.print()}>
            Print
          </Button>
        }
      />
      <div className="pack-views">
        <PackViews current="/packs/figures" />
      </div>
      <p className="figures-lead">
        Figures as papers state them, each beside what the register counts today. A difference is said and left for you
        to settle: nothing is corrected by the program. The status pack prints both.
      </p>
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={8} label="Loading the stated figures" />}
      {data !== undefined && (
        <>
          <div className="figures-table">
            <SimpleTable
              caption="Stated figures"
              hideCaption
              columns={figuresOfBoard}
              rows={data.rows}
              rowKey={({ id }) => id}
              whenEmpty="No stated figure is recorded. When a paper says “14 of 15 actions are complete”, record that here with its source: it stands beside what is counted."
            />
          </div>
          <AddInline label="Add a stated figure">
            {(close) => <NewFigure reviewId={null} position={data.rows.length} onClose={close} />}
          </AddInline>
        </>
      )}
    </Page>
  );
}

const differingWords = (differing: number): string =>
  differing === 0
    ? 'none differs from what is counted'
    : `${differing} ${differing === 1 ? 'differs' : 'differ'} from what is counted`;
