import { app, MessageChannelMain, type MessagePortMain, utilityProcess } from 'electron';
import type { DataProcess } from './board-session.ts';
import { createDataProcess } from './data-process-protocol.ts';
import { forkDataProcess } from './forked-data-process.ts';

/** Starts the data process on a board's folder. Connecting gives the port that is to be handed to the page. */
export const startDataProcess = (entry: string, folder: string): DataProcess<MessagePortMain> => {
  if (__TEST_BUILD__ && process.env.TRACKER_TEST_NODE !== undefined) {
    return startOnAnotherNode(process.env.TRACKER_TEST_NODE, entry, folder);
  }
  return startUtilityProcess(entry, folder);
};

const startUtilityProcess = (entry: string, folder: string): DataProcess<MessagePortMain> => {
  const child = utilityProcess.fork(entry, [folder], {
    serviceName: 'Case Review Tracker data',
    // What it might print goes to a developer's terminal, or, once packaged, nowhere.
    stdio: app.isPackaged ? 'ignore' : 'inherit',
  });
  const base = createDataProcess({
    ended: new Promise((resolve) => child.once('exit', () => resolve())),
    onMessage: (listener) => child.on('message', listener),
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, not a window
    tell: (message) => child.postMessage(message),
    // Its own `kill` asks politely; a lock does not.
    kill: () => child.pid !== undefined && process.kill(child.pid, 'SIGKILL'),
  });
  return {
    ...base,
    connect: () => {
      const { port1, port2 } = new MessageChannelMain();
      child.postMessage({ type: 'connect' }, [port1]);
      return port2;
    },
  };
};

/** Test builds only: the Electron that tests may have is too old for the database, so another Node runs the same entry. */
const startOnAnotherNode = (node: string, entry: string, folder: string): DataProcess<MessagePortMain> => {
  const forked = forkDataProcess({ node, entry, folder });
  return {
    ...forked,
    connect: () => {
      const { port1, port2 } = new MessageChannelMain();
      const connection = forked.connect();
      connection.onMessage((message) => port1.postMessage(message));
      connection.onEnd(() => port1.close());
      port1.on('message', ({ data }) => connection.send(data));
      port1.on('close', () => connection.close());
      port1.start();
      return port2;
    },
  };
};
