/**
 * The day on which every run takes place, for each of its programs: what a board says of “today”, and which year a reference names,
 * is then the same whenever the tests are run. Time goes on as it does, from another beginning.
 * Loaded before a program by Node's `--require`, and in pages by `oneDayInPage`.
 */
'use strict';

const moved = Number(process.env.TRACKER_TEST_CLOCK ?? 0);
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + moved);
    else super(...parts);
  }

  static now() {
    return RealDate.now() + moved;
  }
};
