import { RouterProvider } from '@tanstack/react-router';
import { router } from './router.ts';

/** Everything behind the lock screen. A chunk of its own, so that the way to the passphrase is short. */
export const OpenBoard = () => <RouterProvider router={router} />;
