/** "LCSPR 2026/03 · Baby T". */
export const reviewName = ({ reference, label }: { readonly reference: string; readonly label: string }): string =>
  label === '' ? reference : `${reference} · ${label}`;
