import type { Writer } from '../store/store.ts';

type Happening = { readonly on: number; readonly kind: string; readonly write: (write: Writer) => void };

type Known = {
  readonly agency: (name: string) => string;
  readonly body: (name: string) => string;
};

/** Health was reorganised twice and the board became a partnership: the old names stand in old papers. */
export const namesOverTimeStory = ({ agency, body }: Known): Happening[] => [
  {
    on: -420,
    kind: 'edit-agency',
    write: (write) => {
      const agencyId = agency('Exampleshire Integrated Care Board');
      write.insert('agencyNames', {
        agencyId,
        name: 'Exampleshire Primary Care Trust',
        fromDate: '2006-10',
        untilDate: '2013-03-31',
      });
      write.insert('agencyNames', {
        agencyId,
        name: 'Exampleshire Clinical Commissioning Group',
        fromDate: '2013-04-01',
        untilDate: '2022-06-30',
      });
      write.insert('agencyNames', { agencyId, name: 'Exampleshire Integrated Care Board', fromDate: '2022-07-01' });
    },
  },
  {
    on: -420,
    kind: 'edit-body',
    write: (write) => {
      const bodyId = body('Exampleshire Safeguarding Children Partnership');
      write.insert('bodyNames', {
        bodyId,
        name: 'Exampleshire Local Safeguarding Children Board',
        fromDate: '2006-04-01',
        untilDate: '2019-09-28',
      });
      write.insert('bodyNames', {
        bodyId,
        name: 'Exampleshire Safeguarding Children Partnership',
        fromDate: '2019-09-29',
      });
    },
  },
];
