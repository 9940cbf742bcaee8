import type { ReturnedSheet } from '../../../db/contract/chasing.ts';
import { Section, SimpleTable } from '../../ui/index.ts';

/** Rows that were filled in and are not read, each with its reason. */
export function NotRead({ refused }: Pick<ReturnedSheet, 'refused'>) {
  return (
    <Section heading="Not read" count={refused.length} note="Ask the agency for these, or record them by hand.">
      <SimpleTable
        caption="Rows that are not read, and why"
        hideCaption
        rows={refused}
        rowKey={({ at }) => at}
        whenEmpty="Every row was read."
        columns={[
          { key: 'at', heading: 'Where', isRowHeading: true, render: ({ at }) => at },
          { key: 'reference', heading: 'Reference', render: ({ reference }) => reference || 'None' },
          { key: 'why', heading: 'Why', render: ({ why }) => why },
        ]}
      />
    </Section>
  );
}
