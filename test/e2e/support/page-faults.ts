import type { BrowserContext, Page } from '@playwright/test';

/** Everything that a page complains of: errors, warnings of the console and breaches of its Content-Security-Policy. */
export const collectFaults = (context: BrowserContext): string[] => {
  const faults: string[] = [];
  const listen = (page: Page): void => {
    page.on('pageerror', (error) => faults.push(`uncaught: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        faults.push(`${message.type()}: ${message.text()}`);
    });
  };
  context.pages().forEach(listen);
  context.on('page', listen);
  return faults;
};
