import { useState } from 'react';
import type { ThemeNode } from '../../../../db/contract/themes.ts';
import { countOf, joinWords } from '../../../../db/domain/plain-words.ts';
import { whyNotMerged, whyNotUnder } from '../../../../db/domain/theme-tree.ts';
import { useBoard } from '../../../app/use-board.ts';
import { client } from '../../../client.ts';
import { Button, ComboBox, Dialog, TextField } from '../../../ui/index.ts';
import { ActDialog } from '../../actions/acts/ActDialog.tsx';
import { missing } from '../../actions/acts/missing.ts';
import { runSaved } from '../../actions/acts/run-act.ts';
import { nameToOwnCode } from '../../settings/own-code.ts';

type DialogProps = { readonly themes: readonly ThemeNode[]; readonly onClose: () => void };
type OfTheme = DialogProps & { readonly theme: ThemeNode };

export type NameAct =
  | { readonly kind: 'add'; readonly taxonomyId: string; readonly under: ThemeNode | null }
  | { readonly kind: 'rename'; readonly theme: ThemeNode };

/** A new theme, or a new name for one that there is. */
export function NameThemeDialog({ act, themes, onClose }: DialogProps & { readonly act: NameAct }) {
  const board = useBoard();
  const [name, setName] = useState(act.kind === 'rename' ? act.theme.name : '');
  const add = ({ taxonomyId, under }: Extract<NameAct, { kind: 'add' }>) => {
    const beside = themes.filter((theme) => theme.parentThemeId === (under?.id ?? null));
    const codes = board.themes.map(({ code }) => code);
    return client.records.add({
      table: 'themes',
      row: {
        taxonomyId,
        parentThemeId: under?.id ?? null,
        code: nameToOwnCode(name, codes),
        name,
        position: Math.max(-1, ...beside.map(({ position }) => position)) + 1,
      },
    });
  };
  const rename = ({ theme }: Extract<NameAct, { kind: 'rename' }>) =>
    client.records.edit({ table: 'themes', id: theme.id, was: { name: theme.name }, now: { name } });
  const title =
    act.kind === 'rename'
      ? `Rename ${act.theme.name}`
      : act.under === null
        ? 'Add a theme at the top'
        : `Add a theme under ${act.under.name}`;
  return (
    <ActDialog
      title={title}
      submitLabel={act.kind === 'rename' ? 'Rename' : 'Add the theme'}
      onClose={onClose}
      isReady={name.trim() !== ''}
      onSubmit={() =>
        act.kind === 'rename'
          ? runSaved(() => rename(act), `Renamed the theme ${act.theme.name}`)
          : runSaved(() => add(act), `Added the theme ${name}`)
      }
    >
      {(tried) => (
        <>
          <TextField
            label="Name"
            value={name}
            onChange={setName}
            maxLength={500}
            error={missing(tried, name, 'A theme needs a name.')}
            autoFocus
          />
          {act.kind === 'rename' && <p>All that is filed under it stays filed under it.</p>}
        </>
      )}
    </ActDialog>
  );
}

const topKey = 'top';

export function MoveThemeDialog({ theme, themes, onClose }: OfTheme) {
  const board = useBoard();
  const [under, setUnder] = useState<string | null>(null);
  const options = [
    ...(theme.parentThemeId === null ? [] : [{ key: topKey, label: 'At the top, under no theme' }]),
    ...themes
      .filter(({ id }) => id !== theme.parentThemeId && whyNotUnder(board.themes, theme.id, id) === null)
      .map((other) => ({ key: other.id, label: other.name, note: aboveWords(themes, other) })),
  ];
  return (
    <ActDialog
      title={`Move ${theme.name}`}
      submitLabel="Move"
      onClose={onClose}
      isReady={under !== null}
      onSubmit={() =>
        runSaved(
          () => client.themes.move({ id: theme.id, parentThemeId: under === topKey ? null : under }),
          `Moved the theme ${theme.name}`,
        )
      }
    >
      {(tried) => (
        <ComboBox
          label="Move under"
          hint="What stands under it comes with it. Nothing that is filed under it changes."
          options={options}
          value={under}
          onChange={setUnder}
          error={missing(tried, under, 'Choose the theme that it belongs under.')}
          width="full"
          autoFocus
        />
      )}
    </ActDialog>
  );
}

export function MergeThemeDialog({ theme, themes, onClose }: OfTheme) {
  const board = useBoard();
  const [into, setInto] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const options = themes
    .filter(({ id }) => whyNotMerged(board.themes, theme.id, id) === null)
    .map((other) => ({ key: other.id, label: other.name, note: aboveWords(themes, other) }));
  const intoName = themes.find(({ id }) => id === into)?.name;
  return (
    <ActDialog
      title={`Merge ${theme.name} into another theme`}
      submitLabel={intoName === undefined ? 'Merge' : `Merge into ${intoName}`}
      onClose={onClose}
      isReady={into !== null}
      onSubmit={() =>
        runSaved(
          () => client.themes.merge({ id: theme.id, intoThemeId: into ?? '', reason }),
          `Merged ${theme.name} into ${intoName ?? 'another theme'}`,
        )
      }
    >
      {(tried) => (
        <>
          <p>
            {filedWords(theme)} Each stays filed as it is and counts for the other theme. Undo brings the theme back.
          </p>
          <ComboBox
            label="Merge into"
            options={options}
            value={into}
            onChange={setInto}
            error={missing(tried, into, 'Choose the theme that takes it in.')}
            width="full"
            autoFocus
          />
          <TextField label="Reason" value={reason} onChange={setReason} maxLength={500} optional />
        </>
      )}
    </ActDialog>
  );
}

type RemoveThemeDialogProps = {
  readonly theme: ThemeNode;
  readonly onClose: () => void;
  readonly onMerge: () => void;
};

/** A theme that something hangs on is merged, not removed. What only the data process knows of is refused there, with the reason. */
export function RemoveThemeDialog({ theme, onClose, onMerge }: RemoveThemeDialogProps) {
  const { themes } = useBoard();
  const below = themes.filter(({ parentThemeId }) => parentThemeId === theme.id).length;
  const isUsed = below > 0 || isFiled(theme);
  if (isUsed)
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={`${theme.name} is in use`}
        footer={
          <>
            <Button kind="primary" onPress={onMerge}>
              Merge it into another theme
            </Button>
            <Button onPress={onClose}>Leave it</Button>
          </>
        }
      >
        <p>
          {filedWords(theme)} {below > 0 && `${countOf(below, 'theme stands', 'themes stand')} under it. `}
          It cannot be removed without losing that. Merged into another theme, all of it counts for the other.
        </p>
      </Dialog>
    );
  return (
    <ActDialog
      title={`Remove ${theme.name}`}
      submitLabel="Remove"
      isDanger
      onClose={onClose}
      isReady
      onSubmit={() => runSaved(() => client.themes.remove({ id: theme.id }), `Removed the theme ${theme.name}`)}
    >
      {() => <p>Nothing is filed under it. Its places in national lists go with it; the removal can be undone.</p>}
    </ActDialog>
  );
}

const isFiled = ({ figures, mergedFrom }: ThemeNode): boolean =>
  figures.reviews + figures.recommendations + figures.actions + mergedFrom.length > 0;

const filedWords = ({ figures: { reviews, recommendations, actions } }: ThemeNode): string =>
  reviews + recommendations + actions === 0
    ? 'No review, recommendation or action is filed under it.'
    : `It has ${joinWords([
        countOf(reviews, 'review', 'reviews'),
        countOf(recommendations, 'recommendation', 'recommendations'),
        countOf(actions, 'action', 'actions'),
      ])}.`;

const aboveWords = (themes: readonly ThemeNode[], theme: ThemeNode): string | undefined =>
  themes.find(({ id }) => id === theme.parentThemeId)?.name;
