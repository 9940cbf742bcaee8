import { describe, expect, it } from 'vitest';
import type { AgencyRow } from '../../../../db/contract/agencies.ts';
import { arrangeAgencies } from '../../../../renderer/features/agencies/arrange-agencies.ts';

const agency = (name: string, part: Partial<AgencyRow> = {}): AgencyRow => ({
  id: name,
  name,
  shortName: '',
  sector: '',
  contactPost: '',
  outsideArea: 0,
  formerNames: [],
  succeededBy: null,
  open: 1,
  overdue: 0,
  noUpdate: 0,
  awaitingSignOff: 0,
  reportsDue: 0,
  reportsOverdue: 0,
  expected: 0,
  attended: 0,
  lastUpdateOn: '2026-01-01',
  lastRequestedOn: null,
  ...part,
});

const names = (rows: readonly AgencyRow[]): readonly string[] => rows.map(({ name }) => name);

describe('the agencies of the list', () => {
  const rows = [
    agency('Housing', { overdue: 2, expected: 4, attended: 1, lastUpdateOn: null }),
    agency('Children’s Services', { overdue: 5, expected: 4, attended: 4, lastUpdateOn: '2026-03' }),
    agency('Trust', { formerNames: ['Southern PCT'], sector: 'Health', open: 0, lastUpdateOn: null }),
  ];

  it.each([
    ['a former name', 'southern', ['Trust']],
    ['words in any order, with a straight apostrophe', "services children's", ['Children’s Services']],
    ['a sector', 'health', ['Trust']],
    ['nothing typed', ' ', ['Housing', 'Children’s Services', 'Trust']],
    ['what nobody is called', 'fire', []],
  ])('are found by %s', (_, find, found) => {
    expect(names(arrangeAgencies(rows, find, 'name'))).toEqual(found);
  });

  it('come with the most overdue first, and equal ones by name', () => {
    expect(names(arrangeAgencies(rows, '', 'overdue'))).toEqual(['Children’s Services', 'Housing', 'Trust']);
    expect(names(arrangeAgencies(rows, '', 'noUpdate'))).toEqual(['Children’s Services', 'Housing', 'Trust']);
  });

  it('come with the least attendance first, and those never expected last', () => {
    expect(names(arrangeAgencies(rows, '', 'attendance'))).toEqual(['Housing', 'Children’s Services', 'Trust']);
  });

  it('come with those that never told anything first, unless nothing of theirs is open', () => {
    expect(names(arrangeAgencies(rows, '', 'lastUpdateOn'))).toEqual(['Housing', 'Children’s Services', 'Trust']);
  });
});
