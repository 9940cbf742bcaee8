/** SQL: the date in this column may lie in the period that begins on the day given as the parameter. "2009" may lie in May 2009. */
export const mayBeSince = (column: string, day = '?'): string => `${column} >= substr(${day}, 1, length(${column}))`;
