import { useEffect, useId, useRef } from 'react';

export type FieldProblem = {
  readonly message: string;
  /** The id of the field to go to. */
  readonly fieldId?: string;
};

export type ErrorSummaryProps = {
  readonly title?: string;
  readonly problems: readonly FieldProblem[];
};

/** At the top of a form that could not be sent: takes the focus, names each problem and leads to its field. */
export function ErrorSummary({ title = 'There is a problem', problems }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const messages = problems.map((problem) => problem.message).join('\n');
  useEffect(() => {
    if (messages !== '') box.current?.focus();
  }, [messages]);
  if (problems.length === 0) return null;
  return (
    <div ref={box} className="ui-error-summary" role="alert" aria-labelledby={titleId} tabIndex={-1}>
      <h2 id={titleId}>{title}</h2>
      <ul>
        {problems.map(({ message, fieldId }) => (
          <li key={message}>
            {fieldId ? (
              <a href={`#${fieldId}`} onClick={(event) => goToField(event, fieldId)}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

const goToField = (event: { preventDefault(): void }, fieldId: string): void => {
  event.preventDefault();
  const place = document.getElementById(fieldId);
  const control = place?.matches('input, textarea, button')
    ? place
    : place?.querySelector<HTMLElement>('input, textarea, button');
  (control ?? place)?.focus();
};
