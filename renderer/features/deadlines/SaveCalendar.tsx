import { useState } from 'react';
import type { DeadlineKind } from '../../../db/domain/deadlines.ts';
import { countOf } from '../../../db/domain/plain-words.ts';
import { errorToLine } from '../../app/failure-words.ts';
import { client } from '../../client.ts';
import { shell } from '../../shell/index.ts';
import { Button, showToast } from '../../ui/index.ts';

type SaveCalendarProps = {
  readonly from: string;
  readonly until: string;
  readonly kinds: readonly DeadlineKind[];
};

/** A file for another calendar: kinds and references only, never a label or a word of the case. */
export function SaveCalendar({ from, until, kinds }: SaveCalendarProps) {
  const [isBusy, setBusy] = useState(false);
  const saveFile = async (): Promise<void> => {
    setBusy(true);
    try {
      const file = await client.deadlines.calendarFile({ from, until, ...(kinds.length > 0 && { kinds: [...kinds] }) });
      const saved = await shell.saveFile({
        suggestedName: file.fileName,
        bytes: new TextEncoder().encode(file.text),
      });
      if (saved.outcome === 'failed') showToast({ message: saved.message, isProblem: true });
      if (saved.outcome === 'saved') showToast({ message: savedWords(saved.name, file) });
    } catch (error) {
      showToast({ message: errorToLine(error), isProblem: true });
    }
    setBusy(false);
  };
  return (
    <Button icon="download" busy={isBusy} onPress={() => void saveFile()}>
      Save for my calendar
    </Button>
  );
}

const savedWords = (
  name: string,
  { entries, leftOut }: { readonly entries: number; readonly leftOut: number },
): string => {
  const left = leftOut === 0 ? '' : ` ${countOf(leftOut, 'date is', 'dates are')} not known to the day and left out.`;
  return `Saved ${name}: ${countOf(entries, 'entry', 'entries')}, with references only.${left}`;
};
