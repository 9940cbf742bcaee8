import type { StatedFigureRow } from '../../../db/contract/stated-figures.ts';
import { measuresFor } from '../../../db/domain/stated-figures.ts';
import { reviewHref } from '../../app/links.ts';
import { dateOf, editDate, editLink, editRecord, noneKey } from '../../app/use-record-edit.ts';
import { EditableDate, EditableNumber, EditableSelect, EditableText, Pill, type SimpleColumn } from '../../ui/index.ts';
import { RowTools } from '../reviews/review/RowTools.tsx';

type FigureProps = { readonly figure: StatedFigureRow };

/** What a figure can stand beside, and none. */
export const measureOptions = (about: 'board' | 'review') => [
  { key: noneKey, label: 'Nothing that is counted' },
  ...measuresFor(about).map(({ measure, words }) => ({ key: measure, label: words })),
];

const options = { board: measureOptions('board'), review: measureOptions('review') };

const nameOf = ({ statement }: StatedFigureRow): string => `the figure “${statement}”`;

const stated: SimpleColumn<StatedFigureRow> = {
  key: 'statement',
  heading: 'As stated',
  width: '30%',
  render: (figure) => <Stated figure={figure} />,
};
const counted: SimpleColumn<StatedFigureRow> = {
  key: 'computed',
  heading: 'As counted here',
  width: '26%',
  render: (figure) => <Counted figure={figure} />,
};
const about: SimpleColumn<StatedFigureRow> = {
  key: 'review',
  heading: 'About',
  width: '112px',
  render: ({ reviewId, reference }) =>
    reviewId === null ? 'The board' : <a href={reviewHref(reviewId, 'figures')}>{reference}</a>,
};
const source: SimpleColumn<StatedFigureRow> = {
  key: 'source',
  heading: 'Source',
  render: (figure) => <Source figure={figure} />,
};
const tools: SimpleColumn<StatedFigureRow> = {
  key: 'tools',
  heading: 'More',
  width: '72px',
  align: 'end',
  render: (figure) => <RowTools table="statedFigures" id={figure.id} what={nameOf(figure)} />,
};

export const figuresOfReview: readonly SimpleColumn<StatedFigureRow>[] = [stated, counted, source, tools];
export const figuresOfBoard: readonly SimpleColumn<StatedFigureRow>[] = [stated, counted, about, source, tools];

function Stated({ figure }: FigureProps) {
  return (
    <>
      <EditableText
        layout="bare"
        label={`As stated, ${nameOf(figure)}`}
        value={figure.statement}
        onSave={editRecord('statedFigures', figure, 'statement')}
        whenRefusedEmpty="Write the figure in the paper’s own words."
      />
      <div className="figures-pair">
        <EditableNumber
          layout="bare"
          label={`Figure, ${nameOf(figure)}`}
          whenEmpty="No figure"
          value={figure.stated}
          onSave={editRecord('statedFigures', figure, 'stated')}
        />
        <EditableText
          layout="bare"
          label={`Of what, ${nameOf(figure)}`}
          whenEmpty="of nothing named"
          value={figure.unit}
          onSave={editRecord('statedFigures', figure, 'unit')}
        />
      </div>
    </>
  );
}

function Counted({ figure }: FigureProps) {
  const { computed, differs, words, difference, unit, measure, reviewId } = figure;
  const ofUnit = unit === '' || unit === '%' ? unit : ` ${unit}`;
  return (
    <>
      <p className={computed === null ? 'ui-quiet' : undefined}>
        {differs ? `${(computed ?? 0).toLocaleString('en-GB')}${ofUnit} ` : words}
        {differs && (
          <Pill tone="amber" symbol="◆">
            {difference}
          </Pill>
        )}
      </p>
      <EditableSelect
        layout="bare"
        label={`Beside which count, ${nameOf(figure)}`}
        options={options[reviewId === null ? 'board' : 'review']}
        value={measure ?? noneKey}
        onSave={editLink('statedFigures', figure, 'measure')}
      />
    </>
  );
}

function Source({ figure }: FigureProps) {
  return (
    <>
      <EditableText
        layout="bare"
        label={`Source, ${nameOf(figure)}`}
        value={figure.source}
        onSave={editRecord('statedFigures', figure, 'source')}
        whenRefusedEmpty="Say where it is stated."
      />
      <EditableDate
        layout="bare"
        label={`Dated, ${nameOf(figure)}`}
        whenEmpty="No date"
        value={dateOf('statedFigures', figure, 'sourceDate')}
        onSave={editDate('statedFigures', figure, 'sourceDate')}
      />
      <EditableText
        layout="bare"
        label={`Note, ${nameOf(figure)}`}
        whenEmpty="No note"
        value={figure.note}
        onSave={editRecord('statedFigures', figure, 'note')}
      />
    </>
  );
}
