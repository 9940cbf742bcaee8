import { contextBridge, ipcRenderer } from 'electron';
import type { ShellBridge } from '../db/contract/shell.ts';

/**
 * The page's whole way to the shell. Nothing general goes through: one function for each call, and the port to the data
 * process, which a bridge cannot carry and which is therefore posted to our own window, and to no other origin.
 */
declare const window: { postMessage(message: unknown, targetOrigin: string, transfer: readonly unknown[]): void };
declare const location: { readonly origin: string };

const bridge: ShellBridge = {
  about: () => ipcRenderer.invoke('tracker:about'),
  recentBoards: () => ipcRenderer.invoke('tracker:recentBoards'),
  forgetBoard: (id) => ipcRenderer.invoke('tracker:forgetBoard', id),
  currentBoard: () => ipcRenderer.invoke('tracker:currentBoard'),
  chooseBoard: (purpose, suggestedName) => ipcRenderer.invoke('tracker:chooseBoard', purpose, suggestedName),
  openRecentBoard: (id) => ipcRenderer.invoke('tracker:openRecentBoard', id),
  openSampleBoard: () => ipcRenderer.invoke('tracker:openSampleBoard'),
  nameBoard: (name) => ipcRenderer.invoke('tracker:nameBoard', name),
  closeBoard: () => ipcRenderer.invoke('tracker:closeBoard'),
  lock: () => ipcRenderer.invoke('tracker:lock'),
  inUse: (lockAfterMinutes) => ipcRenderer.invoke('tracker:inUse', lockAfterMinutes),
  chooseSyncFolder: () => ipcRenderer.invoke('tracker:chooseSyncFolder'),
  saveFile: (file) => ipcRenderer.invoke('tracker:saveFile', file),
  openFile: (wanted) => ipcRenderer.invoke('tracker:openFile', wanted),
  htmlToPdf: (html) => ipcRenderer.invoke('tracker:htmlToPdf', html),
  requestPort: (request) => ipcRenderer.invoke('tracker:connect', request),
  onDataProcessEnded: (listener) => {
    ipcRenderer.on('tracker:data-process-ended', () => listener());
  },
  onCommand: (listener) => {
    ipcRenderer.on('tracker:command', (_event, command) => listener(command));
  },
};

contextBridge.exposeInMainWorld('tracker', bridge);

ipcRenderer.on('tracker:port', ({ ports }, request: unknown) =>
  window.postMessage({ type: 'tracker:port', request }, location.origin, ports),
);
