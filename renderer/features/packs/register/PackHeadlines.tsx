import type { PackHeadline } from '../../../../db/contract/pack-register.ts';
import { Section, SimpleTable } from '../../../ui/index.ts';

/** The figures that later packs are compared with. */
export function PackHeadlines({ figures }: { readonly figures: readonly PackHeadline[] }) {
  return (
    <Section heading="Headline figures">
      <div className="pack-headlines">
        <SimpleTable
          caption="Headline figures"
          hideCaption
          columns={[
            { key: 'label', heading: 'Figure', isRowHeading: true, render: ({ label }) => label },
            {
              key: 'value',
              heading: 'On the day of its data',
              align: 'end',
              width: '11rem',
              render: ({ value }) => value.toLocaleString('en-GB'),
            },
          ]}
          rows={figures}
          rowKey={({ measure }) => measure}
          whenEmpty="No headline figure was kept with this pack."
        />
      </div>
    </Section>
  );
}
