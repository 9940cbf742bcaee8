/** What a sync file may be at most, version 1. Checked before anything is parsed; `README.md` gives the reasons. */
export const FORMAT_VERSION = 1;

export const LARGEST_HEADER = 16_384;
export const LARGEST_BODY = 536_870_912;
/** A request or an acceptance, whole. */
export const LARGEST_JOIN_FILE = 65_536;

export const MOST_DEVICES = 64;
export const MOST_RECIPIENTS = 20;

export const MOST_OPERATIONS = 200_000;
export const MOST_CHANGES = 1_000_000;
export const MOST_CONTENTS = 10_000;
export const LARGEST_PAYLOAD = 536_870_912;

export const LONGEST_LINE = 4 * 1024 * 1024;
/** Of an attached file in one line: a multiple of three, so that only the last one ends in base64's filling. */
export const CONTENT_PIECE = 48 * 1024;
export const LARGEST_CONTENT = 25 * 1024 * 1024;

/** A writer starts another bundle after the operation that passes one of these; the limits above are the reader's. */
export const ENOUGH_CHANGES = 250_000;
export const ENOUGH_BYTES = 128 * 1024 * 1024;

export const LINES_A_TURN = 1_000;
export const BYTES_A_TURN = 1024 * 1024;
export const LONGEST_READING = 120_000;

/** The last clock of the year 9999. */
export const LAST_CLOCK = 'e677d21fdbffffff';
export const LAST_INSTANT = 253_402_300_799_999;

export const LONGEST_NAME = 200;
