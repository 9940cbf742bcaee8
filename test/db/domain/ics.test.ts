import { describe, expect, it, test } from 'vitest';
import { calendarToIcs, escapeText, foldLine } from '../../../db/domain/ics.ts';

const octets = (text: string): number => new TextEncoder().encode(text).length;

describe('a calendar file', () => {
  const file = calendarToIcs({
    dataAsAt: '2026-11-23',
    entries: [{ uid: 'clock-1@case-review-tracker', on: '2027-02-28', summary: 'Clock, published: LCSPR 2026/01' }],
  });

  it('says a whole day, without a time, that ends on the day after', () => {
    expect(file.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Case Review Tracker//Deadlines//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:clock-1@case-review-tracker',
      'DTSTAMP:20261123T000000Z',
      'DTSTART;VALUE=DATE:20270228',
      'DTEND;VALUE=DATE:20270301',
      'SUMMARY:Clock\\, published: LCSPR 2026/01',
      'CLASS:CONFIDENTIAL',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('has no line end but CRLF, whatever a reference holds', () => {
    const entries = [{ uid: 'x', on: '2027-01-01', summary: 'one\ntwo\rthree\r\nfour' }];
    const odd = calendarToIcs({ dataAsAt: '2026-11-23', entries });
    expect(odd).toContain('SUMMARY:one\\ntwo\\nthree\\nfour\r\n');
    expect(odd.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

test.each([
  ['a backslash', 'a\\b', 'a\\\\b'],
  ['a comma', 'a,b', 'a\\,b'],
  ['a semicolon', 'a;b', 'a\\;b'],
  ['a line end', 'a\r\nb', 'a\\nb'],
  ['a control character, which may not stand there', 'a\u0007b', 'ab'],
  ['a colon and quotation marks, which may', 'a: “b”', 'a: “b”'],
])('%s is escaped', (_, text, escaped) => {
  expect(escapeText(text)).toBe(escaped);
});

describe('a long line', () => {
  it.each([
    ['of letters', 'x'.repeat(400)],
    ['of letters of two octets', 'é'.repeat(200)],
    ['of signs of four octets', '🙂'.repeat(90)],
    ['of exactly 75 octets', 'x'.repeat(75)],
    ['of exactly 76 octets', 'x'.repeat(76)],
  ])('%s is folded at 75 octets and unfolds to what it was', (_, text) => {
    const lines = foldLine(text).split('\r\n');
    for (const line of lines) expect(octets(line)).toBeLessThanOrEqual(75);
    for (const line of lines.slice(1)) expect(line.startsWith(' ')).toBe(true);
    expect(foldLine(text).replaceAll('\r\n ', '')).toBe(text);
    expect(lines.length).toBe(octets(text) <= 75 ? 1 : lines.length);
  });
});
