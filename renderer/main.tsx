import './no-generated-code.ts';
import './ui/styles.css';
import './app/app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { followShell } from './app/shell-commands.ts';
import { findScreen } from './app/screens.ts';
import { applyKeptTheme } from './state/theme.ts';
import { preventInjectedStyle } from './ui/index.ts';

preventInjectedStyle(document);
applyKeptTheme();
followShell();
void findScreen();

const page = document.getElementById('page');
if (page === null) throw new Error('index.html has no element with the id "page"');
createRoot(page).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
