import type { ReturnedSheet } from '../../../db/contract/chasing.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { actionHref } from '../../app/links.ts';
import { Link, Section, SimpleTable } from '../../ui/index.ts';

/** Rows that were taken from this sheet before and still stand. */
export function AcceptedBefore({ already }: Pick<ReturnedSheet, 'already'>) {
  return (
    <Section heading="Accepted before" count={already.length}>
      <SimpleTable
        caption="Updates that were accepted from this sheet before"
        hideCaption
        rows={already}
        rowKey={({ at }) => at}
        whenEmpty="None."
        columns={[
          { key: 'at', heading: 'Where', isRowHeading: true, render: ({ at }) => at },
          {
            key: 'action',
            heading: 'Action',
            render: ({ actionId, origin, number }) => (
              <Link href={actionHref(actionId)}>{`${origin}, action ${number}`}</Link>
            ),
          },
          { key: 'on', heading: 'Already accepted on', render: ({ acceptedOn }) => formatDate(acceptedOn) },
        ]}
      />
    </Section>
  );
}
