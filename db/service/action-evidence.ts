import type { ActionDetail, EVIDENCE_SORTS, EvidenceDetail, EvidenceFilter, EvidenceRow } from '../contract/actions.ts';
import type { AttachedFile } from '../contract/attachments.ts';
import { Failure } from '../store/failure.ts';
import type { Row } from '../store/tables.ts';
import { actionsWhere } from './action-list.ts';
import type { Reader } from './context.ts';

type Params = Record<string, string | number>;

const FILE = 'f.id, f.evidenceId, f.fileName, f.mediaType, f.size, f.sha256';

/** What shows that one action was done, newest first, each item with its files. */
export const readEvidenceOf = (reader: Reader, actionId: string): ActionDetail['evidence'] => {
  const files = reader
    .prepare<[string], AttachedFile>(
      `select ${FILE} from evidenceLinks l join attachments f on f.evidenceId = l.evidenceId
       where l.actionId = ? and l.removed is null and f.removed is null order by f.id`,
    )
    .all(actionId);
  return reader
    .prepare<[string], Omit<ActionDetail['evidence'][number], 'attachments'>>(
      `select e.*, l.id as linkId, g.name as agency,
         (select count(*) - 1 from evidenceLinks o join actions a on a.id = o.actionId
          where o.evidenceId = e.id and o.removed is null and a.removed is null) as alsoServes
       from evidenceLinks l join evidence e on e.id = l.evidenceId left join agencies g on g.id = e.agencyId
       where l.actionId = ? and l.removed is null and e.removed is null order by e.date desc, e.id desc`,
    )
    .all(actionId)
    .map((item) => ({ ...item, attachments: files.filter(({ evidenceId }) => evidenceId === item.id) }));
};

const SERVED = `(select count(*) from evidenceLinks l join actions a on a.id = l.actionId
  where l.evidenceId = e.id and l.removed is null and a.removed is null)`;
const FILES = '(select count(*) from attachments f where f.evidenceId = e.id and f.removed is null)';
const HAS_FILES = 'exists (select 1 from attachments f where f.evidenceId = e.id and f.removed is null)';
const FROM = 'from evidence e left join agencies g on g.id = e.agencyId';

/** What each sort goes by; empty words come last, as no date does. */
const SORTS: Record<(typeof EVIDENCE_SORTS)[number], string> = {
  date: 'e.date',
  what: 'e.what collate nocase',
  agency: 'g.name collate nocase',
  heldAt: `nullif(e.heldAt, '') collate nocase`,
  actions: SERVED,
  files: FILES,
};

const conditions = (filter: EvidenceFilter): { readonly where: string; readonly params: Params } => {
  const all = ['e.removed is null'];
  const params: Params = {};
  const find = filter.find?.trim();
  if (find) {
    const texts = ['e.what', 'e.fromWhom', 'e.heldAt', 'e.note', 'g.name'];
    all.push(`(${texts.map((text) => `${text} like @find escape '\\'`).join(' or ')} or exists (
      select 1 from attachments f where f.evidenceId = e.id and f.removed is null and f.fileName like @find escape '\\'))`);
    params.find = `%${find.replace(/[\\%_]/g, (found) => `\\${found}`)}%`;
  }
  if (filter.agencyId !== undefined && filter.agencyId.length > 0) {
    all.push(`coalesce(e.agencyId, 'none') in (select value from json_each(@agencies))`);
    params.agencies = JSON.stringify(filter.agencyId);
  }
  if (filter.unlinked) {
    all.push('not exists (select 1 from evidenceLinks l where l.evidenceId = e.id and l.removed is null)');
  }
  if (filter.withFiles) all.push(HAS_FILES);
  if (filter.withoutFiles) all.push(`not ${HAS_FILES}`);
  if (filter.undated) all.push('e.date is null and e.dateText is null');
  return { where: `where ${all.join(' and ')}`, params };
};

export const listEvidence = (
  reader: Reader,
  query: {
    readonly filter: EvidenceFilter;
    readonly sort?: { readonly by: (typeof EVIDENCE_SORTS)[number]; readonly descending: boolean } | undefined;
    readonly offset: number;
    readonly limit: number;
  },
): { readonly rows: EvidenceRow[]; readonly total: number; readonly of: number } => {
  const { where, params } = conditions(query.filter);
  const { by, descending } = query.sort ?? { by: 'date', descending: true };
  const order = `order by ${SORTS[by]}${descending ? ' desc' : ''} nulls last, e.id${descending ? ' desc' : ''}`;
  const rows = reader
    .prepare<[Params], EvidenceRow>(
      `with page as materialized (select found.id, row_number() over () as at from (select e.id ${FROM} ${where} ${order} limit @limit offset @offset) found)
       select e.id, e.what, e.agencyId, g.name as agency, e.fromWhom, e.date, e.dateText, e.heldAt, e.note, ${SERVED} as actions, ${FILES} as files
       from page p join evidence e on e.id = p.id left join agencies g on g.id = e.agencyId order by p.at`,
    )
    .all({ ...params, limit: query.limit, offset: query.offset });
  const count = (sql: string, given: Params): number => reader.prepare<[Params], { n: number }>(sql).get(given)?.n ?? 0;
  return {
    rows,
    total: count(`select count(*) as n ${FROM} ${where}`, params),
    of: count('select count(*) as n from evidence where removed is null', {}),
  };
};

/** How many of the actions that it serves are answered with it. */
const SHOWN_ACTIONS = 200;

/** One item of evidence with its files and the actions it serves. Fails with not-found. */
export const readEvidence = (reader: Reader, today: string, id: string): EvidenceDetail => {
  const item = reader
    .prepare<[string], Row<'evidence'> & { agency: string | null }>(
      `select e.*, g.name as agency ${FROM} where e.id = ?`,
    )
    .get(id);
  if (item === undefined) throw new Failure('not-found', { what: 'evidence', id });
  const links = reader
    .prepare<[string], { id: string; actionId: string }>(
      `select l.id, l.actionId from evidenceLinks l join actions a on a.id = l.actionId
       where l.evidenceId = ? and l.removed is null and a.removed is null order by a.position, a.number, a.id`,
    )
    .all(id);
  const linkOf = new Map(links.map((link) => [link.actionId, link.id]));
  const shown = JSON.stringify(links.slice(0, SHOWN_ACTIONS).map(({ actionId }) => actionId));
  const attachments = reader
    .prepare<[string], AttachedFile>(
      `select ${FILE} from attachments f where f.evidenceId = ? and f.removed is null order by f.id`,
    )
    .all(id);
  return {
    ...item,
    attachments,
    actions: actionsWhere(reader, today, 'a.id in (select value from json_each(@shown))', { shown }).map((action) => ({
      ...action,
      linkId: linkOf.get(action.id) ?? '',
    })),
    actionCount: links.length,
  };
};
