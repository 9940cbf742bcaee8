/** Acts by which actions become others: split, merged, superseded, taken up again, given over. Each is one operation. */
import type { ActionState, OwnerKind } from '../domain/codes.ts';
import { joinWords } from '../domain/plain-words.ts';
import { Failure } from '../store/failure.ts';
import type { Store, Writer } from '../store/store.ts';
import type { Row } from '../store/tables.ts';
import { moveAction, onEach, writeAction } from './action-changes.ts';
import { badInput, refuse, savedBy } from './context.ts';

type Decided = { readonly date: string | null; readonly reason: string };
type Action = Row<'actions'>;

const standingAction = (store: Store, id: string): Action => {
  const action = store.row('actions', id);
  if (action.removed !== null) throw new Failure('not-found', { what: 'action', id });
  return action;
};

/** Numbers in use among the actions of the same recommendation, review or meeting. */
const numbersBeside = (store: Store, { recommendationId, reviewId, meetingId }: Action): ReadonlySet<string> => {
  const [column, value] =
    reviewId !== null
      ? (['reviewId', reviewId] as const)
      : recommendationId !== null
        ? (['recommendationId', recommendationId] as const)
        : (['meetingId', meetingId] as const);
  const rows = store
    .prepare<[string | null], { number: string }>(`select number from actions where ${column} is ? and removed is null`)
    .all(value);
  return new Set(rows.map(({ number }) => number));
};

const refuseTaken = (store: Store, beside: Action, numbers: readonly string[]): void => {
  const taken = new Set(numbersBeside(store, beside));
  for (const number of numbers) {
    if (taken.has(number)) badInput(`There is an action ${number} in this plan already. Give it another number.`);
    taken.add(number);
  }
};

const themesOf = (store: Store, actionId: string): readonly string[] =>
  store
    .prepare<[string], { themeId: string }>(
      'select themeId from actionThemes where actionId = ? and removed is null order by id',
    )
    .all(actionId)
    .map(({ themeId }) => themeId);

const jointLeadsOf = (store: Store, actionId: string): readonly string[] =>
  store
    .prepare<[string], { agencyId: string }>(
      'select agencyId from actionJointLeads where actionId = ? and removed is null order by id',
    )
    .all(actionId)
    .map(({ agencyId }) => agencyId);

const evidenceOf = (store: Store, actionId: string): readonly string[] =>
  store
    .prepare<[string], { evidenceId: string }>(
      'select evidenceId from evidenceLinks where actionId = ? and removed is null order by id',
    )
    .all(actionId)
    .map(({ evidenceId }) => evidenceId);

/** What a new action that takes the place of another has from it. */
const inherited = (action: Action) => ({
  recommendationId: action.recommendationId,
  reviewId: action.reviewId,
  meetingId: action.meetingId,
  multiAgency: action.multiAgency,
  leadPost: action.leadPost,
  ownerKind: action.ownerKind,
  owner: action.owner,
  targetDate: action.targetDate,
  targetText: action.targetText,
  targetMeetingId: action.targetMeetingId,
  successMeasure: action.successMeasure,
});

/** Supersedes the action by the other; throws where its state does not allow that, so that all of the act is taken back. */
const supersedeOrRefuse = (write: Writer, action: Action, byId: string, { date, reason }: Decided): void => {
  const why = moveAction(write, action, { to: 'superseded', date, bodyId: null, reason });
  if (why !== null) refuse(`Action ${action.number} cannot be superseded. ${why}`);
  write.update('actions', action.id, { supersededById: byId });
};

type Part = { readonly number: string; readonly text: string; readonly leadAgencyId?: string | null | undefined };

export const splitAction = (
  store: Store,
  input: Decided & { readonly id: string; readonly parts: readonly Part[]; readonly original: 'superseded' | 'kept' },
) => {
  const action = standingAction(store, input.id);
  const { parts, date } = input;
  if (input.original === 'superseded' && parts.length < 2) badInput('Write at least two parts, or keep the original.');
  if (input.original === 'superseded' && input.reason.trim() === '') badInput('Say why the action is split.');
  const numbers = parts.map(({ number }) => number);
  refuseTaken(store, action, numbers);
  const committed = store.operation({ kind: 'split-action', reason: input.reason }, (write) => {
    const ids = parts.map(({ number, text, leadAgencyId }) => {
      const id = writeAction(store, write, {
        ...inherited(action),
        number,
        text,
        leadAgencyId: leadAgencyId === undefined ? action.leadAgencyId : leadAgencyId,
      });
      for (const themeId of themesOf(store, action.id)) write.insert('actionThemes', { actionId: id, themeId });
      for (const agencyId of jointLeadsOf(store, action.id)) {
        write.insert('actionJointLeads', { actionId: id, agencyId });
      }
      return id;
    });
    if (input.original === 'superseded') {
      const reason = `Split into ${joinWords(numbers)}: ${input.reason}`.slice(0, 500);
      supersedeOrRefuse(write, action, ids[0] ?? '', { date, reason });
    }
    return ids;
  });
  return { ...savedBy(committed), ids: [...committed.result] };
};

type Merge = Decided & {
  readonly ids: readonly string[];
  readonly intoId: string | null;
  readonly number: string;
  readonly text: string;
};

export const mergeActions = (store: Store, input: Merge) => {
  const actions = [...new Set(input.ids)].map((id) => standingAction(store, id));
  const [first] = actions;
  if (first === undefined || actions.length < 2) return badInput('Choose at least two actions.');
  const into = input.intoId === null ? null : standingAction(store, input.intoId);
  if (into?.state === 'superseded') refuse(`Action ${into.number} is superseded itself, so others cannot become it.`);
  if (into === null) {
    if (input.number.trim() === '' || input.text.trim() === '') badInput('Give the new action a number and a text.');
    refuseTaken(store, first, [input.number.trim()]);
  }
  const others = actions.filter(({ id }) => id !== into?.id);
  const committed = store.operation({ kind: 'merge-actions', reason: input.reason }, (write) => {
    const id = into?.id ?? writeMerged(store, write, first, input);
    takeOnFrom(store, write, id, into?.leadAgencyId ?? first.leadAgencyId, others);
    for (const action of others) supersedeOrRefuse(write, action, id, input);
    return id;
  });
  return { ...savedBy(committed), id: committed.result };
};

const writeMerged = (store: Store, write: Writer, first: Action, { number, text }: Merge): string =>
  writeAction(store, write, {
    ...inherited(first),
    number: number.trim(),
    text: text.trim(),
    leadAgencyId: first.leadAgencyId,
  });

/** Evidence, themes and leads of the others that the one does not have yet. */
const takeOnFrom = (store: Store, write: Writer, id: string, lead: string | null, others: readonly Action[]): void => {
  const missing = (of: (store: Store, actionId: string) => readonly string[], more: readonly string[] = []) => {
    const has = new Set(of(store, id));
    return new Set([...others.flatMap((other) => of(store, other.id)), ...more].filter((each) => !has.has(each)));
  };
  for (const evidenceId of missing(evidenceOf)) write.insert('evidenceLinks', { evidenceId, actionId: id });
  for (const themeId of missing(themesOf)) write.insert('actionThemes', { actionId: id, themeId });
  const leads = others.flatMap(({ leadAgencyId }) => leadAgencyId ?? []);
  for (const agencyId of missing(jointLeadsOf, leads)) {
    if (agencyId !== lead) write.insert('actionJointLeads', { actionId: id, agencyId });
  }
};

/** Whether following "superseded by" from one action leads to the other. */
const leadsTo = (store: Store, fromId: string, toId: string): boolean => {
  const seen = new Set<string>();
  for (let at: string | null = fromId; at !== null && !seen.has(at); at = store.row('actions', at).supersededById) {
    if (at === toId) return true;
    seen.add(at);
  }
  return false;
};

export const supersedeActions = (
  store: Store,
  { ids, byId, date, reason }: Decided & { readonly ids: readonly string[]; readonly byId: string },
) => {
  const by = standingAction(store, byId);
  return onEach(store, { kind: 'move-action', reason }, ids, (write, action) => {
    if (leadsTo(store, by.id, action.id)) return 'It would be superseded by itself.';
    const why = moveAction(write, action, { to: 'superseded', date, bodyId: null, reason });
    if (why === null) write.update('actions', action.id, { supersededById: by.id });
    return why;
  });
};

export const reopenActions = (
  store: Store,
  { ids, to, date, reason }: Decided & { readonly ids: readonly string[]; readonly to: 'not-started' | 'in-progress' },
) =>
  onEach(store, { kind: 'move-action', reason }, ids, (write, action) => {
    const state = action.state as ActionState;
    if (state === 'not-started' || state === 'in-progress') return 'It is open already.';
    return moveAction(write, action, { to, date, bodyId: null, reason });
  });

export const setActionsOutside = (
  store: Store,
  {
    ids,
    leadAgencyId,
    date,
    reason,
  }: Decided & { readonly ids: readonly string[]; readonly leadAgencyId?: string | null | undefined },
) =>
  onEach(store, { kind: 'move-action', reason }, ids, (write, action) => {
    const why = moveAction(write, action, { to: 'outside-our-oversight', date, bodyId: null, reason });
    if (why === null && leadAgencyId !== undefined) write.update('actions', action.id, { leadAgencyId });
    return why;
  });

/** “All” and “nobody yet” name nobody, so no post or group stays beside them. */
export const setOwners = (
  store: Store,
  { ids, ownerKind, owner }: { readonly ids: readonly string[]; readonly ownerKind: OwnerKind; readonly owner: string },
) => {
  const isNamed = ownerKind === 'post' || ownerKind === 'group';
  if (isNamed && owner.trim() === '') badInput(`Name the ${ownerKind}: a post or a group, not a person.`);
  const named = isNamed ? owner.trim() : '';
  return onEach(store, { kind: 'edit-action' }, ids, (write, action) => {
    if (action.ownerKind === ownerKind && action.owner === named) return 'It has this owner already.';
    write.update('actions', action.id, { ownerKind, owner: named });
    return null;
  });
};

export const changeThemes = (
  store: Store,
  {
    ids,
    add,
    takeOff,
  }: { readonly ids: readonly string[]; readonly add: readonly string[]; readonly takeOff: readonly string[] },
) => {
  if (add.length + takeOff.length === 0) badInput('Choose at least one theme.');
  const links = store.prepare<[string], { id: string; themeId: string }>(
    'select id, themeId from actionThemes where actionId = ? and removed is null',
  );
  return onEach(store, { kind: 'edit-theme' }, ids, (write, { id }) => {
    const standing = links.all(id);
    const missing = add.filter((themeId) => !standing.some((link) => link.themeId === themeId));
    const going = standing.filter(({ themeId }) => takeOff.includes(themeId) && !add.includes(themeId));
    for (const themeId of missing) write.insert('actionThemes', { actionId: id, themeId });
    for (const link of going) write.remove('actionThemes', link.id);
    return missing.length + going.length === 0 ? 'Its themes are so already.' : null;
  });
};
