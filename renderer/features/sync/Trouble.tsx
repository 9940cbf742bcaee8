import { Failure } from '../../app/Failure.tsx';
import { Notice } from '../../ui/index.ts';
import { ShellRefused } from './shell-refused.ts';

/** What went wrong with what a person asked for; nothing when nothing did. */
export function Trouble({ error }: { readonly error: unknown }) {
  if (error === null) return null;
  return error instanceof ShellRefused ? <Notice kind="error">{error.message}</Notice> : <Failure error={error} />;
}
