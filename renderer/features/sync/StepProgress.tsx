import { Progress } from '../../ui/index.ts';

export type WorkStep = { readonly doing: string; readonly done: number; readonly of: number };

/** How far long work is, as the data process tells it; work of one step only says that it goes on. */
export function StepProgress({ step, onCancel }: { readonly step: WorkStep; readonly onCancel?: () => void }) {
  const { doing, done, of } = step;
  return <Progress label={doing} done={of <= 1 ? null : done / of} onCancel={onCancel} />;
}
