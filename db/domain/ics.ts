/**
 * A calendar file that other programs read (RFC 5545): CRLF line ends, lines folded at 75 octets, text escaped, days without a
 * time (VALUE=DATE).
 *
 * Threat: a calendar is copied to phones and servers that are not the board's. Must hold: an entry carries a kind of deadline
 * in the program's own words and a reference, nothing that a person wrote about the case: no label, no title, no text.
 * Accepted gap: a reference, which a person also gives, is taken to say nothing about the case.
 */
import { addDays, type CivilDate } from './civil-days.ts';

export type CalendarEntry = {
  /** The same for the same deadline in every file, so that a later file replaces what an earlier one said. */
  readonly uid: string;
  readonly on: CivilDate;
  readonly summary: string;
};

export type CalendarFile = {
  readonly entries: readonly CalendarEntry[];
  /** The day the data is as at: no clock is read here, so the same data gives the same file. */
  readonly dataAsAt: CivilDate;
};

export const ICS_MEDIA_TYPE = 'text/calendar';

export const calendarToIcs = ({ entries, dataAsAt }: CalendarFile): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Case Review Tracker//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...entries.flatMap((entry) => entryLines(entry, dataAsAt)),
    'END:VCALENDAR',
  ]
    .map((line) => `${foldLine(line)}\r\n`)
    .join('');

const entryLines = ({ uid, on, summary }: CalendarEntry, dataAsAt: CivilDate): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escapeText(uid)}`,
  `DTSTAMP:${compact(dataAsAt)}T000000Z`,
  `DTSTART;VALUE=DATE:${compact(on)}`,
  // The end is the first day that is no longer meant.
  `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
  `SUMMARY:${escapeText(summary)}`,
  'CLASS:CONFIDENTIAL',
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

const compact = (day: CivilDate): string => day.replaceAll('-', '');

/** Backslash, comma, semicolon and line breaks have a meaning of their own; other control characters are not allowed at all. */
export const escapeText = (text: string): string =>
  text
    .replace(/[\\;,]/g, (found) => `\\${found}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    // oxlint-disable-next-line no-control-regex -- these are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');

const MOST_OCTETS = 75;

/** Breaks a line after at most 75 octets of UTF-8, never inside a character; each further line begins with a space. */
export const foldLine = (line: string): string => {
  const lines: string[] = [];
  let [current, octets] = ['', 0];
  for (const character of line) {
    const length = octetsOf(character);
    if (octets + length > MOST_OCTETS) {
      lines.push(current);
      [current, octets] = [' ', 1];
    }
    current += character;
    octets += length;
  }
  return [...lines, current].join('\r\n');
};

const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
};
