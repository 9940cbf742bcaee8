import type { PackSectionId, PublicPackSectionId } from '../../contract/packs.ts';
import type { SectionWriter } from '../sections/source.ts';
import { cover } from './about.ts';
import { actionPlans } from './action-plans.ts';
import { annualFigures, annualRecord } from './annual.ts';
import { onePage } from './one-page.ts';
import { publication } from './publication.ts';
import { themes } from './themes.ts';

const WRITERS = {
  cover,
  'one-page': onePage,
  publication,
  'action-plans': actionPlans,
  themes,
  'annual-figures': annualFigures,
  'annual-record': annualRecord,
} satisfies Readonly<Record<PublicPackSectionId, SectionWriter>>;

/** The sections a public pack can have: written from what is public, never cut from the board's. Every other is left out whole. */
export const PUBLIC_SECTIONS: Partial<Readonly<Record<PackSectionId, SectionWriter>>> = WRITERS;
