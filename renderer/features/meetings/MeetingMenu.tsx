import { useState } from 'react';
import type { MeetingDetail } from '../../../db/contract/meetings.ts';
import { earliestDay } from '../../../db/domain/partial-date.ts';
import { showProblem } from '../../app/problem-toast.ts';
import { hrefTo } from '../../app/links.ts';
import { goTo } from '../../app/go-to.ts';
import { useBoard } from '../../app/use-board.ts';
import { removeRecord } from '../../app/use-record-edit.ts';
import { save } from '../../app/use-save.ts';
import { client } from '../../client.ts';
import { Button, ConfirmDialog, Menu, type MenuChoice } from '../../ui/index.ts';
import { CancelMeetingDialog } from './CancelMeetingDialog.tsx';
import { MoveMeetingDialog } from './MoveMeetingDialog.tsx';

type Opened = 'move' | 'cancel' | 'replan' | 'remove' | null;

/** The one act that comes next, and the others. */
export function MeetingMenu({ detail }: { readonly detail: MeetingDetail }) {
  const { meeting } = detail;
  const { today } = useBoard();
  const [opened, setOpened] = useState<Opened>(null);
  const act = async (run: () => Promise<{ operationId: string | null }>, words: string): Promise<void> => {
    const outcome = await save(run, words);
    if (!outcome.ok) showProblem(outcome.message);
  };
  const hold = () => act(() => client.meetings.hold({ id: meeting.id }), 'Recorded the meeting as held');
  const confirm = () =>
    act(
      () =>
        client.records.edit({ table: 'meetings', id: meeting.id, was: { provisional: 1 }, now: { provisional: 0 } }),
      'Confirmed the date',
    );
  const isPlanned = meeting.state === 'planned';
  const mayBeHeld = isPlanned && meeting.date !== null && earliestDay(meeting.date) <= today;
  const others: MenuChoice[] = [
    ...(isPlanned ? [{ key: 'move', label: 'Move it to another date', onChoose: () => setOpened('move') }] : []),
    ...(isPlanned ? [{ key: 'cancel', label: 'Cancel it', onChoose: () => setOpened('cancel') }] : []),
    ...(isPlanned ? [] : [{ key: 'replan', label: 'Plan it again', onChoose: () => setOpened('replan') }]),
    { key: 'remove', label: 'Remove it', isDanger: true, onChoose: () => setOpened('remove') },
  ];
  return (
    <>
      <Menu label="More" trigger={<Button icon="more">More</Button>} items={others} />
      {isPlanned && meeting.provisional === 1 && !mayBeHeld && (
        <Button kind="primary" onPress={() => void confirm()}>
          Confirm the date
        </Button>
      )}
      {mayBeHeld && (
        <Button kind="primary" onPress={() => void hold()}>
          Record as held
        </Button>
      )}
      {opened === 'move' && <MoveMeetingDialog detail={detail} onClose={() => setOpened(null)} />}
      {opened === 'cancel' && <CancelMeetingDialog detail={detail} onClose={() => setOpened(null)} />}
      <ConfirmDialog
        isOpen={opened === 'replan'}
        title="Plan this meeting again"
        confirmLabel="Plan it again"
        reason={{ label: 'Reason' }}
        onConfirm={async (reason) => {
          const outcome = await save(
            () => client.meetings.replan({ id: meeting.id, reason }),
            'Planned the meeting again',
          );
          if (!outcome.ok) return outcome;
          setOpened(null);
        }}
        onCancel={() => setOpened(null)}
      >
        It stands among the coming meetings again. What was recorded of it stays.
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={opened === 'remove'}
        title="Remove this meeting"
        confirmLabel="Remove the meeting"
        isDanger
        reason={{ label: 'Reason', optional: true }}
        onConfirm={async (reason) => {
          const outcome = await removeRecord('meetings', meeting.id, reason || undefined);
          if (!outcome.ok) return outcome;
          goTo(hrefTo('/meetings'));
        }}
        onCancel={() => setOpened(null)}
      >
        For a meeting that was recorded by mistake. One that will not take place is cancelled instead. The removal can
        be undone.
      </ConfirmDialog>
    </>
  );
}
