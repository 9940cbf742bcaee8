import { useState } from 'react';
import type { BoardData } from '../../../db/contract/board.ts';
import { themesHref } from '../../app/links.ts';
import { useBoard } from '../../app/use-board.ts';
import { addRecord, editRecord } from '../../app/use-record-edit.ts';
import { EditableText, Section, SimpleTable, TextField } from '../../ui/index.ts';
import { AddLine } from './AddLine.tsx';
import { nameToOwnCode } from './own-code.ts';
import { RemoveButton } from './RemoveButton.tsx';

type Theme = BoardData['themes'][number];

const needsName = 'A theme needs a name.';

/** The taxonomy as groups with the themes below them; a theme can stand below a theme. Merged ones stand in no group. */
export function ThemesSection() {
  const themes = useLiveThemes();
  const groups = themes.filter(({ parentThemeId }) => parentThemeId === null);
  return (
    <>
      <p className="settings-lead">
        What the learning is about, so that what recurs can be seen. A theme that is renamed keeps everything filed
        under it. To move or merge themes, and to see what is filed under each, open{' '}
        <a href={themesHref('tree')}>the tree of themes</a>.
      </p>
      {groups.map((group) => (
        <ThemeGroup key={group.id} group={group} />
      ))}
      <Section heading="New group">
        <AddTheme label="New group of themes" addLabel="Add the group" parentThemeId={null} />
      </Section>
    </>
  );
}

const useLiveThemes = (): readonly Theme[] => useBoard().themes.filter(({ mergedIntoId }) => mergedIntoId === null);

function ThemeGroup({ group }: { readonly group: Theme }) {
  const themes = useLiveThemes();
  const below = themesBelow(themes, group.id, 1);
  return (
    <Section heading={group.name} count={below.length}>
      <SimpleTable
        caption={`Themes of ${group.name}`}
        hideCaption
        rows={[{ theme: group, depth: 0 }, ...below]}
        rowKey={({ theme }) => theme.id}
        whenEmpty=""
        columns={[
          {
            key: 'name',
            heading: 'Group and themes',
            isRowHeading: true,
            render: ({ theme, depth }) => (
              <div className={`theme-depth-${Math.min(depth, 3)}`}>
                <EditableText
                  layout="bare"
                  label={depth === 0 ? 'Group' : 'Theme'}
                  value={theme.name}
                  onSave={editRecord('themes', theme, 'name')}
                  whenRefusedEmpty={needsName}
                />
              </div>
            ),
          },
          {
            key: 'source',
            heading: 'Source',
            width: '32%',
            render: ({ theme }) => (
              <EditableText
                layout="bare"
                label={`Source of ${theme.name}`}
                value={theme.source}
                onSave={editRecord('themes', theme, 'source')}
                whenEmpty="None"
              />
            ),
          },
          {
            key: 'tools',
            heading: 'Remove',
            width: '6rem',
            align: 'end',
            render: ({ theme, depth }) => (
              <RemoveButton
                table="themes"
                id={theme.id}
                name={`the ${depth === 0 ? 'group' : 'theme'} ${theme.name}`}
              />
            ),
          },
        ]}
      />
      <AddTheme label={`New theme in ${group.name}`} addLabel="Add the theme" parentThemeId={group.id} />
    </Section>
  );
}

/** Depth first, so that each theme stands right below the one it belongs to. */
const themesBelow = (themes: readonly Theme[], id: string, depth: number): readonly { theme: Theme; depth: number }[] =>
  themes
    .filter(({ parentThemeId }) => parentThemeId === id)
    .flatMap((theme) => [{ theme, depth }, ...themesBelow(themes, theme.id, depth + 1)]);

type AddThemeProps = { readonly label: string; readonly addLabel: string; readonly parentThemeId: string | null };

function AddTheme({ label, addLabel, parentThemeId }: AddThemeProps) {
  const { themes } = useBoard();
  const [name, setName] = useState('');
  const taxonomyId = (themes.find(({ id }) => id === parentThemeId) ?? themes[0])?.taxonomyId;
  if (taxonomyId === undefined) return null;
  return (
    <AddLine
      addLabel={addLabel}
      problem={() => (name.trim() === '' ? needsName : null)}
      onAdd={() =>
        addRecord('themes', {
          taxonomyId,
          parentThemeId,
          code: nameToOwnCode(
            name,
            themes.map(({ code }) => code),
          ),
          name,
          position: themes.length,
        })
      }
      onAdded={() => setName('')}
    >
      <TextField label={label} value={name} onChange={setName} />
    </AddLine>
  );
}
