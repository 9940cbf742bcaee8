import type { ReactNode } from 'react';

type PackSheetProps = {
  readonly heading: string;
  readonly marking: string;
  readonly isCover?: boolean;
  readonly children: ReactNode;
};

/** A section of the pack as a sheet of paper, with the marking at its top and its bottom. */
export function PackSheet({ heading, marking, isCover = false, children }: PackSheetProps) {
  return (
    <article className={isCover ? 'pack-sheet pack-sheet-cover' : 'pack-sheet'} aria-label={heading}>
      <p className="pack-marking">{marking}</p>
      <div className="pack-sheet-body">
        <h3>{heading}</h3>
        {children}
      </div>
      <p className="pack-marking">{marking}</p>
    </article>
  );
}
