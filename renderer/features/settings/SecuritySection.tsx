import { useBoard } from '../../app/use-board.ts';
import { editRecord } from '../../app/use-record-edit.ts';
import { DefinitionList, EditableNumber, Section } from '../../ui/index.ts';
import { ChangePassphrase } from './ChangePassphrase.tsx';
import { NewRecoveryCode } from './NewRecoveryCode.tsx';

export function SecuritySection() {
  const { board } = useBoard();
  return (
    <>
      <Section heading="Lock" note="Also when the laptop sleeps or its screen is locked, and with Ctrl+L.">
        <DefinitionList>
          <EditableNumber
            label="Locks itself after"
            value={board.autoLockMinutes}
            onSave={editRecord('boards', board, 'autoLockMinutes')}
            min={1}
            max={120}
            unit="minutes without use"
          />
        </DefinitionList>
      </Section>
      <ChangePassphrase boardName={board.name} />
      <NewRecoveryCode boardName={board.name} />
    </>
  );
}
