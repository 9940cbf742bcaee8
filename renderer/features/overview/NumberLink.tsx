import './overview.css';
import { VisuallyHidden } from '../../ui/index.ts';

type NumberLinkProps = {
  readonly value: number;
  /** What is counted, read aloud after the number: "overdue actions of the police". */
  readonly of: string;
  /** The list behind it. Left out where there is none. */
  readonly href?: string;
};

/** A number in a table that opens the list behind it; nought has none. */
export function NumberLink({ value, of, href }: NumberLinkProps) {
  const number = value.toLocaleString('en-GB');
  if (value === 0 || href === undefined) return <span className={value === 0 ? 'ui-quiet' : undefined}>{number}</span>;
  return (
    <a className="overview-number" href={href}>
      {number}
      <VisuallyHidden> {of}</VisuallyHidden>
    </a>
  );
}
