import './themes.css';
import '../reviews/reviews.css';
import '../reviews/review/review.css';
import '../actions/actions.css';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Failure } from '../../app/Failure.tsx';
import { api } from '../../client.ts';
import type { ListSearch } from '../../state/lists.ts';
import { Page, PageHeader, Skeleton } from '../../ui/index.ts';
import { showPart } from '../reviews/review/show-part.ts';
import { ThemeHeader } from './page/ThemeHeader.tsx';
import { ThemeParts } from './page/ThemeParts.tsx';
import { WithHistory } from './WithHistory.tsx';

/** Everything of one theme. */
export function ThemePlace() {
  const { themeId = '' } = useParams({ strict: false });
  const { section } = useSearch({ strict: false }) as ListSearch;
  const { data: detail, error, refetch } = useQuery(api.themes.get.queryOptions({ input: { id: themeId } }));
  const isLoaded = detail !== undefined;
  useEffect(() => {
    if (isLoaded && section !== undefined) showPart(section);
  }, [isLoaded, themeId, section]);
  if (error !== null)
    return (
      <Page width="reading">
        <PageHeader title="This theme cannot be shown" />
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    );
  if (detail === undefined)
    return (
      <Page>
        <Skeleton lines={10} label="Opening the theme" />
      </Page>
    );
  return (
    <WithHistory>
      <Page>
        <ThemeHeader detail={detail} />
        <ThemeParts key={themeId} detail={detail} />
      </Page>
    </WithHistory>
  );
}
