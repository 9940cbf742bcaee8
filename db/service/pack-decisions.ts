/** What was decided about an issued pack: on the pack itself, and at its meeting on what it had asked for. */
import type { PackDecision } from '../contract/pack-register.ts';
import { type ReplayStep, replayInSteps } from '../store/as-at.ts';
import type { Store } from '../store/store.ts';
import { askedOfBodies } from './asked-of-bodies.ts';
import type { Reader } from './context.ts';
import { actionNamed, reviewNamed } from './meeting-detail.ts';
import { namedMeeting } from './meeting-list.ts';
import { endOfPack } from './pack-clock.ts';
import { issuedPack, readIssuedOptions } from './pack-register-reading.ts';

type Taken = {
  readonly id: string;
  readonly text: string;
  readonly minuteReference: string;
  readonly meetingId: string;
  readonly reviewId: string | null;
  readonly actionId: string | null;
  readonly isOnPack: number;
};

/** Of the decision, or of the agenda item that it decided. */
const DECISIONS = `
  select d.id, d.text, d.minuteReference, d.meetingId, coalesce(d.reviewId, i.reviewId) as reviewId,
    coalesce(d.actionId, i.actionId) as actionId, coalesce(i.packId = @packId, 0) as isOnPack
  from decisions d join meetings m on m.id = d.meetingId left join meetingItems i on i.id = d.meetingItemId and i.removed is null
  where d.removed is null and m.removed is null and (d.meetingId = @meetingId or i.packId = @packId)
  order by m.date, d.meetingId, d.position, d.id`;

/** `asked`: what the pack asked a decision on (`askedInSteps`). */
export const decisionsOnPack = (reader: Reader, asked: ReadonlySet<string>, packId: string): PackDecision[] =>
  takenOn(reader, packId).flatMap((decision) => {
    const wasAsked = asked.has(decision.actionId ?? '') || asked.has(decision.reviewId ?? '');
    const meeting = namedMeeting(reader, decision.meetingId);
    return meeting === null || (decision.isOnPack === 0 && !wasAsked) ? [] : [told(reader, decision, meeting)];
  });

const takenOn = (reader: Reader, packId: string): readonly Taken[] => {
  const { meetingId } = issuedPack(reader, packId);
  return reader.prepare<[{ packId: string; meetingId: string | null }], Taken>(DECISIONS).all({ packId, meetingId });
};

const NOTHING: ReadonlySet<string> = new Set();

/** What a pack asked for never changes, and finding it out replays the board: once for each pack while the board is open. */
const known = new WeakMap<Store, Map<string, ReadonlySet<string>>>();

/** The reviews and actions that the pack asked a decision on; nothing where none of its meeting's decisions can be on them. */
export const askedInSteps = function* (
  reader: Reader,
  present: Store,
  packId: string,
): Generator<ReplayStep, ReadonlySet<string>> {
  const pack = issuedPack(reader, packId);
  const mayBeAsked = takenOn(reader, packId).some(
    (one) => one.isOnPack === 0 && (one.reviewId ?? one.actionId) !== null,
  );
  if (!mayBeAsked || readIssuedOptions(pack.options)?.sections.includes('sign-off') !== true) return NOTHING;
  const found = known.get(present)?.get(packId);
  if (found !== undefined) return found;
  const past = yield* replayInSteps(present.db, endOfPack(present, pack));
  try {
    const asked = new Set(
      askedOfBodies(past).flatMap(({ reviewId, actions }) => [reviewId ?? [], ...actions.map(({ id }) => id)].flat()),
    );
    known.set(present, (known.get(present) ?? new Map<string, ReadonlySet<string>>()).set(packId, asked));
    return asked;
  } finally {
    past.close();
  }
};

const told = (reader: Reader, decision: Taken, meeting: PackDecision['meeting']): PackDecision => {
  const { id, text, minuteReference, reviewId, actionId } = decision;
  const review = reviewNamed(reader, reviewId);
  const action = actionNamed(reader, actionId);
  const on = action !== null ? 'action' : review !== null ? 'review' : 'pack';
  const subject = {
    pack: 'The pack',
    review: [review?.reference, review?.label].filter(Boolean).join(' · '),
    action: `Action ${action?.number ?? ''}`,
  }[on];
  return { id, text, minuteReference, meeting, on, review, action, subject };
};
