/** What is built, from what, into what, and how: one plain Vite configuration a target. */
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

/** A release build, or one for the end-to-end tests, in which alone the test switches of the shell exist. */
export type Flavour = 'release' | 'test';
export type TargetName = 'renderer' | 'preload' | 'main' | 'process' | 'return-worker';
export type Place = { readonly projectFolder: string; readonly outFolder: string; readonly flavour: Flavour };

/** Chrome 114 and Node 18 are what the oldest Electron that the tests run on has inside. */
const oldestPage = 'chrome114';
const oldestShell = 'node18';
const dataProcessNode = 'node22';

export function targetConfig(target: TargetName, place: Place): InlineConfig {
  switch (target) {
    case 'renderer':
      return rendererConfig(place);
    case 'preload':
      return nodeConfig(place, {
        entry: 'electron/preload.ts',
        folder: 'electron',
        target: oldestShell,
        external: ['electron'],
        oneFile: true,
      });
    case 'main':
      return nodeConfig(place, {
        entry: 'electron/main.ts',
        folder: 'electron',
        target: oldestShell,
        external: ['electron'],
        oneFile: true,
      });
    case 'process':
      return nodeConfig(place, {
        entry: 'db/process.ts',
        folder: 'db',
        target: dataProcessNode,
        external: ['better-sqlite3'],
        oneFile: false,
      });
    // One file without chunks: it is handed to its thread as a text.
    case 'return-worker':
      return nodeConfig(place, {
        entry: 'db/imports/return-worker.ts',
        folder: 'db',
        target: dataProcessNode,
        external: [],
        oneFile: true,
      });
  }
}

/** Served under a Content-Security-Policy that has no room for inline scripts, inline styles or data: fonts. */
function rendererConfig({ projectFolder, outFolder, flavour }: Place): InlineConfig {
  return {
    ...common(flavour),
    root: `${projectFolder}/renderer`,
    base: './',
    plugins: [react()],
    build: {
      outDir: `${outFolder}/renderer`,
      emptyOutDir: true,
      target: oldestPage,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4096,
      reportCompressedSize: false,
    },
  };
}

type NodeTarget = {
  readonly entry: string;
  readonly folder: string;
  readonly target: string;
  readonly external: readonly string[];
  readonly oneFile: boolean;
};

/** Everything but `external` and Node's own modules is bundled, so that what is packaged needs no node_modules. */
function nodeConfig({ projectFolder, outFolder, flavour }: Place, target: NodeTarget): InlineConfig {
  return {
    ...common(flavour),
    root: projectFolder,
    publicDir: false,
    ssr: { target: 'node', noExternal: true, external: [...target.external] },
    build: {
      ssr: target.entry,
      outDir: `${outFolder}/${target.folder}`,
      emptyOutDir: !target.oneFile,
      target: target.target,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        external: [...target.external],
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name]-[hash].cjs',
          ...(target.oneFile ? { codeSplitting: false } : {}),
        },
      },
    },
  };
}

function common(flavour: Flavour): InlineConfig {
  return {
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    mode: 'production',
    define: { __TEST_BUILD__: JSON.stringify(flavour === 'test'), 'process.env.NODE_ENV': '"production"' },
  };
}
