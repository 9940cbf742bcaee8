const LONGEST_NAME = 31;

/**
 * Names a spreadsheet accepts: at most 31 characters, none of []:*?/\, no apostrophe at an end, not "History", and no two the
 * same when capitals are ignored. Long names are cut at a word; a name met again gets a number.
 */
export const sheetNames = (wanted: readonly string[]): readonly string[] => {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain = acceptable(name);
    let unique = cut(plain, LONGEST_NAME);
    for (let number = 2; taken.has(unique.toLowerCase()); number++) {
      unique = `${cut(plain, LONGEST_NAME - String(number).length - 1)} ${number}`;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
};

const acceptable = (name: string): string => {
  const plain = name
    .toWellFormed()
    .replace(/[[\]:*?/\\\0-\x1f\x7f-\x9f\ufffe\uffff]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[' ]+|[' ]+$/g, '');
  return plain === '' ? 'Sheet' : plain.toLowerCase() === 'history' ? 'History of changes' : plain;
};

const cut = (name: string, longest: number): string => {
  if (name.length <= longest) return name;
  const whole = name.slice(0, longest + 1);
  const atWord = whole.slice(0, Math.max(whole.lastIndexOf(' '), longest / 2));
  return atWord
    .slice(0, longest)
    .toWellFormed()
    .replace(/[\s,;:'–-]+$/, '');
};
