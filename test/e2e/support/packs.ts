import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';

export type Parts = Readonly<Record<string, string>>;

/** A Word document or a workbook as what it is: a zip of XML, by the path of each part. */
export const openOfficeFile = (file: string): Parts =>
  Object.fromEntries(
    Object.entries(unzipSync(readFileSync(file))).map(([part, bytes]) => [part, strFromU8(bytes)] as const),
  );

export const partsLike = (parts: Parts, path: RegExp): readonly string[] =>
  Object.entries(parts)
    .filter(([name]) => path.test(name))
    .map(([, xml]) => xml);
