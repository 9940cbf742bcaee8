/** Requests for updates, `q` of an action `a`, and what answers them. */
import { OPEN } from './rag.ts';

/** An update `p` answers what was asked on its day or before; one that is known by month or year only may be of that day. */
export const ANSWERS = `p.actionId = a.id and p.removed is null and p.date >= substr(q.requestedOn, 1, length(p.date))`;

export const IS_ANSWERED = `exists (select 1 from progressUpdates p where ${ANSWERS})`;

/** Nobody waits for news of an action that was signed off or set aside. */
export const IS_WAITED_FOR = `(${OPEN} and not ${IS_ANSWERED})`;
