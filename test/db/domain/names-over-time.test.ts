import { describe, expect, it } from 'vitest';
import { type Named, nameOn, nameThenAndNow } from '../../../db/domain/names-over-time.ts';

const trust: Named = {
  name: 'Example Health Trust',
  names: [
    { name: 'Southern PCT', fromDate: '2006-10', untilDate: '2013-03-31' },
    { name: 'Southern CCG', fromDate: '2013-04-01', untilDate: '2022-06-30' },
    { name: 'Example Health Trust', fromDate: '2022-07-01', untilDate: null },
  ],
};

describe('the name on a date', () => {
  it.each([
    ['a day within the first name', '2008-02-14', 'Southern PCT'],
    ['the last day of a name', '2013-03-31', 'Southern PCT'],
    ['the first day of the next', '2013-04-01', 'Southern CCG'],
    ['a month that a name began in, though its day is not known', '2006-10', 'Southern PCT'],
    ['a year with a change in it is read after the change', '2013', 'Southern CCG'],
    ['a month with a change at its end is read after it', '2022-07', 'Example Health Trust'],
    ['a day before any name that is recorded is called by the name of now', '1999-05-01', 'Example Health Trust'],
    ['a day after the last', '2026-01-01', 'Example Health Trust'],
    ['no date', null, 'Example Health Trust'],
  ])('%s', (_, date, name) => {
    expect(nameOn(trust, date)).toBe(name);
  });

  it('of two names that overlap is the one taken up later', () => {
    const names = [
      { name: 'Both', fromDate: '2010', untilDate: null },
      { name: 'Later', fromDate: '2012', untilDate: null },
    ];
    expect(nameOn({ name: 'Now', names }, '2015')).toBe('Later');
    expect(nameOn({ name: 'Now', names: names.toReversed() }, '2015')).toBe('Later');
  });

  it('of two names of which no beginning is known is the one that ended later, where both fit', () => {
    const names = [
      { name: 'First', fromDate: null, untilDate: '2010' },
      { name: 'Second', fromDate: null, untilDate: '2014' },
    ];
    expect(nameOn({ name: 'Now', names }, '2009-01-01')).toBe('Second');
    expect(nameOn({ name: 'Now', names }, '2012')).toBe('Second');
    expect(nameOn({ name: 'Now', names }, '2015')).toBe('Now');
  });

  it('without any recorded name is the name of now', () => {
    expect(nameOn({ name: 'Police', names: [] }, '2001')).toBe('Police');
  });
});

describe('the name then and now', () => {
  it('says both when they differ, and one when they do not', () => {
    expect(nameThenAndNow(trust, '2008')).toBe('Southern PCT (now Example Health Trust)');
    expect(nameThenAndNow(trust, '2025')).toBe('Example Health Trust');
  });
});
