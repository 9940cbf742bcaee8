import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { shell } from '../shell/index.ts';
import { type ListPlace, useLastSearch } from '../state/lists.ts';
import { AppFrame, Page, type Place, Skeleton } from '../ui/index.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { FindButton } from './FindButton.tsx';
import { FrameTools } from './FrameTools.tsx';
import { PanelSlot, useIsPanelAsked } from './FramePanel.tsx';
import { listHref, hrefTo } from './links.ts';
import { type AppPlace, placeOfPath, PLACES } from './places.ts';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { useBoard } from './use-board.ts';
import { useIdleLock } from './use-idle-lock.ts';
import { useNewDay } from './use-new-day.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** What stands around every place of an open board. */
export function Frame() {
  const { board } = useBoard();
  const { pathname } = useLocation();
  const currentPlace = placeOfPath(pathname);
  const railPlaces = useRailPlaces();
  const isPanelAsked = useIsPanelAsked();
  useShortcuts();
  useNewDay();
  useIdleLock(board.autoLockMinutes);
  useTitle(board.shortName || board.name, PLACES.find(({ key }) => key === currentPlace)?.label);
  useEffect(() => void shell.nameBoard(board.name), [board.name]);
  return (
    <>
      <AppFrame
        boardName={board.shortName || board.name}
        places={railPlaces.filter(({ isFoot }) => !isFoot)}
        footPlaces={railPlaces.filter(({ isFoot }) => isFoot)}
        currentPlace={currentPlace}
        find={<FindButton />}
        tools={<FrameTools />}
        panel={isPanelAsked && <PanelSlot />}
      >
        <Suspense fallback={<PlaceComing />}>
          <Outlet />
        </Suspense>
      </AppFrame>
      <CommandPalette />
      <ShortcutHelp />
    </>
  );
}

function PlaceComing() {
  return (
    <Page>
      <Skeleton lines={8} />
    </Page>
  );
}

/** A list's link in the rail brings back the list as it was last looked at. */
const useRailPlaces = (): readonly (Place & Pick<AppPlace, 'isFoot'>)[] => {
  const last: Readonly<Record<ListPlace, ReturnType<typeof useLastSearch>>> = {
    reviews: useLastSearch('reviews'),
    actions: useLastSearch('actions'),
    publication: useLastSearch('publication'),
  };
  return PLACES.map(({ key, label, icon, path, isFoot }) => ({
    key,
    label,
    icon,
    isFoot,
    href: key in last ? listHref(key as ListPlace, last[key as ListPlace]) : hrefTo(path),
  }));
};

/** The window's title names the place, for the task bar and for screen readers; never a case. */
const useTitle = (boardName: string, place: string | undefined): void => {
  useEffect(() => {
    document.title = place === undefined ? boardName : `${place} · ${boardName}`;
  }, [boardName, place]);
};
