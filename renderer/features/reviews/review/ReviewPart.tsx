import type { ReactNode } from 'react';
import { Section } from '../../../ui/index.ts';
import { labelOfSection, type ReviewSectionKey } from './sections.ts';

export type ReviewPartProps = {
  readonly part: ReviewSectionKey;
  readonly count?: number;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** One section of a review's page, under the name that the page's own navigation has for it. */
export function ReviewPart({ part, ...rest }: ReviewPartProps) {
  return <Section id={part} heading={labelOfSection(part)} {...rest} />;
}
