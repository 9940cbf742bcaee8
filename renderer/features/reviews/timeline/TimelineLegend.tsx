const entries = [
  { label: 'Event', drawing: <circle className="timeline-event" cx={12} cy={8} r={4} /> },
  {
    label: 'Event, not known to the day',
    drawing: <path className="timeline-event-about" d="M12 3l5 5l-5 5l-5 -5z" />,
  },
  { label: 'Clock, time used', drawing: <rect className="timeline-used" x={1} y={5} width={22} height={6} /> },
  { label: 'Time left', drawing: <rect className="timeline-left" x={1.5} y={5.5} width={21} height={5} /> },
  { label: 'Due', drawing: <line className="timeline-due" x1={12} x2={12} y1={2} y2={14} /> },
  {
    label: 'Late',
    drawing: (
      <>
        <rect className="timeline-late" x={1} y={5} width={22} height={6} />
        <rect className="timeline-late-pattern" x={1} y={5} width={22} height={6} />
      </>
    ),
  },
  { label: 'Publication delayed', drawing: <rect className="timeline-delay" x={1} y={4} width={22} height={7} /> },
  { label: 'Today', drawing: <line className="timeline-today" x1={12} x2={12} y1={0} y2={16} /> },
] as const;

/** What each mark means; told apart by shape and pattern as well as colour. */
export function TimelineLegend() {
  return (
    <ul className="timeline-legend" aria-label="Legend">
      {entries.map(({ label, drawing }) => (
        <li key={label}>
          <svg width={24} height={16} aria-hidden="true">
            {drawing}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

/** The patterns that rows and legend share. */
export function TimelinePatterns() {
  return (
    <svg className="timeline-patterns" width={0} height={0} aria-hidden="true">
      <defs>
        <pattern
          id="timeline-late-stripes"
          width={4}
          height={4}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line className="timeline-late-stripe" x1={0} x2={0} y1={0} y2={4} />
        </pattern>
        <pattern
          id="timeline-delay-hatch"
          width={5}
          height={5}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <line className="timeline-delay-stripe" x1={0} x2={0} y1={0} y2={5} />
        </pattern>
      </defs>
    </svg>
  );
}
