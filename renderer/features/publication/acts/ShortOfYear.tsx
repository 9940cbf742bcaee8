import { Notice } from '../../../ui/index.ts';

/** Said before it is recorded; recorded all the same. */
export function ShortOfYear() {
  return (
    <Notice kind="warning">
      That is less than a year after publication. Published reports are to stay available for at least one year.
    </Notice>
  );
}
