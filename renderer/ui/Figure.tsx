import { Button as AriaButton, Link } from 'react-aria-components';
import { classNames } from './class-names.ts';
import type { Tone } from './Pill.tsx';

export type FigureProps = {
  readonly value: number | string;
  /** What is counted, in words: "actions overdue". */
  readonly label: string;
  /** What qualifies the figure: "of 40 open actions, the oldest 96 days". */
  readonly note?: string;
  /** Only where the figure itself is a warning. */
  readonly tone?: Tone;
  /** Where the list behind the figure is; or onPress. */
  readonly href?: string;
  readonly onPress?: () => void;
};

/** A figure that opens the list behind it. */
export function Figure({ value, label, note, tone, href, onPress }: FigureProps) {
  const words = (
    <>
      <span className={classNames('ui-figure-value', tone && `ui-figure-${tone}`)}>
        {typeof value === 'number' ? value.toLocaleString('en-GB') : value}
      </span>
      <span className="ui-figure-label">{label}</span>
      {note && <span className="ui-figure-note">{note}</span>}
    </>
  );
  if (href !== undefined)
    return (
      <Link className="ui-figure" href={href}>
        {words}
      </Link>
    );
  if (onPress)
    return (
      <AriaButton className="ui-figure" onPress={onPress}>
        {words}
      </AriaButton>
    );
  return <div className="ui-figure">{words}</div>;
}
