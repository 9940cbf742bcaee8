/**
 * A Chromium for the tests: one on this machine (or named in CHROMIUM_PATH), else the one in the npm package @sparticuz/chromium
 * (Linux x64). That one is unpacked once under node_modules/.cache, with the libraries and fonts it needs; what is started is a
 * small script that points it at them, so that its path is all anybody needs.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Chromium, findChromium } from './chromium.ts';
import { projectFolder } from './setup.mjs';

/** Null on a machine that has none and for which npm has none. */
export async function testChromium(): Promise<Chromium | null> {
  const found = findChromium();
  if (found !== null) return found;
  return process.platform === 'linux' && process.arch === 'x64' ? { program: await packagedChromium() } : null;
}

/** The path of the program, which is unpacked first where that has not been done. */
export async function packagedChromium(): Promise<string> {
  const source = path.join(projectFolder, 'node_modules', '@sparticuz', 'chromium');
  const { version }: { version: string } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8'));
  const folder = path.join(projectFolder, 'node_modules', '.cache', `test-chromium-${version}`);
  const program = path.join(folder, 'start-chromium');
  if (!existsSync(program)) await unpack(path.join(source, 'bin'), folder);
  return program;
}

/** The package unpacks into the system's temporary folder, so that is pointed elsewhere meanwhile. */
async function unpack(source: string, folder: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium');
  const work = `${folder}.${process.pid}`;
  mkdirSync(work, { recursive: true });
  const temporary = process.env.TMPDIR;
  process.env.TMPDIR = work;
  try {
    for (const part of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) {
      // oxlint-disable-next-line no-await-in-loop -- one after another: each takes much memory
      await inflate(path.join(source, part));
    }
    writeFileSync(path.join(work, 'fonts', 'fonts.conf'), fontsConfiguration(folder));
    writeFileSync(path.join(work, 'start-chromium'), startScript, { mode: 0o755 });
    rmSync(folder, { recursive: true, force: true });
    renameSync(work, folder);
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
    rmSync(work, { recursive: true, force: true });
  }
}

const startScript = `#!/bin/sh
folder=$(dirname "$0")
export LD_LIBRARY_PATH="$folder/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_PATH="$folder/fonts"
exec "$folder/chromium" "$@"
`;

/** The package's own names only folders under /tmp. */
const fontsConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
