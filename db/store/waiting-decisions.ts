/**
 * The one place that says which recorded decisions count. Two of one matter that laptops recorded apart from each other wait for
 * a person, and until then neither counts: no clock, and no id made from one, says which came last. What stood before holds.
 */
const WAITING = `(select side.value from conflicts x, json_each(x.sides) side where x.kind = 'two-decisions')`;

/** Whether the row waits to be settled. `row`: how the query names a row of `approvals`, `proceedDecisions` or `publicationDecisions`. */
export const waitsSql = (row: string): string => `${row}.id in ${WAITING}`;

/** Whether the row counts: it stands, and waits for nobody. */
export const countsSql = (row: string): string => `(${row}.removed is null and ${row}.id not in ${WAITING})`;
