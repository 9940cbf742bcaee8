import { NATION_LABELS, NATIONS } from '../../../db/domain/codes.ts';
import { useBoard } from '../../app/use-board.ts';
import { editRecord } from '../../app/use-record-edit.ts';
import { chooseTheme, type Theme, useTheme } from '../../state/theme.ts';
import {
  Definition,
  DefinitionList,
  EditableNumber,
  EditableSelect,
  EditableText,
  RadioGroup,
  Section,
} from '../../ui/index.ts';

const nations = NATIONS.map((nation) => ({ key: nation, label: NATION_LABELS[nation] }));

const themes: readonly { key: Theme; label: string }[] = [
  { key: 'system', label: 'As this laptop is set' },
  { key: 'light', label: 'Light' },
  { key: 'dark', label: 'Dark' },
];

export function BoardSection() {
  const { board, device } = useBoard();
  const theme = useTheme(({ theme: chosen }) => chosen);
  return (
    <>
      <Section heading="This board" note="For everyone who uses this board.">
        <DefinitionList>
          <EditableText
            label="Name"
            value={board.name}
            onSave={editRecord('boards', board, 'name')}
            whenRefusedEmpty="A board needs a name."
          />
          <EditableText
            label="Short name"
            value={board.shortName}
            onSave={editRecord('boards', board, 'shortName')}
            whenEmpty="None: the full name is used"
          />
          <EditableSelect
            label="Nation"
            options={nations}
            value={board.nation}
            onSave={editRecord('boards', board, 'nation')}
          />
          <EditableText
            label="Marking on packs"
            value={board.marking}
            onSave={editRecord('boards', board, 'marking')}
            whenRefusedEmpty="A pack needs a marking, for example OFFICIAL-SENSITIVE."
          />
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
      <Section heading="This laptop" note="For you alone; it does not travel with the board.">
        <DefinitionList>
          <Definition label="Your post">{device.post}</Definition>
          <Definition label="Name of this laptop">{device.name}</Definition>
          <Definition label="Look">
            <RadioGroup
              label="Look"
              hideLabel
              options={themes}
              value={theme}
              onChange={(chosen) => chooseTheme(chosen as Theme)}
            />
          </Definition>
        </DefinitionList>
      </Section>
    </>
  );
}
