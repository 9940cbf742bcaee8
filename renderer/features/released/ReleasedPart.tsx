import type { ReactNode } from 'react';
import { Section } from '../../ui/index.ts';
import { ReleasedWords } from './ReleasedWords.tsx';
import type { ReleasedSubject } from './released-subject.ts';

type ReleasedPartProps = {
  readonly subject: ReleasedSubject;
  /** What else of it can be released. */
  readonly children?: ReactNode;
};

/** The words for the public, as a part of a panel or a page. */
export function ReleasedPart({ subject, children }: ReleasedPartProps) {
  return (
    <Section heading="Words for the public" level={3}>
      <ReleasedWords subject={subject} />
      {children}
    </Section>
  );
}
