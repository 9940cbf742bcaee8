import { strFromU8, unzipSync } from 'fflate';

/** The parts of an Office document by path, each checked to be well-formed XML. */
export const unzipped = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, content]) => {
      const xml = strFromU8(content);
      const fault = faultIn(xml);
      if (fault !== null) throw new Error(`${path}: ${fault}`);
      return [path, xml];
    }),
  );

export const countOf = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

/** What is wrong with an XML text, or null: elements that do not nest, bare < or &, characters XML cannot carry. */
const faultIn = (xml: string): string | null => {
  const open: string[] = [];
  for (const [, end, name = '', rest = '', closed] of xml.matchAll(/<(\/?)([\w:]+)((?:[^<>"]|"[^"<]*")*?)(\/?)>/g)) {
    if (end === '/') {
      if (open.pop() !== name) return `</${name}> closes nothing`;
    } else if (closed !== '/') open.push(name);
    const attributes = [...rest.matchAll(/([\w:]+)="/g)].map(([, attribute]) => attribute);
    if (new Set(attributes).size !== attributes.length) return `<${name}> says something twice`;
  }
  if (open.length > 0) return `<${open.at(-1)}> is not closed`;
  const words = xml.replace(/<\?.*?\?>|<\/?[\w:]+(?:[^<>"]|"[^"<]*")*>/g, '');
  if (/[<>]/.test(words)) return 'a bare angle bracket';
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i.test(xml)) return 'a bare ampersand';
  return /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(xml) || !xml.isWellFormed() ? 'a forbidden character' : null;
};
