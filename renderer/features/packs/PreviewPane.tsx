import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { PackOptions } from '../../../db/contract/packs.ts';
import { Failure } from '../../app/Failure.tsx';
import { api } from '../../client.ts';
import { Notice, Section, Skeleton, Spinner } from '../../ui/index.ts';
import { PackPreview } from './PackPreview.tsx';
import { useSettled } from './use-settled.ts';
import { WithheldList } from './WithheldList.tsx';

const settlesAfter = 300;

type PreviewPaneProps = {
  /** Null while the form has a problem. */
  readonly options: PackOptions | null;
  readonly problems: readonly string[];
};

/** Follows the options; while they have a problem it shows the pack as it last could be made. */
export function PreviewPane({ options, problems }: PreviewPaneProps) {
  const settled = useSettled(options, settlesAfter);
  const { data, error, isFetching, refetch } = useQuery({
    ...api.packs.preview.queryOptions({ input: settled ?? skipToken }),
    placeholderData: keepPreviousData,
    // Another is asked for at each change of the form; those before it are of no more use.
    gcTime: 0,
  });
  return (
    <Section heading="Preview" actions={isFetching && <Spinner label="Making the preview" />}>
      {options === null && (
        <Notice title={problems.join(' ')}>{data !== undefined && 'Until then the preview stays as it was.'}</Notice>
      )}
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {data !== undefined && error === null && (
        <>
          {data.audience === 'public' && <WithheldList withheld={data.withheld} />}
          <PackPreview pack={data} />
        </>
      )}
      {data === undefined && error === null && settled !== null && <Skeleton lines={8} label="Making the preview" />}
    </Section>
  );
}
