import { isStartPage } from './navigation.ts';

/**
 * Who may call the shell.
 *
 * Threat: a frame, a window or a page that is not ours reaches the calls that write files and open boards.
 * Must hold: the main frame of the one window, while it shows the start page.
 * Accepted gap: a compromised start page is the start page. It gains what the person can do, never a path or a key.
 */
export type Sender = {
  readonly contentsId: number;
  readonly isMainFrame: boolean;
  /** Null when the frame is already gone. */
  readonly frameUrl: string | null;
};

export const isOurPage = (sender: Sender, windowContentsId: number): boolean =>
  sender.contentsId === windowContentsId &&
  sender.isMainFrame &&
  sender.frameUrl !== null &&
  isStartPage(sender.frameUrl);
