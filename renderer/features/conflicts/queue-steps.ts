type Waiting = { readonly id: string; readonly deferred: object | null };

/** Where one stands in the queue, and what is before and after it. */
export type QueueSteps = {
  /** From 1; 0 when it is not in the queue. */
  readonly position: number;
  readonly count: number;
  readonly before: string | null;
  readonly after: string | null;
};

export const stepsAround = (queue: readonly Waiting[], id: string): QueueSteps => {
  const at = queue.findIndex((waiting) => waiting.id === id);
  return {
    position: at + 1,
    count: queue.length,
    before: (at === -1 ? null : queue[at - 1]?.id) ?? null,
    after: (at === -1 ? null : queue[at + 1]?.id) ?? null,
  };
};

/** What to decide after this one: the next that was not put off, from the beginning again after the last; null when none is. */
export const nextToDecide = (queue: readonly Waiting[], id: string): string | null => {
  const at = queue.findIndex((waiting) => waiting.id === id);
  const inTurn = [...queue.slice(at + 1), ...queue.slice(0, Math.max(at, 0))];
  return inTurn.find((waiting) => waiting.deferred === null && waiting.id !== id)?.id ?? null;
};
