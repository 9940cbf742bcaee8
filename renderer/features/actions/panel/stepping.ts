/** To the neighbours of what a panel shows; null where there is none. */
export type Stepping = { readonly onPrevious: (() => void) | null; readonly onNext: (() => void) | null };
