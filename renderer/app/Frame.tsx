import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { formatDate } from '../../db/domain/partial-date.ts';
import { shell } from '../shell/index.ts';
import { type ListPlace, useLastSearch } from '../state/lists.ts';
import { AppFrame, FieldMark, type FieldMarkProps, Page, type Place, ReadOnly, Skeleton } from '../ui/index.ts';
import { BackForward } from './BackForward.tsx';
import { ConflictMark } from './ConflictMark.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { EarlierDayBanner } from './EarlierDayBanner.tsx';
import { FindButton } from './FindButton.tsx';
import { FrameTools } from './FrameTools.tsx';
import { LookBackDialog } from './LookBackDialog.tsx';
import { type OpenConflicts, useOpenConflicts } from './open-conflicts.ts';
import { PanelSlot, useIsPanelAsked } from './FramePanel.tsx';
import { listHref, hrefTo } from './links.ts';
import { type AppPlace, placeOfPath, PLACES, recordOfPath } from './places.ts';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { useBoard } from './use-board.ts';
import { useEarlierDay } from './use-earlier-day.ts';
import { useRestoredDrafts } from './use-draft.ts';
import { useIdleLock } from './use-idle-lock.ts';
import { useKeptScroll } from './use-kept-scroll.ts';
import { useNewDay } from './use-new-day.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useVisits } from './use-visits.ts';
import { WaitsForDecision } from './WaitsForDecision.tsx';

/** What stands around every place of an open board. */
export function Frame() {
  const { board } = useBoard();
  const { pathname } = useLocation();
  const currentPlace = placeOfPath(pathname);
  const railPlaces = useRailPlaces(currentPlace);
  const recordAt = recordOfPath(pathname);
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
        <FieldMark value={markField}>
          {recordAt !== null && <WaitsForDecision at={recordAt} />}
          <Suspense fallback={<PlaceComing />}>
            <Outlet />
          </Suspense>
        </FieldMark>
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
const useRailPlaces = (currentPlace: string | null): readonly (Place & Pick<AppPlace, 'isFoot'>)[] => {
  const waiting = useOpenConflicts(countOf);
  const last: Readonly<Record<ListPlace, ReturnType<typeof useLastSearch>>> = {
    reviews: useLastSearch('reviews'),
    actions: useLastSearch('actions'),
    publication: useLastSearch('publication'),
  };
  const shown = PLACES.filter(({ key, whenSomeWait }) => whenSomeWait !== true || waiting > 0 || key === currentPlace);
  return shown.map(({ key, label, icon, path, isFoot, whenSomeWait }) => ({
    key,
    label,
    icon,
    isFoot,
    ...(whenSomeWait === true ? { count: waiting } : {}),
    href: key in last ? listHref(key as ListPlace, last[key as ListPlace]) : hrefTo(path),
  }));
};

const markField = (props: FieldMarkProps) => <ConflictMark {...props} />;

const countOf = ({ total }: OpenConflicts): number => total;

/** An earlier day is in the title too, for a window that lies behind another. */
const titleOf = (boardName: string, earlierDay: string | null): string =>
  earlierDay === null ? boardName : `${boardName} as it was on ${formatDate(earlierDay)}`;

/** The window's title names the place, for the task bar and for screen readers; never a case. */
const useTitle = (boardName: string, place: string | undefined): void => {
  useEffect(() => {
    document.title = place === undefined ? boardName : `${place} · ${boardName}`;
  }, [boardName, place]);
};
