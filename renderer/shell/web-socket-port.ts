/**
 * A port to the data process through the program that served the page. What runs over it is not looked at.
 * How the connection is closed says why: 4000, the board was locked or closed, perhaps from another tab; 4001, the data
 * process ended unasked and a new one waits; 4004, no board is open; anything else, the program itself has ended.
 */
type WhatHappened = { readonly onDataProcessEnded: () => void; readonly onPutAway: () => void };

const putAway = 4000;
const noBoard = 4004;

export const notRunning =
  'Case Review Tracker is not running any more. Start it again in its terminal, with the same command.';

export const connectOverWebSocket = ({ onDataProcessEnded, onPutAway }: WhatHappened): Promise<MessagePort> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${location.host}/connect`);
    const { port1, port2 } = new MessageChannel();
    let isOpen = false;
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('message', ({ data }) => {
      if (isOpen) return port1.postMessage(typeof data === 'string' ? data : new Uint8Array(data));
      // The first message only says that the data process is connected.
      isOpen = true;
      port1.addEventListener('message', (event) => {
        if (socket.readyState === WebSocket.OPEN) socket.send(event.data);
      });
      port1.start();
      resolve(port2);
    });
    socket.addEventListener('close', ({ code }) => {
      port1.close();
      if (!isOpen) return reject(new Error(code === noBoard ? 'No board is open.' : notRunning));
      if (code === putAway) onPutAway();
      else onDataProcessEnded();
    });
    // The page going away closes its connection in its own time; nothing is to be told then.
    addEventListener('pagehide', () => {
      isOpen = false;
      socket.close();
    });
  });
