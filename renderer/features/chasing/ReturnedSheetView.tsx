import './chasing.css';
import type { ReturnedSheet } from '../../../db/contract/chasing.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { Button, EmptyState, Notice, Page, PageHeader } from '../../ui/index.ts';
import { AcceptedBefore } from './AcceptedBefore.tsx';
import { NotRead } from './NotRead.tsx';
import { Proposals } from './Proposals.tsx';
import type { Returned, SheetInHand } from './use-returned-sheet.ts';

type ReturnedSheetViewProps = { readonly returned: Returned; readonly inHand: SheetInHand };

/** A returned sheet, row by row: what can be accepted, what is not read and why, what was accepted before. */
export function ReturnedSheetView({ returned, inHand: { sheet, fileName } }: ReturnedSheetViewProps) {
  const { close, readAgain, isReading, problem } = returned;
  const { proposals, already, refused, unanswered, ignoredColumns } = sheet;
  return (
    <Page>
      <PageHeader
        title={`Returned by ${sheet.agency}`}
        facts={[
          fileName,
          `Request ${sheet.request}`,
          ...(sheet.requestedOn === null ? [] : [`asked on ${formatDate(sheet.requestedOn)}`]),
          `${unanswered} ${unanswered === 1 ? 'row' : 'rows'} without an answer`,
        ]}
        action={
          <>
            <Button busy={isReading} onPress={() => void readAgain()}>
              Read it again
            </Button>
            <Button onPress={close}>Back to chasing</Button>
          </>
        }
      />
      {problem !== null && (
        <Notice kind="error" title="The sheet was not read again">
          {problem}
        </Notice>
      )}
      {ignoredColumns.length > 0 && (
        <Notice title={ignoredColumns.length === 1 ? 'A column was added' : 'Columns were added'}>
          {ignoredColumns.map((name) => `“${name}”`).join(', ')}: what stands there is not read.
        </Notice>
      )}
      {proposals.length === 0 && <EmptyState title="Nothing to accept">{whyNothing(sheet)}</EmptyState>}
      <Proposals returned={returned} sheet={sheet} />
      {refused.length > 0 && <NotRead refused={refused} />}
      {already.length > 0 && <AcceptedBefore already={already} />}
    </Page>
  );
}

const whyNothing = ({ refused, already }: ReturnedSheet): string => {
  if (refused.length > 0) return 'What is left of this sheet cannot be read; each row stands below with the reason.';
  return already.length > 0
    ? 'Every answer in this sheet has been accepted.'
    : 'No row of this sheet was filled in. It may be the sheet as it was sent: ask for the filled-in one.';
};
