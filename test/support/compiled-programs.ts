import path from 'node:path';
import { templatesFolder } from './board.ts';

/** For the environment of a program under test: what one has compiled, the next need not compile again. */
export const compiledPrograms = (): { readonly NODE_COMPILE_CACHE: string } => ({
  NODE_COMPILE_CACHE: path.join(templatesFolder, 'compiled'),
});
