import { describe, expect, it } from 'vitest';
import {
  emptyReview,
  formToReview,
  type NewReviewForm,
  problemsOf,
} from '../../../../renderer/features/reviews/new/new-review-form.ts';
import { searchToSort } from '../../../../renderer/features/reviews/list/review-sort.ts';
import { filtersOf, searchToReviewFilter } from '../../../../renderer/features/reviews/review-filter.ts';

const today = '2026-11-22';
const form = (part: Partial<NewReviewForm>): NewReviewForm => ({ ...emptyReview, ...part });
const fieldsWithProblems = (part: Partial<NewReviewForm>, reference = 'RR 2026/01') =>
  problemsOf(form({ reviewTypeId: 'type', ...part }), reference, today).map(({ fieldId }) => fieldId);

describe('a new review', () => {
  it('needs no more than a type and a reference', () => {
    expect(fieldsWithProblems({})).toEqual([]);
    expect(fieldsWithProblems({ reviewTypeId: null }, ' ')).toEqual(['new-type', 'new-reference']);
  });

  it('of a case that is recorded already needs the review whose case it is', () => {
    expect(fieldsWithProblems({ caseChoice: 'converted' })).toEqual(['new-case']);
    expect(fieldsWithProblems({ caseChoice: 'same', besideReviewId: 'other' })).toEqual([]);
  });

  it('led elsewhere names the body that leads it', () => {
    expect(fieldsWithProblems({ lead: 'led-elsewhere' })).toEqual(['new-lead-body']);
    expect(fieldsWithProblems({ lead: 'joint' })).toEqual([]);
  });

  it('cannot be notified on a day that has not come yet, and may be notified this year', () => {
    expect(fieldsWithProblems({ notified: { date: '2062-05-20', text: null } })).toEqual(['new-notified']);
    expect(fieldsWithProblems({ notified: { date: '2026', text: null } })).toEqual([]);
  });

  it('joining a case brings neither a label nor an incident of its own', () => {
    const written = form({
      reviewTypeId: 'type',
      caseChoice: 'converted',
      besideReviewId: 'other',
      label: 'Baby T',
      incident: { date: '2019', text: 'late 2019' },
    });
    expect(formToReview(written, { reference: ' LCSPR 2026/02 ', caseId: 'case' })).toMatchObject({
      reference: 'LCSPR 2026/02',
      caseId: 'case',
      label: '',
      incidentOn: null,
      convertedFromReviewId: 'other',
    });
  });
});

describe('the address of the list', () => {
  it('carries filters that the timeline shares, and a sort that it does not', () => {
    const search = { find: 'baby', stageKind: 'complete,closed', late: 'true', sort: '-due' };
    expect(searchToReviewFilter(search)).toEqual({ find: 'baby', stageKind: ['complete', 'closed'], late: true });
    expect(filtersOf(search)).toEqual({ find: 'baby', stageKind: 'complete,closed', late: 'true' });
    expect(searchToSort(search)).toEqual({ by: 'due', descending: true });
  });

  it('that asks for an unknown sort shows what is due first', () => {
    expect(searchToSort({ sort: 'colour' })).toEqual({ by: 'due', descending: false });
  });
});
