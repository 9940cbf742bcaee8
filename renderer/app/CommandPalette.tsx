import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { api } from '../client.ts';
import { closeOverFrame, useOverFrame } from '../state/over-frame.ts';
import { classNames, Icon, KeyHint } from '../ui/index.ts';
import { COMMANDS } from './commands.ts';
import {
  actionToResult,
  commandToResult,
  findCommands,
  groupResults,
  type Result,
  reviewToResult,
} from './palette-results.ts';

/** Finds a review or an action, goes to a place, does something: by a few letters and Enter. */
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
          aria-label="Find a review, an action, a place or a command"
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={results[current] === undefined ? undefined : `${listId}-${current}`}
          placeholder="Reference, label, words of an action, place or command"
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
                  <span className="app-palette-label">{result.label}</span>
                  {result.note && <span className="app-palette-note">{result.note}</span>}
                  {result.keys && <KeyHint keys={result.keys} />}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <p className="app-palette-foot" role="status">
        {results.length === 0 ? 'Nothing matches. Try a reference, a label or other words.' : `${results.length} found`}
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

const mostOfEach = 6;
const fewestLetters = 2;

/** Records first when letters were typed: that is what most searches are for. */
const useResults = (typed: string): readonly Result[] => {
  const find = useDeferredValue(typed.trim());
  const enabled = find.length >= fewestLetters;
  const input = { filter: { find }, limit: mostOfEach };
  const shared = { enabled, placeholderData: keepPreviousData, gcTime: 0 } as const;
  const reviews = useQuery(api.reviews.list.queryOptions({ input, ...shared }));
  const actions = useQuery(api.actions.list.queryOptions({ input, ...shared }));
  return [
    ...(enabled ? (reviews.data?.rows ?? []).map((row) => reviewToResult(row)) : []),
    ...(enabled ? (actions.data?.rows ?? []).map((row) => actionToResult(row)) : []),
    ...findCommands(COMMANDS, typed).map(commandToResult),
  ];
};
