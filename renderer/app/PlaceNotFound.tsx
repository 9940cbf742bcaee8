import { EmptyState, Page, PageHeader } from '../ui/index.ts';
import { hrefTo } from './links.ts';

export function PlaceNotFound() {
  return (
    <Page width="reading">
      <PageHeader title="Nothing is here" />
      <EmptyState title="This address leads nowhere" action={<a href={hrefTo('/')}>Go to the overview</a>}>
        It may be from another version of the program.
      </EmptyState>
    </Page>
  );
}
