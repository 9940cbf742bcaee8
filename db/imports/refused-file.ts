/** The file as a whole is not read; the message says why, as the end of "The file was refused: …". */
export class RefusedFile extends Error {
  override readonly name = 'RefusedFile';
}

export const refuseFile = (why: string): never => {
  throw new RefusedFile(why);
};
