/** What the page remembers for the person at this laptop: no record of the board, and in no history. */
import { z } from 'zod';
import { VISITED_KINDS } from '../domain/found-kinds.ts';
import { done, id, longText, procedure } from './common.ts';
import { recordLink } from './search.ts';

const visitedKind = z.enum(VISITED_KINDS);
/** Names a place to write: "note on 0198…". */
const draftPlace = z.string().trim().min(1).max(200);
const listPlace = z.enum(['reviews', 'actions', 'publication']);

export const recentRecord = z.object({
  kind: visitedKind,
  id,
  title: z.string(),
  context: z.string(),
  link: recordLink,
  /** Instant, milliseconds UTC. */
  visitedAt: z.number(),
});
export type RecentRecord = z.infer<typeof recentRecord>;

export const draft = z.object({ text: z.string(), keptAt: z.number() });
export type Draft = z.infer<typeof draft>;

/** What a saved view holds, as JSON in the record: `search` as the list's address carries it, and the columns shown. */
export const listView = z.object({
  search: z.record(z.string(), z.string()),
  columns: z.array(z.string()).nullable(),
});
export type ListView = z.infer<typeof listView>;

export const savedView = z.object({ id, place: listPlace, name: z.string(), view: listView });
export type SavedView = z.infer<typeof savedView>;

export const workplace = {
  /** A record was opened: the last 30 are remembered. */
  visited: procedure.input(z.object({ kind: visitedKind, id })).output(done),
  /** Newest first, without what was removed since. */
  recent: procedure
    .input(z.object({ most: z.number().int().min(1).max(30).default(30) }))
    .output(z.array(recentRecord)),
  keepDraft: procedure.input(z.object({ place: draftPlace, text: longText })).output(done),
  draft: procedure.input(z.object({ place: draftPlace })).output(draft.nullable()),
  drafts: procedure.output(z.array(draft.extend({ place: z.string() }))),
  dropDraft: procedure.input(z.object({ place: draftPlace })).output(done),
  /** The saved views of a list, by name. They are made, renamed and removed through `records`. */
  views: procedure.input(z.object({ place: listPlace })).output(z.array(savedView)),
};
