import type { ReactNode } from 'react';
import { Link as AriaLink } from 'react-aria-components';

export type LinkProps = {
  readonly href: string;
  readonly children: ReactNode;
  /** Given where the words alone would not say where it leads. */
  readonly 'aria-label'?: string;
};

/** A link within the program; followed by the router given to React Aria's RouterProvider. */
export function Link(props: LinkProps) {
  return <AriaLink {...props} className="ui-link" />;
}
