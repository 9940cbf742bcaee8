import { describe, expect, it } from 'vitest';
import type { ActionFilter } from '../../../db/contract/actions.ts';
import { actionHref, hrefTo, overviewHref, reviewHref } from '../../../renderer/app/links.ts';
import { type FilterKinds, filterToSearch, searchToFilter } from '../../../renderer/app/list-search.ts';

type Filter = Pick<ActionFilter, 'find' | 'rag' | 'overdue'>;
const kinds: FilterKinds<Filter> = { find: 'text', rag: 'list', overdue: 'flag' };

describe('filters in addresses', () => {
  it('come back as they were written', () => {
    const filter: Filter = { find: 'pre-birth assessment', rag: ['overdue', 'no-update'], overdue: true };
    expect(searchToFilter<Filter>(filterToSearch(filter), kinds)).toEqual(filter);
  });

  it('leave out what is not asked for', () => {
    expect(filterToSearch({ find: '', rag: [], overdue: undefined })).toEqual({});
    expect(searchToFilter<Filter>({ find: '' }, kinds)).toEqual({});
  });

  it('leave what is no filter alone', () => {
    expect(searchToFilter<Filter>({ sort: 'target', action: 'x', rag: 'overdue' }, kinds)).toEqual({
      rag: ['overdue'],
    });
  });
});

describe('addresses inside the page', () => {
  it('stand behind the #', () => {
    expect(hrefTo('/')).toBe('#/');
    expect(reviewHref('r1', 'clocks')).toBe('#/reviews/r1?section=clocks');
  });

  it('carry words as an address can', () => {
    expect(hrefTo('/actions', { agencyId: 'a & b' })).toBe('#/actions?agencyId=a+%26+b');
  });

  it('open an action beside the list it was found in', () => {
    expect(actionHref('a1', { overdue: true })).toBe('#/actions?overdue=true&action=a1');
  });

  it('lead from a figure to the list behind it, or nowhere', () => {
    expect(overviewHref({ place: 'actions', filter: { rag: 'overdue' } })).toBe('#/actions?rag=overdue');
    expect(overviewHref({ place: 'none' })).toBeNull();
  });
});
