import { app, ipcMain, type IpcMainInvokeEvent, type MessagePortMain, type WebContents } from 'electron';
import { isOurPage } from './guards/sender.ts';
import { decodeCall, type ShellAnswers, shellCalls } from './shell-calls.ts';

/**
 * The page's calls. One wrapper for all of them: the sender is our page's main frame, the arguments are what the table says.
 * What goes wrong unexpectedly is told without details: an error's text may hold a path.
 */
export const answerCalls = (contents: WebContents, answers: ShellAnswers): void => {
  for (const name of Object.keys(shellCalls)) {
    ipcMain.handle(`tracker:${name}`, async (event, ...given) => {
      const call = fromOurPage(event, contents) ? decodeCall(answers, name, given) : { accepted: false as const };
      if (!call.accepted) throw new Error('The shell refused this call.');
      return call.answer().catch(withoutDetails);
    });
  }
};

/** Hands the page a port to the data process; the answer to the call only says that it is on its way. */
export const answerConnect = (contents: WebContents, connect: () => Promise<MessagePortMain | null>): void =>
  ipcMain.handle('tracker:connect', async (event, request: unknown) => {
    if (!fromOurPage(event, contents) || typeof request !== 'string') throw new Error('The shell refused this call.');
    const port = await connect().catch(withoutDetails);
    if (port === null) throw new Error('No board is open.');
    if (contents.isDestroyed()) return port.close();
    contents.postMessage('tracker:port', request.slice(0, 100), [port]);
  });

const fromOurPage = (event: IpcMainInvokeEvent, contents: WebContents): boolean =>
  isOurPage(
    {
      contentsId: event.sender.id,
      isMainFrame: event.senderFrame === event.sender.mainFrame,
      frameUrl: event.senderFrame?.url ?? null,
    },
    contents.id,
  );

const withoutDetails = (error: unknown): never => {
  if (!app.isPackaged) console.error(error);
  throw new Error('The shell could not do this.');
};
