/** The first thing the Tab key reaches: jumps over the rail to the work. */
export function SkipLink({
  target,
  children = 'Skip to main content',
}: {
  readonly target: string;
  readonly children?: string;
}) {
  return (
    <a className="ui-skip-link" href={`#${target}`} onClick={(event) => focusInstead(event, target)}>
      {children}
    </a>
  );
}

/** The address belongs to the router, so the focus moves without changing it. */
const focusInstead = (event: { preventDefault(): void }, target: string): void => {
  event.preventDefault();
  document.getElementById(target)?.focus();
};
