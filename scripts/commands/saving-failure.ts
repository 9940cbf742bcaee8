import { Failure, failureFrom } from '../../db/store/failure.ts';

/** What the file system says of saving in this folder, as the failure a person can act on; null when it is none of those. */
export const savingFailure = (error: unknown, folder: string): Failure | null => {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EEXIST' || code === 'ENOTDIR')
    return new Failure('bad-input', {
      problem: `“${folder}” cannot be a folder, because a file has its name or a part of it.`,
      advice: 'Nothing was saved there. Name another folder with --out.',
    });
  if (code === 'ENOENT')
    return new Failure('bad-input', {
      problem: `The folder “${folder}” is not there any more.`,
      advice: 'If it is on a memory stick or network drive, plug that in or connect it, then try again.',
    });
  if (code === 'EISDIR' || code === 'EBUSY')
    return new Failure('not-allowed', {
      why: `A folder, or another program, holds the name of the document in “${folder}”.`,
      advice: 'Move or close what has that name, or save elsewhere, then try again.',
    });
  const failure = failureFrom(error);
  return failure?.code === 'no-rights' || failure?.code === 'disk-full'
    ? new Failure(failure.code, { folder }, error)
    : failure;
};

/** Does what saves in the folder; what the file system refuses comes out as such a failure. */
export const withSavingFailures = <T>(folder: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw savingFailure(error, folder) ?? error;
  }
};
