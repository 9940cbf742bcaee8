import { Meter as AriaMeter } from 'react-aria-components';
import type { Tone } from './Pill.tsx';

export type MeterProps = {
  /** What is measured; read aloud, and shown unless hidden. */
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: number;
  readonly outOf: number;
  readonly tone?: Tone | 'accent';
};

/** A share as a bar, always with its numerator and denominator: "12 of 40 (30%)". */
export function Meter({ label, hideLabel = false, value, outOf, tone = 'accent' }: MeterProps) {
  const words = shareInWords(value, outOf);
  return (
    <AriaMeter
      className="ui-meter"
      aria-label={label}
      value={value}
      minValue={0}
      maxValue={Math.max(outOf, 1)}
      valueLabel={words}
    >
      {({ percentage }) => (
        <>
          {!hideLabel && <span className="ui-meter-label">{label}</span>}
          <span className="ui-meter-track" aria-hidden="true">
            <span className={`ui-meter-bar ui-meter-${tone}`} style={{ width: `${outOf === 0 ? 0 : percentage}%` }} />
          </span>
          <span className="ui-meter-words">{words}</span>
        </>
      )}
    </AriaMeter>
  );
}

/** Whole percentages, halves up; nought of nought has none. */
export const shareInWords = (value: number, outOf: number): string => {
  const figures = `${value.toLocaleString('en-GB')} of ${outOf.toLocaleString('en-GB')}`;
  return outOf === 0 ? figures : `${figures} (${Math.round((value / outOf) * 100)}%)`;
};
