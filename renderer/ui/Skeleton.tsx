import { VisuallyHidden } from './VisuallyHidden.tsx';

const widths = ['92%', '78%', '86%', '64%'] as const;

/** Holds the place of text that is on its way, so that nothing jumps when it arrives. */
export function Skeleton({ lines = 3, label = 'Loading' }: { readonly lines?: number; readonly label?: string }) {
  return (
    <div className="ui-skeleton-lines" role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <span
          key={line}
          className="ui-skeleton"
          aria-hidden="true"
          style={{ width: widths[line % widths.length], height: 12 }}
        />
      ))}
    </div>
  );
}
