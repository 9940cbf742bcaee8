import { type ReactNode, useEffect, useRef } from 'react';

type FocusedHeadingProps = {
  /** The person has just asked for what stands below: the focus, and what is read aloud, goes there. */
  readonly takesFocus?: boolean;
  readonly level?: 2 | 3;
  readonly children: ReactNode;
};

export function FocusedHeading({ takesFocus = true, level = 2, children }: FocusedHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const Heading = `h${level}` as const;
  return (
    <Heading ref={heading} tabIndex={-1} className="sync-heading">
      {children}
    </Heading>
  );
}
