import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isInstalled } from '../../scripts/setup.mjs';
import { folderWith, writeInto } from './project-fixture.ts';

test('packages count as installed only for the lock they were installed from', () => {
  const lock = '{ "lockfileVersion": 3 }';
  const folder = folderWith({ 'package-lock.json': lock });
  try {
    expect(isInstalled(folder)).toBe(false);
    writeInto(folder, 'node_modules/.tracker-installed', createHash('sha256').update(lock).digest('hex'));
    expect(isInstalled(folder)).toBe(true);
    writeInto(folder, 'package-lock.json', `${lock} `);
    expect(isInstalled(folder)).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
