/** One line of the bench: figures, and where there is a limit, the ratio (or the figure) that must keep to it. */
export type Measured = {
  readonly name: string;
  readonly values: Readonly<Record<string, number>>;
  readonly unit: 'ms' | 'MB';
  /** What was timed, and by which clock. */
  readonly how: string;
} & (
  | { readonly ratio: number; readonly limit: number }
  /** The limit is for the named value itself. */
  | { readonly limitOn: string; readonly limit: number }
  | { readonly limit?: never }
);

export type Finding = Measured | { readonly name: string; readonly notRun: string };

/** What a measurement needs: folders of sample boards, which it leaves as they are. */
export type Boards = { readonly small: string; readonly big: string };

export type Measurement = {
  readonly name: string;
  readonly run: (boards: Boards) => Promise<readonly Finding[]>;
};

/** Within its limit? Null where there is none. */
export const isOk = (finding: Measured): boolean | null => {
  if (finding.limit === undefined) return null;
  const figure = 'ratio' in finding ? finding.ratio : finding.values[finding.limitOn];
  return figure !== undefined && figure <= finding.limit;
};

export const toJsonLine = (finding: Finding): string => {
  if ('notRun' in finding) return JSON.stringify(finding);
  const { name, unit, how } = finding;
  const values = Object.fromEntries(Object.entries(finding.values).map(([key, value]) => [key, rounded(value)]));
  const ratio = 'ratio' in finding ? rounded(finding.ratio) : null;
  return JSON.stringify({ name, values, unit, ratio, limit: finding.limit ?? null, ok: isOk(finding), how });
};

const rounded = (value: number): number => Number(value.toPrecision(value < 100 ? 3 : 4));

/** The last line, for people. */
export const summary = (findings: readonly Finding[]): string => {
  const measured = findings.filter((finding) => 'values' in finding);
  const over = measured.filter((finding) => isOk(finding) === false);
  const notRun = findings.filter((finding) => 'notRun' in finding);
  const within = measured.filter((finding) => isOk(finding) === true).length;
  const parts = [
    `${within} within their limits`,
    over.length === 0 ? 'none over' : `${over.length} over: ${over.map(figureInWords).join(', ')}`,
  ];
  if (notRun.length > 0) parts.push(`not run: ${notRun.map(({ name, notRun }) => `${name} (${notRun})`).join(', ')}`);
  return parts.join('; ');
};

const figureInWords = (finding: Measured): string => {
  if ('ratio' in finding) return `${finding.name} ${finding.ratio.toFixed(2)} ×, at most ${finding.limit} ×`;
  const figure = 'limitOn' in finding ? (finding.values[finding.limitOn] ?? 0) : 0;
  return `${finding.name} ${Math.round(figure)} ${finding.unit}, at most ${finding.limit} ${finding.unit}`;
};
