import '../actions/actions.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnsweredRecommendation, AnsweredReport } from '../../../db/contract/external-reports.ts';
import type { ListSearch } from '../../state/lists.ts';
import { BulkBar, Button, Checkbox, EmptyState, Section, Select } from '../../ui/index.ts';
import { AnswerDialog } from '../actions/recommendations/AnswerDialog.tsx';
import { InPlaceDialog } from '../actions/recommendations/InPlaceDialog.tsx';
import { PasteRecommendations } from '../actions/recommendations/PasteRecommendations.tsx';
import { RecommendationThemesDialog } from '../actions/recommendations/RecommendationThemesDialog.tsx';
import { AnsweredRecommendationItem } from './AnsweredRecommendationItem.tsx';
import { narrowed, readShown, SHOWN } from './recommendation-filter.ts';

type AnsweredRecommendationsProps = {
  readonly report: AnsweredReport;
  readonly recommendations: readonly AnsweredRecommendation[];
  readonly isReadOnly: boolean;
};

type Act = 'answer' | 'in-place' | 'themes';

const acts = { answer: AnswerDialog, 'in-place': InPlaceDialog, themes: RecommendationThemesDialog } as const;

/** All its recommendations in their order; several are answered, marked or filed at once. */
export function AnsweredRecommendations({ report, recommendations, isReadOnly }: AnsweredRecommendationsProps) {
  const search = useSearch({ strict: false }) as ListSearch;
  const navigate = useNavigate();
  const [isPasting, setIsPasting] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [act, setAct] = useState<Act | null>(null);
  const shown = readShown(search['show']);
  const rows = narrowed(recommendations, shown);
  const selected = rows.filter(({ id }) => chosen.has(id));
  const ActDialog = act === null ? null : acts[act];
  const choose = (id: string, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const chooseAll = (areChosen: boolean): void => setChosen(new Set(areChosen ? rows.map(({ id }) => id) : []));
  const show = (key: string): void =>
    void navigate({
      to: '/actions/answered/$reportId',
      params: { reportId: report.id },
      search: key === 'all' ? {} : { show: key },
      replace: true,
    });
  return (
    <Section
      heading="Recommendations"
      count={recommendations.length}
      actions={
        !isReadOnly && (
          <Button size="small" icon="add" onPress={() => setIsPasting(true)}>
            Add recommendations
          </Button>
        )
      }
    >
      {recommendations.length === 0 && (
        <EmptyState title="No recommendation of it is on the register">
          Paste them from the report or from a spreadsheet, all at once. Then say which agencies they are addressed to,
          and which were in place already.
        </EmptyState>
      )}
      {recommendations.length > 0 && (
        <div className="answered-tools">
          <Select label="Show" options={SHOWN} value={shown} onChange={show} />
          {!isReadOnly && rows.length > 0 && (
            <Checkbox
              isSelected={selected.length === rows.length}
              isIndeterminate={selected.length > 0 && selected.length < rows.length}
              onChange={chooseAll}
            >
              Select all {rows.length.toLocaleString('en-GB')} shown
            </Checkbox>
          )}
        </div>
      )}
      {recommendations.length > 0 && rows.length === 0 && <p className="ui-quiet">None of them is so.</p>}
      <div className="answered-recommendations">
        {rows.map((recommendation) => (
          <AnsweredRecommendationItem
            key={recommendation.id}
            recommendation={recommendation}
            isChosen={chosen.has(recommendation.id)}
            onChoose={isReadOnly ? null : choose}
          />
        ))}
      </div>
      <BulkBar
        count={selected.length}
        words={['recommendation', 'recommendations']}
        onClear={() => setChosen(new Set())}
      >
        <Button size="small" onPress={() => setAct('answer')}>
          Record an answer
        </Button>
        <Button size="small" onPress={() => setAct('in-place')}>
          Mark as in place
        </Button>
        <Button size="small" onPress={() => setAct('themes')}>
          File under themes
        </Button>
      </BulkBar>
      {ActDialog !== null && <ActDialog recommendations={selected} onClose={() => setAct(null)} />}
      {isPasting && (
        <PasteRecommendations
          source={{ externalReportId: report.id }}
          taken={recommendations.map(({ number }) => number)}
          onClose={() => setIsPasting(false)}
        />
      )}
    </Section>
  );
}
