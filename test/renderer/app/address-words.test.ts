import { describe, expect, it } from 'vitest';
import { addressToSearch, searchToAddress } from '../../../renderer/app/address-words.ts';

describe('a search in an address', () => {
  it('keeps the words that were looked for out of it, and gives them back', () => {
    const search = { find: 'Baby T & others', rag: 'overdue,no-update', overdue: 'true' };
    const address = searchToAddress(search);
    expect(address).not.toMatch(/Baby|others/);
    expect(addressToSearch(address)).toEqual(search);
  });

  it('has the same address for the same words, so that Back finds them', () => {
    expect(searchToAddress({ find: 'audit' })).toBe(searchToAddress({ find: 'audit' }));
    expect(searchToAddress({ find: 'audit' })).not.toBe(searchToAddress({ find: 'audits' }));
  });

  it('finds nothing in a number that belongs to a page which is gone', () => {
    expect(addressToSearch('find=*9999&overdue=true')).toEqual({ overdue: 'true' });
  });

  it('takes words that a person wrote into the address by hand', () => {
    expect(addressToSearch('?find=direct-work')).toEqual({ find: 'direct-work' });
  });
});
