/** Where publication stands, in sentences that a meeting or an annual report can take over. */
export function Statements({ statements }: { readonly statements: readonly string[] }) {
  return (
    <ul className="register-statements">
      {statements.map((statement) => (
        <li key={statement} className={isNil(statement) ? 'register-nil' : undefined}>
          {statement}
        </li>
      ))}
    </ul>
  );
}

/** Nil returns are said too, more quietly. */
const isNil = (statement: string): boolean => statement.startsWith('No ');
