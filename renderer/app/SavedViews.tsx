import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListView, SavedView } from '../../db/contract/workplace.ts';
import { api, client } from '../client.ts';
import { type ListPlace, type ListSearch, showColumns, useShownColumns } from '../state/lists.ts';
import { Button, IconButton, Popover, TextField } from '../ui/index.ts';
import { goTo } from './go-to.ts';
import { hrefTo, listHref } from './links.ts';
import { addRecord, removeRecord } from './use-record-edit.ts';
import { save } from './use-save.ts';

type SavedViewsProps = {
  readonly place: ListPlace;
  readonly search: ListSearch;
  /** Where a chosen view opens, when not in the list itself. */
  readonly path?: string;
};

/** Filters, sort and columns of a list under a name: to save, choose, rename and remove. */
export function SavedViews(props: SavedViewsProps) {
  return (
    <Popover
      label="Saved views"
      trigger={
        <Button kind="secondary" size="small" icon="show">
          Views
        </Button>
      }
    >
      {(close) => <Views {...props} close={close} />}
    </Popover>
  );
}

function Views({ place, search, path, close }: SavedViewsProps & { readonly close: () => void }) {
  const views = useQuery(api.workplace.views.queryOptions({ input: { place } })).data ?? [];
  const columns = useShownColumns(place);
  const [renaming, setRenaming] = useState<string | null>(null);
  const choose = ({ view }: SavedView): void => {
    showColumns(place, view.columns);
    goTo(path === undefined ? listHref(place, view.search) : hrefTo(path, view.search));
    close();
  };
  return (
    <div className="app-views">
      {views.length === 0 && (
        <p className="ui-quiet">
          No view is saved yet. Set filters, sort and columns as you want them, then save them here under a name.
        </p>
      )}
      {views.length > 0 && (
        <ul>
          {views.map((saved) =>
            renaming === saved.id ? (
              <li key={saved.id}>
                <RenameView saved={saved} onDone={() => setRenaming(null)} />
              </li>
            ) : (
              <li key={saved.id} className="app-view">
                <Button kind="quiet" onPress={() => choose(saved)}>
                  {saved.name}
                </Button>
                <IconButton
                  icon="edit"
                  size="small"
                  label={`Rename the view “${saved.name}”`}
                  onPress={() => setRenaming(saved.id)}
                />
                <IconButton
                  icon="close"
                  size="small"
                  label={`Remove the view “${saved.name}”`}
                  onPress={() => void removeRecord('savedViews', saved.id)}
                />
              </li>
            ),
          )}
        </ul>
      )}
      <SaveView place={place} views={views} view={{ search: listOnly(search), columns: columns && [...columns] }} />
    </div>
  );
}

/** Which panel is open belongs to the moment, not to the view. */
const listOnly = ({ action: _action, review: _review, ...list }: ListSearch): Record<string, string> => ({ ...list });

type SaveViewProps = { readonly place: ListPlace; readonly views: readonly SavedView[]; readonly view: ListView };

function SaveView({ place, views, view }: SaveViewProps) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const wanted = name.trim();
  const taken = views.find((saved) => sameName(saved.name, wanted));
  const keep = async (): Promise<void> => {
    if (wanted === '') return setProblem('Give the view a name.');
    const text = JSON.stringify(view);
    const outcome =
      taken === undefined
        ? await addRecord('savedViews', { place, name: wanted, view: text })
        : await save(
            () =>
              client.records.edit({
                table: 'savedViews',
                id: taken.id,
                was: { view: '' },
                now: { view: text },
                force: true,
              }),
            `Changed the view “${taken.name}”`,
          );
    setProblem(outcome.ok ? null : outcome.message);
    if (outcome.ok) setName('');
  };
  return (
    <form
      className="app-view-new"
      aria-label="Save this view"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <TextField
        label="Save what is shown now as"
        value={name}
        onChange={(next) => {
          setName(next);
          setProblem(null);
        }}
        maxLength={100}
        hint={taken === undefined ? undefined : 'A view has this name: saving puts this one in its place.'}
        error={problem ?? undefined}
      />
      <Button type="submit" size="small">
        Save the view
      </Button>
    </form>
  );
}

function RenameView({ saved, onDone }: { readonly saved: SavedView; readonly onDone: () => void }) {
  const [name, setName] = useState(saved.name);
  const [problem, setProblem] = useState<string | null>(null);
  const rename = async (): Promise<void> => {
    if (name.trim() === '') return setProblem('Give the view a name.');
    const outcome = await save(
      () =>
        client.records.edit({
          table: 'savedViews',
          id: saved.id,
          was: { name: saved.name },
          now: { name: name.trim() },
        }),
      'Renamed a view',
    );
    if (outcome.ok) onDone();
    else setProblem(outcome.message);
  };
  return (
    <form
      className="app-view-new"
      aria-label={`Rename the view “${saved.name}”`}
      onSubmit={(event) => {
        event.preventDefault();
        void rename();
      }}
    >
      <TextField
        label="Name of the view"
        value={name}
        onChange={setName}
        maxLength={100}
        error={problem ?? undefined}
        autoFocus
      />
      <Button type="submit" size="small">
        Rename
      </Button>
    </form>
  );
}

const sameName = (a: string, b: string): boolean => a.localeCompare(b, 'en-GB', { sensitivity: 'base' }) === 0;
