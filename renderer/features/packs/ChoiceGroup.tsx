import { type ReactNode, useId } from 'react';

type ChoiceGroupProps = {
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly children: ReactNode;
};

/** Several of a few, all in sight, under one label. */
export function ChoiceGroup({ label, hint, problem, children }: ChoiceGroupProps) {
  const labelId = useId();
  const problemId = useId();
  return (
    <div className="pack-choices" role="group" aria-labelledby={labelId} aria-describedby={problem && problemId}>
      <p id={labelId} className="ui-label">
        {label}
      </p>
      {hint && <p className="ui-hint">{hint}</p>}
      {problem && (
        <p id={problemId} className="ui-field-error" role="alert">
          {problem}
        </p>
      )}
      {children}
    </div>
  );
}
