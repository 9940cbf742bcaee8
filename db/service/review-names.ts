/** The case's label for inside use: its first, by position. */
export const LABEL = `coalesce((select l.label from labels l where l.caseId = r.caseId and l.removed is null order by l.audience = 'print', l.position, l.id limit 1), '')`;
