/**
 * What the page may ask of the shell around it: Electron's main process, or the browser shell's server.
 * A page never sees or sends a path: folders are stood for by ids, files by their bytes and a suggested name.
 */
export type Shell = {
  readonly kind: 'electron' | 'browser';
  about(): Promise<{ readonly name: string; readonly version: string; readonly runtime: string }>;
  /** Boards that were opened on this laptop before, newest first. */
  recentBoards(): Promise<readonly RecentBoard[]>;
  /** Takes a board off the list of recent boards; its folder stays as it is. */
  forgetBoard(id: string): Promise<void>;
  /** The board whose data process is running (locked or not), or null on the welcome screen. */
  currentBoard(): Promise<OpenBoard | null>;
  /** Asks the person where; a folder for a new board must be empty or absent. Null when they changed their mind. */
  chooseBoard(purpose: 'create' | 'open', suggestedName: string): Promise<ChosenBoard>;
  openRecentBoard(id: string): Promise<ChosenBoard>;
  /** Makes the fictional sample board afresh in the program's own folder when there is none, and opens it. */
  openSampleBoard(): Promise<ChosenBoard>;
  /** Tells the shell the board's own name once it is known, for the list of recent boards. */
  nameBoard(name: string): Promise<void>;
  /** Ends the data process and goes back to the welcome screen. */
  closeBoard(): Promise<void>;
  /** A port to the running data process, to be started by whoever uses it. Rejects when no board is open. */
  connect(): Promise<DataPort>;
  /** Kills the data process and reloads the page to the lock screen. */
  lock(): Promise<void>;
  /** Somebody is using the open board. Not heard of for so many minutes and a little more, the shell locks by itself. */
  inUse(lockAfterMinutes: number): Promise<void>;
  /** Asks for a folder that other laptops can reach too. The page hears its name; the data process hears where it is. */
  chooseSyncFolder(): Promise<ChosenSyncFolder>;
  saveFile(file: { readonly suggestedName: string; readonly bytes: Uint8Array<ArrayBuffer> }): Promise<SavedFile>;
  openFile(wanted: { readonly extensions: readonly string[]; readonly maxBytes: number }): Promise<OpenedFile>;
  /** Prints a self-contained HTML document to a tagged PDF. */
  htmlToPdf(html: string): Promise<PrintedPdf>;
  /** Called when the data process ended without being asked to; the shell has started a new, locked one. */
  onDataProcessEnded(listener: () => void): void;
  /** Called when a menu command is chosen. Locking is not among them: the shell locks without asking the page. */
  onCommand(listener: (command: ShellCommand) => void): void;
};

/** A MessagePort, in the page and where there is no page. */
export type DataPort = InstanceType<typeof MessagePort>;

export type ShellCommand =
  | 'new-board'
  | 'open-board'
  | 'close-board'
  | 'undo'
  | 'redo'
  | 'find'
  | 'command-palette'
  | 'keyboard-shortcuts'
  | 'about';

/**
 * What the preload script puts at `window.tracker`: the interface, but for the port. A bridge cannot carry one, so the port
 * follows as a message to the window, `{ type: 'tracker:port', request }`.
 */
export type ShellBridge = Omit<Shell, 'kind' | 'connect'> & {
  requestPort(request: string): Promise<void>;
};

export type RecentBoard = {
  readonly id: string;
  readonly name: string;
  /** The last part of the folder's path, to tell boards of one name apart. */
  readonly folderName: string;
  /** Instant, milliseconds UTC. */
  readonly openedAt: number;
  /** False when the folder cannot be found now (an unplugged stick, a moved folder). */
  readonly found: boolean;
};

export type OpenBoard = { readonly folderName: string; readonly sample: boolean };

export type ChosenBoard =
  | { readonly outcome: 'opened'; readonly board: OpenBoard }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'refused'; readonly message: string };

/** `placeId` stands for the folder in `sync` of the contract, until the board is locked. */
export type ChosenSyncFolder =
  | { readonly outcome: 'chosen'; readonly placeId: string; readonly folderName: string }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'refused'; readonly message: string };

export type SavedFile =
  | { readonly outcome: 'saved'; readonly name: string }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'failed'; readonly message: string };

export type OpenedFile =
  | { readonly outcome: 'opened'; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'failed'; readonly message: string };

export type PrintedPdf =
  | { readonly outcome: 'printed'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly outcome: 'failed'; readonly message: string };
