import './themes.css';
import '../reviews/reviews.css';
import '../reviews/review/review.css';
import '../actions/actions.css';
import type { ReactElement } from 'react';
import { themesHref } from '../../app/links.ts';
import { Page, PageHeader, ViewLinks } from '../../ui/index.ts';
import { LearningView } from './learning/LearningView.tsx';
import { MatrixView } from './matrix/MatrixView.tsx';
import { THEME_VIEWS, type ThemeView, useThemesSearch, viewOf } from './themes-search.ts';
import { TasksView } from './tasks/TasksView.tsx';
import { TreeView } from './tree/TreeView.tsx';
import { TrendView } from './trend/TrendView.tsx';
import { WithHistory } from './WithHistory.tsx';

const views: Readonly<Record<ThemeView, () => ReactElement>> = {
  tree: TreeView,
  matrix: MatrixView,
  trend: TrendView,
  tasks: TasksView,
  learning: LearningView,
};

/** What the learning is about, across reviews: what recurs, who embeds it, and whether that worked. */
export function ThemesPlace() {
  const [search] = useThemesSearch();
  const view = viewOf(search);
  const View = views[view];
  return (
    <WithHistory>
      <Page width={view === 'matrix' ? 'list' : 'wide'}>
        <PageHeader title="Themes" action={<ThemeViewSwitch current={view} />} />
        <View />
      </Page>
    </WithHistory>
  );
}

function ThemeViewSwitch({ current }: { readonly current: ThemeView }) {
  return (
    <ViewLinks
      views={THEME_VIEWS.map(({ key, label }) => ({ href: themesHref(key), label, isCurrent: key === current }))}
    />
  );
}
