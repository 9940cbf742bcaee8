/** The sample board is fictional and opens with this, so that anyone can look round. Never a real board's. */
export const SAMPLE_PASSPHRASE = 'exampleshire sample board';
export const SAMPLE_BOARD_NAME = 'Exampleshire Safeguarding Children Partnership';
