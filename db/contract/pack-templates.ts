/** What a pack is made of, by name: those that ship with the program, and the board's own. */
import { z } from 'zod';
import { MEETING_PURPOSES, PACK_AUDIENCES } from '../domain/codes.ts';
import { added, id, line, procedure, requiredLine, saved } from './common.ts';
import { PACK_SECTIONS } from './packs.ts';

const template = z.object({
  name: requiredLine,
  description: line.default(''),
  audience: z.enum(PACK_AUDIENCES).default('board'),
  purpose: z.enum(MEETING_PURPOSES).default('information'),
  /** In the order of the pack. */
  sections: z.array(z.enum(PACK_SECTIONS)),
});

const chosenSections = template.shape.sections
  .min(1, 'choose at least one section')
  .refine((sections) => new Set(sections).size === sections.length, 'each section stands once');

/** One that ships with the program: it is copied, never changed. */
export const shippedTemplate = template.extend({ code: z.string() });
export type ShippedTemplate = z.infer<typeof shippedTemplate>;

export const ownTemplate = template.extend({
  id,
  /** A later version of the program wrote it with sections that this one does not know; they are left out of `sections`. */
  unknownSections: z.number().int(),
});
export type OwnTemplate = z.infer<typeof ownTemplate>;

export const packTemplates = {
  /** The shipped ones in their order, the board's own by name. */
  list: procedure.output(z.object({ shipped: z.array(shippedTemplate), own: z.array(ownTemplate) })),
  /** A new one, or with `id` a changed one. Refused when the name is taken, also by a shipped one: bad-input of the field "name". */
  save: procedure.input(template.extend({ id: id.optional(), sections: chosenSections })).output(added),
  rename: procedure.input(z.object({ id, name: requiredLine })).output(saved),
  remove: procedure.input(z.object({ id })).output(saved),
  /** A copy of a shipped one for the board to change; without a name it is "Board pack (copy)". */
  copy: procedure.input(z.object({ code: z.string(), name: requiredLine.optional() })).output(added),
};
