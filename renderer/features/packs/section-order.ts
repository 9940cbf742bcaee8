import type { PublicPackSectionId } from '../../../db/contract/packs.ts';
import type { PackAudience } from '../../../db/domain/codes.ts';
import type { BodySection, PackForm } from './pack-form.ts';
import { SECTIONS_IN_ORDER } from './pack-words.ts';

type Sections = PackForm['sections'];

const IS_WRITTEN_FOR_THE_PUBLIC: Readonly<Record<Exclude<PublicPackSectionId, 'cover'>, true>> = {
  'one-page': true,
  publication: true,
  'action-plans': true,
  themes: true,
  'annual-figures': true,
  'annual-record': true,
};

/** Every section that is not written for the public is left out of a public pack whole. */
export const isFor = (audience: PackAudience, id: BodySection): boolean =>
  audience === 'board' || Object.hasOwn(IS_WRITTEN_FOR_THE_PUBLIC, id);

/** The sections that the pack will have, in its order. */
export const sectionsOf = ({ sections, audience }: Pick<PackForm, 'sections' | 'audience'>): readonly BodySection[] =>
  sections.filter(({ id, isChosen }) => isChosen && isFor(audience, id)).map(({ id }) => id);

/** Those chosen, in their order, then the others in that of board papers. */
export const sectionsChosen = (chosen: readonly string[]): Sections => [
  ...chosen.filter(isBodySection).map((id) => ({ id, isChosen: true })),
  ...SECTIONS_IN_ORDER.filter((id) => !chosen.includes(id)).map((id) => ({ id, isChosen: false })),
];

/** Past the chosen section before or after it: a section that is not chosen has no place in the pack. Itself at either end. */
export const withMoved = (sections: Sections, id: BodySection, by: -1 | 1, audience: PackAudience): Sections => {
  const order = sectionsOf({ sections, audience });
  const neighbour = order[order.indexOf(id) + by];
  const from = sections.findIndex((section) => section.id === id);
  const to = sections.findIndex((section) => section.id === neighbour);
  const taken = sections[from];
  return taken === undefined || to < 0 ? sections : sections.toSpliced(from, 1).toSpliced(to, 0, taken);
};

const isBodySection = (id: string): id is BodySection => (SECTIONS_IN_ORDER as readonly string[]).includes(id);
