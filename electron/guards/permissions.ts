/**
 * What a page may be allowed by the browser around it: nothing.
 *
 * Threat: camera, microphone, location, notifications, the clipboard's contents, devices and the file system in the hands
 * of a compromised page.
 * Accepted gap: pasting and copying what the person selected, by keyboard or menu, needs no permission and stays possible.
 * A feature that needs a permission adds it here by name, with its reason.
 */
export const mayBeGranted = (_permission: string): boolean => false;
