import { Button } from '../../ui/index.ts';
import type { DeadlineView } from './deadline-search.ts';

type ViewChoiceProps = { readonly view: DeadlineView; readonly onChange: (view: DeadlineView) => void };

const views: readonly { readonly view: DeadlineView; readonly label: string }[] = [
  { view: 'agenda', label: 'Agenda' },
  { view: 'month', label: 'Month' },
];

export function ViewChoice({ view: current, onChange }: ViewChoiceProps) {
  return (
    <div className="deadline-views" role="group" aria-label="View">
      {views.map(({ view, label }) => (
        <Button key={view} size="small" kind="quiet" aria-pressed={view === current} onPress={() => onChange(view)}>
          {label}
        </Button>
      ))}
    </div>
  );
}
