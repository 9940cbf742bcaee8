import type { OwnTemplate, ShippedTemplate } from '../../../db/contract/pack-templates.ts';
import type { Option } from '../../ui/index.ts';

export type PackTemplate = OwnTemplate | ShippedTemplate;

export type PackTemplates = { readonly shipped: readonly ShippedTemplate[]; readonly own: readonly OwnTemplate[] };

/** Names are unique among all templates, so a form names its template by it. */
export const templateNamed = ({ shipped, own }: PackTemplates, name: string): PackTemplate | null =>
  [...own, ...shipped].find((template) => template.name === name) ?? null;

export const isOwn = (template: PackTemplate): template is OwnTemplate => 'id' in template;

/** The board's own first: who made one wants it. */
export const templateOptions = ({ shipped, own }: PackTemplates): readonly Option[] => [
  ...own.map(({ name, description }) => ({ key: name, label: name, note: description || 'The board’s own' })),
  ...shipped.map(({ name, description }) => ({ key: name, label: name, note: description })),
];

/** The title that a pack of this template begins with: "Case reviews: executive exceptions". */
export const titleBy = (templateName: string): string =>
  templateName === '' || templateName === 'Board pack'
    ? 'Case reviews: status pack'
    : `Case reviews: ${templateName.charAt(0).toLowerCase()}${templateName.slice(1)}`;
