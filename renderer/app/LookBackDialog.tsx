import './earlier-day.css';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { formatDate, isCivilDate } from '../../db/domain/partial-date.ts';
import { api } from '../client.ts';
import { stopAsking, useLookingBack } from '../state/looking-back.ts';
import { Button, DateEntry, Dialog, noDate, Progress } from '../ui/index.ts';
import { daysToLookAt } from './days-to-look-at.ts';
import { lookBackAt } from './look-back.ts';
import { useBoard } from './use-board.ts';

/** Asks for an earlier day, and shows how far the way there is. */
export function LookBackDialog() {
  const { isAsking, goingBack } = useLookingBack();
  const formId = 'look-back';
  return (
    <Dialog
      isOpen={isAsking}
      onClose={stopAsking}
      title="Look at the board as it was"
      footer={
        goingBack === null && (
          <>
            <Button kind="primary" type="submit" form={formId}>
              Look at that day
            </Button>
            <Button onPress={stopAsking}>Cancel</Button>
          </>
        )
      }
    >
      {goingBack === null ? (
        <DayForm formId={formId} />
      ) : (
        <Progress
          label={goingBack.doing}
          done={goingBack.of === 0 ? null : goingBack.done / goingBack.of}
          note={
            goingBack.of === 0
              ? undefined
              : `${goingBack.done.toLocaleString('en-GB')} of ${goingBack.of.toLocaleString('en-GB')} changes`
          }
          onCancel={stopAsking}
        />
      )}
    </Dialog>
  );
}

const dayWanted = 'Give a whole day, such as 3 March 2026.';

function DayForm({ formId }: { readonly formId: string }) {
  const { meetings } = useBoard();
  const refusal = useLookingBack(({ problem }) => problem);
  const { data: status } = useQuery(api.asAt.status.queryOptions());
  const [date, setDate] = useState(noDate);
  const [problem, setProblem] = useState<string | null>(null);
  const look = (event: FormEvent): void => {
    event.preventDefault();
    if (date.date === null || !isCivilDate(date.date)) setProblem(dayWanted);
    else void lookBackAt(date.date);
  };
  const days = status === undefined ? [] : daysToLookAt({ ...status, meetings });
  return (
    <form id={formId} className="app-look-back" noValidate onSubmit={look}>
      <p>
        Every place then shows the board as it was recorded at the end of that day, and what was late then. Nothing can
        be changed until you go back to today.
      </p>
      <DateEntry
        label="Day"
        hint={status === undefined ? undefined : `From ${formatDate(status.firstDay)}, when the board was begun here.`}
        value={date}
        onChange={(next) => {
          setDate(next);
          setProblem(null);
        }}
        onProblem={() => setProblem(null)}
        error={problem ?? refusal ?? undefined}
        autoFocus
      />
      {days.length > 0 && (
        <div>
          <p className="ui-quiet">Or one of these:</p>
          <ul className="app-day-choices">
            {days.map(({ day, label }) => (
              <li key={day}>
                <Button kind="quiet" size="small" onPress={() => void lookBackAt(day)}>
                  {`${formatDate(day)} · ${label}`}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </form>
  );
}
