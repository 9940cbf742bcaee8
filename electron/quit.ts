import { app } from 'electron';

/** Quits with the window, and not before what is open has been put away. */
export const quitWhenPutAway = (putAway: () => Promise<void>): void => {
  let isPutAway = false;
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (isPutAway) return;
    event.preventDefault();
    void putAway().finally(() => {
      isPutAway = true;
      app.quit();
    });
  });
};
