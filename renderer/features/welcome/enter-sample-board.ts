import { SAMPLE_PASSPHRASE } from '../../../db/domain/sample.ts';
import { enterBoard, findScreen } from '../../app/screens.ts';
import { client } from '../../client.ts';

/** A sample that was made before is opened with its known passphrase; otherwise the next screen makes it, or says what is wrong. */
export const enterSampleBoard = async (): Promise<void> => {
  const { state } = await client.session.status();
  if (state !== 'locked') return findScreen();
  try {
    const { boardName } = await client.session.unlock({ passphrase: SAMPLE_PASSPHRASE });
    enterBoard(boardName);
  } catch {
    await findScreen();
  }
};
