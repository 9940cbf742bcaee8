/** The names of the files in a device's folder. Everything else there is not looked at. */
export type BundleName =
  /** Operations of the device itself, first to last. */
  | { readonly kind: 'own'; readonly first: number; readonly last: number }
  /** What it passes on of others, counted from 1. */
  | { readonly kind: 'relay'; readonly number: number };

export const bundleFileName = (name: BundleName): string =>
  name.kind === 'own' ? `${digits(name.first)}-${digits(name.last)}.sync` : `relay-${digits(name.number)}.sync`;

/** Null for every name that `bundleFileName` does not give: parts, copies, other people's files. */
export const fileNameToBundle = (file: string): BundleName | null => {
  const [, first, last, number] = /^(?:(\d{6,15})-(\d{6,15})|relay-(\d{6,15}))\.sync$/.exec(file) ?? [];
  const name: BundleName =
    number === undefined
      ? { kind: 'own', first: Number(first), last: Number(last) }
      : { kind: 'relay', number: Number(number) };
  const isOrdered = name.kind === 'own' ? name.first >= 1 && name.first <= name.last : name.number >= 1;
  return isOrdered && bundleFileName(name) === file ? name : null;
};

const digits = (number: number): string => String(number).padStart(6, '0');
