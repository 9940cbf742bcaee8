import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import { IconButton } from './IconButton.tsx';

export type SidePanelProps = {
  readonly title: ReactNode;
  /** Above the title, in small: "Action 4.2". */
  readonly above?: ReactNode;
  readonly onClose: () => void;
  /** Buttons beside Close, e.g. previous and next. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
  /** Names what is shown: when it changes, the panel scrolls to its top. */
  readonly subject?: string;
  /** Set false when the panel follows a list that keeps the focus. */
  readonly takesFocus?: boolean;
  /** Where the focus goes on closing, when what had it before is no longer on the page. */
  readonly focusOnClose?: RefObject<HTMLElement | null>;
};

/** Detail beside the list, which stays usable. Escape closes it and gives the focus back. Over the list below 1000 px. */
export function SidePanel(props: SidePanelProps) {
  const { title, above, onClose, tools, children, subject, takesFocus = true, focusOnClose } = props;
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useFocusWhileOpen(heading, takesFocus, focusOnClose);
  useEffect(() => {
    body.current?.scrollTo(0, 0);
  }, [subject]);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    onClose();
  };
  return (
    <aside className="ui-side-panel" aria-labelledby={titleId} onKeyDown={onKey}>
      <header className="ui-side-panel-head">
        <div className="ui-side-panel-words">
          {above && <p className="ui-side-panel-above">{above}</p>}
          <h2 id={titleId} ref={heading} tabIndex={-1}>
            {title}
          </h2>
        </div>
        <div className="ui-side-panel-tools">
          {tools}
          <IconButton icon="close" label="Close the panel" keys="Esc" onPress={onClose} />
        </div>
      </header>
      <div ref={body} className="ui-side-panel-body">
        {children}
      </div>
    </aside>
  );
}

/** Once for the time the panel is open, whatever it shows meanwhile: hence the options as they were when it opened. */
const useFocusWhileOpen = (
  heading: RefObject<HTMLElement | null>,
  takesFocus: boolean,
  focusOnClose: RefObject<HTMLElement | null> | undefined,
): void => {
  const opening = useRef({ heading, takesFocus, focusOnClose });
  useEffect(() => {
    const { heading, takesFocus, focusOnClose } = opening.current;
    const before = document.activeElement;
    if (takesFocus) heading.current?.focus({ preventScroll: true });
    return () => {
      // The panel is off the page by now: when the focus was in it, the document has it.
      const focused = document.activeElement;
      if (focused === null || focused === document.body) placeToReturnTo(before, focusOnClose)?.focus();
    };
  }, []);
};

const placeToReturnTo = (
  before: Element | null,
  otherwise: RefObject<HTMLElement | null> | undefined,
): HTMLElement | null | undefined => {
  const isStillThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
  return isStillThere ? before : otherwise?.current;
};
