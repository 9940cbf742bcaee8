import './recommendations.css';
import { useMemo, useState } from 'react';
import {
  RECOMMENDATION_SCOPE_LABELS,
  RECOMMENDATION_SCOPES,
  type RecommendationScope,
} from '../../../../db/domain/codes.ts';
import { countOf } from '../../../../db/domain/plain-words.ts';
import { type RecommendationLine, readRecommendationLines } from '../../../../db/domain/recommendation-lines.ts';
import { client } from '../../../client.ts';
import { Select, type SimpleColumn, SimpleTable, TextArea } from '../../../ui/index.ts';
import { ActDialog } from '../acts/ActDialog.tsx';
import { runAct } from '../acts/run-act.ts';

export type PasteRecommendationsProps = {
  readonly source: { readonly reviewId: string } | { readonly externalReportId: string };
  /** Numbers that are in use there. */
  readonly taken: readonly string[];
  readonly onClose: () => void;
};

type Line = RecommendationLine & { readonly key: string };

const scopes = RECOMMENDATION_SCOPES.map((scope) => ({ key: scope, label: RECOMMENDATION_SCOPE_LABELS[scope] }));

const columns: readonly SimpleColumn<Line>[] = [
  { key: 'number', heading: 'Number', width: '5rem', isRowHeading: true, render: ({ number }) => number },
  {
    key: 'text',
    heading: 'Recommendation',
    render: ({ text, problem }) => (
      <>
        {text}
        {problem !== null && <span className="ui-field-error"> Left out: {problem}</span>}
      </>
    ),
  },
];

/** Many recommendations from a report or a spreadsheet: what will be made of the lines is shown before it is made, as one change. */
export function PasteRecommendations({ source, taken, onClose }: PasteRecommendationsProps) {
  const [pasted, setPasted] = useState('');
  const [scope, setScope] = useState<RecommendationScope>('externalReportId' in source ? 'national' : 'local');
  const lines = useMemo(
    () =>
      readRecommendationLines(pasted, { taken, firstNumber: nextNumber(taken) }).map((line, at) => ({
        ...line,
        key: String(at),
      })),
    [pasted, taken],
  );
  const good = lines.filter(({ problem }) => problem === null);
  const words = countOf(good.length, 'recommendation', 'recommendations');
  const submit = () =>
    runAct(
      () =>
        client.recommendations.addMany({
          ...source,
          scope,
          lines: good.map(({ number, text }) => ({ number, text })),
        }),
      `Added ${words}`,
    );
  return (
    <ActDialog
      title="Add many recommendations"
      submitLabel={good.length === 0 ? 'Add the recommendations' : `Add ${words}`}
      onClose={onClose}
      isReady={good.length > 0}
      onSubmit={submit}
      width="wide"
    >
      {(tried) => (
        <>
          <TextArea
            label="Paste them here"
            hint="One to a line with its number, or two columns of a spreadsheet. A line without a number belongs to the one before it."
            rows={6}
            value={pasted}
            onChange={setPasted}
            error={tried && good.length === 0 ? 'Paste at least one recommendation.' : undefined}
            autoFocus
          />
          <Select
            label="Scope"
            options={scopes}
            value={scope}
            onChange={(key) => setScope(key as RecommendationScope)}
          />
          {lines.length > 0 && (
            <div className="paste-preview">
              <p role="status">{previewWords(lines.length, good.length)}</p>
              <SimpleTable
                caption="What will be added"
                hideCaption
                columns={columns}
                rows={lines}
                rowKey={({ key }) => key}
                whenEmpty=""
              />
            </div>
          )}
        </>
      )}
    </ActDialog>
  );
}

const previewWords = (all: number, good: number): string =>
  all === good
    ? `${countOf(good, 'recommendation', 'recommendations')} will be added.`
    : `${countOf(good, 'recommendation', 'recommendations')} will be added, ${all - good} left out.`;

/** One more than the highest whole number in use. */
const nextNumber = (taken: readonly string[]): number =>
  taken.reduce((most, number) => Math.max(most, Number.parseInt(number, 10) || 0), 0) + 1;
