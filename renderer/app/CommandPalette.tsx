import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { api } from '../client.ts';
import { closeOverFrame, useOverFrame } from '../state/over-frame.ts';
import { classNames, Icon, KeyHint } from '../ui/index.ts';
import { COMMANDS } from './commands.ts';
import { MarkedText } from './MarkedText.tsx';
import {
  allFoundKey,
  commandToResult,
  findCommands,
  groupResults,
  groupsToResults,
  recentToResult,
  type Result,
} from './palette-results.ts';

/** Finds any record, goes to a place, does something: by a few letters and Enter. */
export function CommandPalette() {
  const isOpen = useOverFrame(({ open }) => open === 'palette');
  return (
    <ModalOverlay
      className="app-palette-scrim"
      isOpen={isOpen}
      onOpenChange={(open) => !open && closeOverFrame()}
      isDismissable
    >
      <Modal className="app-palette-box">
        <Dialog className="app-palette" aria-label="Find or do">
          <Palette />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Palette() {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const results = useResults(typed);
  const groups = groupResults(results);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const current = Math.min(chosen, results.length - 1);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const run = (result: Result | undefined): void => {
    if (result === undefined) return;
    closeOverFrame();
    result.run();
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step !== undefined) setChosen(step(current, results.length));
    else if (event.key === 'Enter') run(results[current]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="app-palette-field">
        <Icon name="search" />
        <input
          role="combobox"
          aria-label="Find a record, a place or a command"
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={results[current] === undefined ? undefined : `${listId}-${current}`}
          placeholder="Reference, label, any words, place or command"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setChosen(0);
          }}
          onKeyDown={onKey}
        />
      </div>
      <div id={listId} ref={list} className="app-palette-results" role="listbox" aria-label="What was found">
        {groups.map(({ group, results: inGroup }) => (
          <div key={group} role="group" aria-label={group}>
            <p className="app-palette-group" aria-hidden="true">
              {group}
            </p>
            {inGroup.map((result) => {
              const place = results.indexOf(result);
              return (
                <div
                  key={result.key}
                  id={`${listId}-${place}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={place === current}
                  className={classNames('app-palette-result', place === current && 'app-palette-chosen')}
                  onPointerMove={() => setChosen(place)}
                  onClick={() => run(result)}
                  onKeyDown={onKey}
                >
                  <Icon name={result.icon} />
                  <span className="app-palette-words">
                    <span className="app-palette-label">
                      <MarkedText parts={result.label} />
                    </span>
                    {result.snippet !== undefined && result.snippet.length > 0 && (
                      <span className="app-palette-snippet">
                        <MarkedText parts={result.snippet} />
                      </span>
                    )}
                  </span>
                  {result.note && <span className="app-palette-note">{result.note}</span>}
                  {result.keys && <KeyHint keys={result.keys} />}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <p className="app-palette-foot" role="status">
        {results.length === 0
          ? 'Nothing matches. Try a reference, a label or other words.'
          : `${results.filter(({ key }) => key !== allFoundKey).length} shown`}
      </p>
    </>
  );
}

const steps: Readonly<Record<string, (at: number, length: number) => number>> = {
  ArrowDown: (at, length) => (at + 1) % Math.max(length, 1),
  ArrowUp: (at, length) => (at - 1 + length) % Math.max(length, 1),
  Home: () => 0,
  End: (_at, length) => length - 1,
};

const mostOfEach = 4;
const mostRecent = 8;

/**
 * Commands first when letters were typed: they are there at once, and Enter must not mean something else when the records come
 * a moment later. Before anything is typed, what was opened last comes first.
 */
const useResults = (typed: string): readonly Result[] => {
  const find = useDeferredValue(typed.trim());
  const found = useQuery(
    api.search.find.queryOptions({
      input: { typed: find, most: mostOfEach },
      enabled: find !== '',
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  );
  const recent = useQuery(api.workplace.recent.queryOptions({ input: { most: mostRecent }, staleTime: 0, gcTime: 0 }));
  const commands = findCommands(COMMANDS, typed).map(commandToResult);
  return find === ''
    ? [...(recent.data ?? []).map(recentToResult), ...commands]
    : [...commands, ...groupsToResults(found.data?.groups ?? [], find)];
};
