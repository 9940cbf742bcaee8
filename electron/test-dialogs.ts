import { readFile, writeFile } from 'node:fs/promises';

/**
 * The fake for the person at a dialog, in test builds only: a JSON file with the answers to come, in order.
 * Each is a path, or null for "changed their mind". A question nobody prepared an answer for is a fault of the test.
 */
export const nextTestAnswer = async (file: string): Promise<string | null> => {
  const [answer, ...rest] = JSON.parse(await readFile(file, 'utf8')) as readonly (string | null)[];
  if (answer === undefined) throw new Error('The test prepared no answer for this dialog.');
  await writeFile(file, JSON.stringify(rest));
  return answer;
};
