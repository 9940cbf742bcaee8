import './history.css';
import { hrefTo } from '../../app/links.ts';
import { askForDay } from '../../state/looking-back.ts';
import { Button, Page, PageHeader, ViewLinks } from '../../ui/index.ts';
import { RemovedRecords } from './RemovedRecords.tsx';
import { useHistorySearch } from './use-history-search.ts';
import { WhatHappened } from './WhatHappened.tsx';

const views = [
  { key: 'changes', label: 'What happened', href: hrefTo('/history') },
  { key: 'removed', label: 'Removed', href: hrefTo('/history', { view: 'removed' }) },
] as const;

/** All that was done on the board, and what was removed from it, each with its way back. */
export function HistoryPlace() {
  const [search, change] = useHistorySearch();
  const current = search['view'] === 'removed' ? 'removed' : 'changes';
  return (
    <Page>
      <PageHeader
        title="History"
        facts={['Who changed what, and when. Nothing is deleted without a way back.']}
        action={
          <Button icon="history" onPress={askForDay}>
            Look at an earlier day
          </Button>
        }
      />
      <ViewLinks views={views.map(({ key, label, href }) => ({ href, label, isCurrent: key === current }))} />
      {current === 'removed' ? <RemovedRecords /> : <WhatHappened search={search} change={change} />}
    </Page>
  );
}
