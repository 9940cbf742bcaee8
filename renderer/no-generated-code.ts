/** The page's policy refuses code made from text, so zod must not try to: set before any schema is made. */
import { config } from 'zod';

config({ jitless: true });
