import { useQuery } from '@tanstack/react-query';
import { Failure } from '../../../app/Failure.tsx';
import { api } from '../../../client.ts';
import { Section, Skeleton } from '../../../ui/index.ts';
import { Checks } from './Checks.tsx';
import { Products } from './Products.tsx';
import { WithoutCheck } from './WithoutCheck.tsx';

/** What the learning was turned into, and whether practice changed. */
export function LearningView() {
  const { data, error, refetch } = useQuery(api.themes.withoutCheck.queryOptions());
  return (
    <>
      <Section
        heading="What has no impact check yet"
        count={data?.length}
        note="Themes whose actions are signed off, and nobody has looked whether practice changed. The longest signed off comes first."
      >
        {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Skeleton lines={3} />}
        {data !== undefined && <WithoutCheck themes={data} />}
      </Section>
      <Products />
      <Checks />
    </>
  );
}
