/** The square of a checkbox, as a picture: the state itself is said by the control or row that shows it. */
export function CheckMark({ state }: { readonly state: 'all' | 'some' | 'none' }) {
  return (
    <span className="ui-check-mark" data-state={state} aria-hidden="true">
      <svg
        width="12"
        height="12"
        viewBox="0 0 12 12"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      >
        {state === 'all' && <path d="m2.25 6.25 2.5 2.5 5-5.5" strokeLinejoin="round" />}
        {state === 'some' && <path d="M2.5 6h7" />}
      </svg>
    </span>
  );
}
