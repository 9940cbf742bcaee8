import { type ReactNode, useSyncExternalStore } from 'react';
import { Link } from 'react-aria-components';
import { Count } from './Count.tsx';
import { Icon, type IconName } from './icons.tsx';
import { SkipLink } from './SkipLink.tsx';
import { Tooltip } from './Tooltip.tsx';

export type Place = {
  readonly key: string;
  readonly label: string;
  readonly icon: IconName;
  readonly href: string;
  /** How many things there wait for the user. */
  readonly count?: number;
};

export type AppFrameProps = {
  /** The board's name, at the head of the rail. */
  readonly boardName: string;
  readonly places: readonly Place[];
  /** Below a gap at the foot of the rail, e.g. Settings. */
  readonly footPlaces?: readonly Place[];
  readonly currentPlace: string | null;
  /** Start of the top strip: the search or palette button. */
  readonly find?: ReactNode;
  /** End of the top strip: saved indicator, undo, redo, lock. */
  readonly tools?: ReactNode;
  /** Above every place: what holds for all of them, such as an earlier day. */
  readonly banner?: ReactNode;
  /** A SidePanel, or nothing. */
  readonly panel?: ReactNode;
  readonly children: ReactNode;
};

export const mainRegionId = 'main';

/** Rail, top strip, the work, and detail beside it. Links go through the RouterProvider of React Aria. */
export function AppFrame(props: AppFrameProps) {
  const { boardName, places, footPlaces = [], currentPlace, find, tools, banner, panel, children } = props;
  const isNarrow = useIsNarrow();
  const link = (place: Place) => (
    <RailLink key={place.key} place={place} isCurrent={place.key === currentPlace} isNarrow={isNarrow} />
  );
  return (
    <div className="ui-frame">
      <SkipLink target={mainRegionId} />
      <nav className="ui-rail" aria-label="Places">
        <p className="ui-rail-board" title={boardName}>
          <span className="ui-rail-mark" aria-hidden="true">
            <Icon name="reviews" />
          </span>
          <span className="ui-rail-words">{boardName}</span>
        </p>
        <ul className="ui-rail-places">{places.map(link)}</ul>
        {footPlaces.length > 0 && <ul className="ui-rail-places ui-rail-foot">{footPlaces.map(link)}</ul>}
      </nav>
      <header className="ui-strip">
        <div className="ui-strip-find">{find}</div>
        <div className="ui-strip-tools">{tools}</div>
      </header>
      {banner && <div className="ui-frame-banner">{banner}</div>}
      <main className="ui-main" id={mainRegionId} tabIndex={-1}>
        {children}
      </main>
      {panel && <div className="ui-frame-panel">{panel}</div>}
    </div>
  );
}

type RailLinkProps = { readonly place: Place; readonly isCurrent: boolean; readonly isNarrow: boolean };

function RailLink({ place, isCurrent, isNarrow }: RailLinkProps) {
  return (
    <li>
      <Tooltip text={place.label} placement="right" isDisabled={!isNarrow}>
        <Link className="ui-rail-link" href={place.href} aria-current={isCurrent ? 'page' : undefined}>
          <Icon name={place.icon} />
          <span className="ui-rail-words">{place.label}</span>
          {place.count !== undefined && place.count > 0 && <Count value={place.count} />}
        </Link>
      </Tooltip>
    </li>
  );
}

/** The same width at which app-frame.css folds the rail to its icons. */
const narrow = '(max-width: 1099.98px)';

const useIsNarrow = (): boolean => useSyncExternalStore(watchWidth, () => matchMedia(narrow).matches);

const watchWidth = (changed: () => void): (() => void) => {
  const query = matchMedia(narrow);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};
