/**
 * How long writing stays polite: a writer of many rows calls this every so many of them with how far it is, and waits for the
 * answer. The answer lets messages in between; when the writing is cancelled, it is an error.
 */
export type Turn = (done: number, of: number) => Promise<void>;

export const ROWS_A_TURN = 500;
