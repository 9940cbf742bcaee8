import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { formatDate } from '../../db/domain/partial-date.ts';
import { shell } from '../shell/index.ts';
import { type ListPlace, useLastSearch } from '../state/lists.ts';
import { AppFrame, Page, type Place, ReadOnly, Skeleton } from '../ui/index.ts';
import { BackForward } from './BackForward.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { EarlierDayBanner } from './EarlierDayBanner.tsx';
import { FindButton } from './FindButton.tsx';
import { FrameTools } from './FrameTools.tsx';
import { LookBackDialog } from './LookBackDialog.tsx';
import { PanelSlot, useIsPanelAsked } from './FramePanel.tsx';
import { listHref, hrefTo } from './links.ts';
import { type AppPlace, placeOfPath, PLACES } from './places.ts';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { useBoard } from './use-board.ts';
import { useEarlierDay } from './use-earlier-day.ts';
import { useRestoredDrafts } from './use-draft.ts';
import { useIdleLock } from './use-idle-lock.ts';
import { useKeptScroll } from './use-kept-scroll.ts';
import { useNewDay } from './use-new-day.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useVisits } from './use-visits.ts';

/** What stands around every place of an open board. */
export function Frame() {
  const { board } = useBoard();
  const { pathname } = useLocation();
  const currentPlace = placeOfPath(pathname);
  const railPlaces = useRailPlaces();
  const isPanelAsked = useIsPanelAsked();
  const earlierDay = useEarlierDay();
  useRestoredDrafts();
  useShortcuts();
  useVisits();
  useKeptScroll();
  useNewDay();
  useIdleLock(board.autoLockMinutes);
  useTitle(titleOf(board.shortName || board.name, earlierDay), PLACES.find(({ key }) => key === currentPlace)?.label);
  useEffect(() => void shell.nameBoard(board.name), [board.name]);
  return (
    <ReadOnly value={earlierDay !== null}>
      <AppFrame
        boardName={board.shortName || board.name}
        places={railPlaces.filter(({ isFoot }) => !isFoot)}
        footPlaces={railPlaces.filter(({ isFoot }) => isFoot)}
        currentPlace={currentPlace}
        find={
          <>
            <BackForward />
            <FindButton />
          </>
        }
        tools={<FrameTools />}
        banner={earlierDay !== null && <EarlierDayBanner day={earlierDay} />}
        panel={isPanelAsked && <PanelSlot />}
      >
        <Suspense fallback={<PlaceComing />}>
          <Outlet />
        </Suspense>
      </AppFrame>
      <CommandPalette />
      <ShortcutHelp />
      <LookBackDialog />
    </ReadOnly>
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

/** An earlier day is in the title too, for a window that lies behind another. */
const titleOf = (boardName: string, earlierDay: string | null): string =>
  earlierDay === null ? boardName : `${boardName} as it was on ${formatDate(earlierDay)}`;

/** The window's title names the place, for the task bar and for screen readers; never a case. */
const useTitle = (boardName: string, place: string | undefined): void => {
  useEffect(() => {
    document.title = place === undefined ? boardName : `${place} · ${boardName}`;
  }, [boardName, place]);
};
