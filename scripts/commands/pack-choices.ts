/** What a pack is asked to be on the command line, as the options of the pack. */
import { PACK_SECTIONS, type PackOptions, packOptions, type PackSectionId } from '../../db/contract/packs.ts';
import { MEETING_PURPOSES, PACK_AUDIENCES } from '../../db/domain/codes.ts';
import { PUBLIC_MARKING } from '../../db/domain/identifying-words.ts';
import { isCivilDate } from '../../db/domain/partial-date.ts';
import { BOARD_PACK } from '../../db/packs/templates.ts';
import { listTemplates } from '../../db/service/pack-templates.ts';
import type { Store } from '../../db/store/store.ts';
import { type CommandOptions, text, UsageError, type Values } from './command.ts';
import { reviewWithReference } from './hand-over.ts';
import { packNamed } from './registered-pack.ts';
import { agencyNamed } from './request-sheet.ts';

export const PACK_CHOICES: CommandOptions = {
  template: { type: 'string' },
  audience: { type: 'string' },
  'meeting-date': { type: 'string' },
  'as-at': { type: 'string' },
  since: { type: 'string' },
  title: { type: 'string' },
  body: { type: 'string' },
  purpose: { type: 'string' },
  marking: { type: 'string' },
  sections: { type: 'string' },
  review: { type: 'string' },
  agency: { type: 'string' },
  year: { type: 'string' },
};

export const PACK_CHOICES_USAGE = `[--template NAME] [--audience ${PACK_AUDIENCES.join('|')}]
       [--meeting-date D] [--as-at D] [--since D|PACK] [--title TEXT] [--body NAME] [--purpose ${MEETING_PURPOSES.join('|')}]
       [--marking TEXT] [--review REF] [--agency NAME] [--year 2025-26]
       [--sections ${PACK_SECTIONS.join(',')}]`;

export const readPackOptions = (values: Values, store: Store): PackOptions => {
  const board = store.prepare<[], { name: string; marking: string }>('select name, marking from boards limit 1').get();
  const template = templateNamed(store, text(values, 'template') ?? BOARD_PACK.name);
  const audience = oneOf(text(values, 'audience') ?? template.audience, PACK_AUDIENCES, '--audience');
  const sections = text(values, 'sections');
  const options = packOptions.parse({
    title: text(values, 'title') ?? (template.name === BOARD_PACK.name ? 'Status pack' : template.name),
    body: text(values, 'body') ?? board?.name ?? '',
    meetingDate: dayOf(values, 'meeting-date'),
    purpose: oneOf(text(values, 'purpose') ?? template.purpose, MEETING_PURPOSES, '--purpose'),
    marking:
      text(values, 'marking') ?? (audience === 'public' ? PUBLIC_MARKING : board?.marking) ?? 'OFFICIAL-SENSITIVE',
    sections: sections === undefined ? template.sections : listOf<PackSectionId>(sections, PACK_SECTIONS, '--sections'),
    asAt: dayOf(values, 'as-at'),
    audience,
    templateName: template.name,
    since: sinceOf(store, text(values, 'since')),
    reviewId: reviewOf(store, text(values, 'review')),
    agencyId: agencyOf(store, text(values, 'agency')),
    year: yearOf(text(values, 'year')),
  });
  refuseUnsaid(options);
  return options;
};

/** By its name or, of a shipped one, its code. */
const templateNamed = (store: Store, given: string) => {
  const { own, shipped } = listTemplates(store);
  const wanted = given.trim().toLowerCase();
  const found =
    own.find(({ name }) => name.toLowerCase() === wanted) ??
    shipped.find(({ name, code }) => code === wanted || name.toLowerCase() === wanted);
  if (found === undefined) {
    const names = [...own, ...shipped].map(({ name }) => `  ${name}`).join('\n');
    throw new UsageError(`There is no template called “${given}”. The templates of this board:\n${names}`);
  }
  if (found.sections.length === 0)
    throw new UsageError(`“${found.name}” has no section that this version of the program knows.`);
  return found;
};

/** A pack on one review, or one agency, has to be told which. */
const refuseUnsaid = ({ sections, reviewId, agencyId }: PackOptions): void => {
  if (sections.includes('review-briefing') && reviewId === null)
    throw new UsageError('Say which review the briefing is on: --review REF.');
  if (sections.includes('agency') && agencyId === null)
    throw new UsageError('Say which agency the pack is for: --agency NAME.');
};

const sinceOf = (store: Store, given: string | undefined): PackOptions['since'] => {
  if (given === undefined) return null;
  return isCivilDate(given) ? { kind: 'day', day: given } : { kind: 'pack', packId: packNamed(store, given).id };
};

const reviewOf = (store: Store, reference: string | undefined): string | null =>
  reference === undefined ? null : reviewWithReference(store, reference);

const agencyOf = (store: Store, name: string | undefined): string | null =>
  name === undefined ? null : agencyNamed(store, name);

/** "2025-26", from April to March. */
const yearOf = (given: string | undefined): PackOptions['year'] => {
  if (given === undefined) return null;
  const [, first = '', second = ''] = /^(\d{4})[-/](\d{2})$/.exec(given.trim()) ?? [];
  const next = Number(first) + 1;
  if (first === '' || String(next).slice(2) !== second)
    throw new UsageError(`--year is a year from April to March such as 2025-26, not “${given}”.`);
  return { from: `${first}-04-01`, until: `${next}-03-31` };
};

const dayOf = (values: Values, name: string): string | null => {
  const day = text(values, name) ?? null;
  if (day !== null && !isCivilDate(day)) throw new UsageError(`--${name} is a day such as 2026-12-01, not “${day}”.`);
  return day;
};

const oneOf = <T extends string>(given: string, known: readonly T[], option: string): T => {
  const found = known.find((word) => word === given);
  if (found === undefined) throw new UsageError(`${option} is one of ${known.join(', ')}, not “${given}”.`);
  return found;
};

export const listOf = <T extends string>(given: string, known: readonly T[], option: string): T[] => {
  const names = given.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(known as readonly string[]).includes(name));
  if (unknown !== undefined) throw new UsageError(`${option} takes ${known.join(', ')}, not “${unknown}”.`);
  return [...new Set(names)] as T[];
};
