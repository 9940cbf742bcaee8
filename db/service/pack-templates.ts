import type { OwnTemplate, ShippedTemplate } from '../contract/pack-templates.ts';
import { PACK_SECTIONS, type PackSectionId } from '../contract/packs.ts';
import { packTemplate, PACK_TEMPLATES } from '../packs/templates.ts';
import { Failure } from '../store/failure.ts';
import type { Store } from '../store/store.ts';
import type { Row } from '../store/tables.ts';
import { os, type Reader, savedBy } from './context.ts';

type Sections = Pick<OwnTemplate, 'sections' | 'unknownSections'>;

/** A list of names as JSON; what this version of the program does not know is counted, not shown. */
const readSections = (json: string): Sections => {
  const names = namesIn(json);
  const sections = names.filter((name): name is PackSectionId => (PACK_SECTIONS as readonly unknown[]).includes(name));
  return { sections, unknownSections: names.length - sections.length };
};

const namesIn = (json: string): readonly unknown[] => {
  try {
    const names: unknown = JSON.parse(json);
    return Array.isArray(names) ? names : [];
  } catch {
    return [];
  }
};

const ownTemplates = (reader: Reader): OwnTemplate[] =>
  reader
    .prepare<[], Row<'packTemplates'>>(
      'select * from packTemplates where removed is null order by name collate nocase, id',
    )
    .all()
    .map(({ id, name, description, audience, purpose, sections }) => ({
      id,
      name,
      description,
      audience: audience as OwnTemplate['audience'],
      purpose: purpose as OwnTemplate['purpose'],
      ...readSections(sections),
    }));

const shippedTemplates = (): ShippedTemplate[] =>
  PACK_TEMPLATES.map((template) => ({ ...template, sections: [...template.sections] }));

/** Every template by the name that a person says, the board's own first: for the command line. */
export const listTemplates = (reader: Reader) => ({ own: ownTemplates(reader), shipped: shippedTemplates() });

const isSame = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** A name stands for one template, whoever made it: a pack says in the register by which it was made. */
const refuseTakenName = (reader: Reader, name: string, except: string | null): void => {
  const problem = PACK_TEMPLATES.some((template) => isSame(template.name, name))
    ? `“${name}” is the name of a template that comes with the program. Give another name.`
    : ownTemplates(reader).some((template) => template.id !== except && isSame(template.name, name))
      ? `There is a template called “${name}” already. Give another name.`
      : null;
  if (problem !== null) throw new Failure('bad-input', { problem, field: 'name' });
};

const standing = (store: Store, id: string): Row<'packTemplates'> => {
  const row = store.prepare<[string], Row<'packTemplates'>>('select * from packTemplates where id = ?').get(id);
  if (row === undefined || row.removed !== null) throw new Failure('not-found', { what: 'template', id });
  return row;
};

const KIND = { kind: 'edit-pack-template' } as const;

type Written = Omit<ShippedTemplate, 'code'>;

const add = (store: Store, { sections, ...template }: Written) => {
  refuseTakenName(store, template.name, null);
  const committed = store.operation(KIND, (write) =>
    write.insert('packTemplates', { ...template, sections: JSON.stringify(sections) }),
  );
  return { ...savedBy(committed), id: committed.result };
};

const change = (store: Store, id: string, { sections, ...template }: Written) => {
  standing(store, id);
  refuseTakenName(store, template.name, id);
  const committed = store.operation(KIND, (write) =>
    write.update('packTemplates', id, { ...template, sections: JSON.stringify(sections) }),
  );
  return { ...savedBy(committed), id };
};

/** "Board pack (copy)", "Board pack (copy 2)": the first that is free. */
const nameOfCopy = (reader: Reader, name: string): string => {
  const taken = ownTemplates(reader).map((template) => template.name);
  for (let at = 1; ; at += 1) {
    const copy = `${name} (copy${at === 1 ? '' : ` ${at}`})`;
    if (!taken.some((known) => isSame(known, copy))) return copy;
  }
};

export const packTemplates = {
  list: os.packTemplates.list.handler(({ context: { session } }) => listTemplates(session.store)),
  save: os.packTemplates.save.handler(({ input: { id, ...template }, context: { session } }) =>
    id === undefined ? add(session.store, template) : change(session.store, id, template),
  ),
  rename: os.packTemplates.rename.handler(
    ({
      input: { id, name },
      context: {
        session: { store },
      },
    }) => {
      standing(store, id);
      refuseTakenName(store, name, id);
      return savedBy(store.operation(KIND, (write) => write.update('packTemplates', id, { name })));
    },
  ),
  remove: os.packTemplates.remove.handler(
    ({
      input: { id },
      context: {
        session: { store },
      },
    }) => {
      standing(store, id);
      return savedBy(store.operation(KIND, (write) => write.remove('packTemplates', id)));
    },
  ),
  copy: os.packTemplates.copy.handler(
    ({
      input: { code, name },
      context: {
        session: { store },
      },
    }) => {
      const shipped = packTemplate(code);
      if (shipped === null) throw new Failure('not-found', { what: 'template', id: code });
      const { code: _, sections, ...template } = shipped;
      return add(store, { ...template, sections: [...sections], name: name ?? nameOfCopy(store, shipped.name) });
    },
  ),
};
