import { expect, it } from 'vitest';
import { mayBeGranted } from '../../../electron/guards/permissions.ts';

it.each([
  'clipboard-read',
  'clipboard-sanitized-write',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'pointerLock',
  'serial',
  'speaker-selection',
  'storage-access',
  'usb',
  'window-management',
  'one that does not exist yet',
])('%s is denied', (permission) => {
  expect(mayBeGranted(permission)).toBe(false);
});
