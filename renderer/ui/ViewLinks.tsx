export type ViewLink = { readonly href: string; readonly label: string; readonly isCurrent: boolean };

/** The ways of looking at the same things, side by side; each has an address of its own. */
export function ViewLinks({ views }: { readonly views: readonly ViewLink[] }) {
  return (
    <nav className="ui-view-links" aria-label="View">
      {views.map(({ href, label, isCurrent }) => (
        <a key={href} href={href} aria-current={isCurrent ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}
