import { useQuery } from '@tanstack/react-query';
import type { ThemeDetail } from '../../../../db/contract/themes.ts';
import { hrefTo, listHref, reviewHref, themeHref, themesHref } from '../../../app/links.ts';
import { Failure } from '../../../app/Failure.tsx';
import { api } from '../../../client.ts';
import { editOptionalText, editRecord } from '../../../app/use-record-edit.ts';
import {
  DefinitionList,
  EditableLongText,
  EditableText,
  Section,
  type SimpleColumn,
  SimpleTable,
  Skeleton,
} from '../../../ui/index.ts';
import { ActionTable } from '../../reviews/review/ActionTable.tsx';
import { AddInline } from '../../reviews/review/AddInline.tsx';
import { HistoryEntries } from '../../reviews/review/HistoryEntries.tsx';
import { CheckTable } from '../learning/CheckTable.tsx';
import { NewCheck } from '../learning/NewCheck.tsx';
import { NewProduct } from '../learning/NewProduct.tsx';
import { ProductTable } from '../learning/ProductTable.tsx';
import { RecurrencePill } from '../RecurrencePill.tsx';
import { SeenReviews } from '../SeenReviews.tsx';
import { NewTask } from '../tasks/NewTask.tsx';
import { TaskTable } from '../tasks/TaskTable.tsx';
import { Mappings } from './Mappings.tsx';

type PartProps = { readonly detail: ThemeDetail };

export function ThemeParts({ detail }: PartProps) {
  return (
    <div className="review-parts">
      <Definition detail={detail} />
      <Mappings themeId={detail.theme.id} mappings={detail.mappings} />
      <Recurrence detail={detail} />
      <Reviews detail={detail} />
      <Recommendations detail={detail} />
      <Actions detail={detail} />
      <Tasks detail={detail} />
      <Learning detail={detail} />
      <ThemeHistory detail={detail} />
    </div>
  );
}

function Definition({ detail: { theme, below } }: PartProps) {
  return (
    <Section id="definition" heading="Definition">
      <DefinitionList>
        <EditableText
          label="Name"
          value={theme.name}
          onSave={editRecord('themes', theme, 'name')}
          whenRefusedEmpty="A theme needs a name."
        />
        <EditableLongText
          label="What belongs here"
          value={theme.definition ?? ''}
          onSave={editOptionalText('themes', theme, 'definition')}
          draftKey={`themes/${theme.id}/definition`}
        />
        <EditableText
          label="Source"
          value={theme.source}
          onSave={editRecord('themes', theme, 'source')}
          whenEmpty="None"
        />
        <EditableText
          label="Code"
          value={theme.code}
          onSave={editRecord('themes', theme, 'code')}
          whenRefusedEmpty="A theme needs a code."
        />
        {below.length > 0 && (
          <div className="ui-definition">
            <dt>Takes in</dt>
            <dd className="ui-definition-value">
              {below.map(({ id, name }, place) => (
                <span key={id}>
                  {place > 0 && ', '}
                  <a href={themeHref(id)}>{name}</a>
                </span>
              ))}
            </dd>
          </div>
        )}
      </DefinitionList>
    </Section>
  );
}

function Recurrence({ detail: { theme, recurrence, below } }: PartProps) {
  return (
    <Section
      id="recurrence"
      heading="Recurrence"
      note={
        below.length > 0
          ? 'Of what is filed under this theme itself; each theme it takes in recurs on its own account.'
          : 'A review comes after a sign-off when its incident did. Of imprecise dates only what is certain counts.'
      }
      actions={<a href={themesHref('trend', { theme: theme.id })}>Its trend by year</a>}
    >
      <p>
        <RecurrencePill mark={recurrence.mark} /> {recurrence.words}
      </p>
      {recurrence.afterSignOff.length > 0 && (
        <ul className="theme-recurrence" aria-label="After its actions were signed off">
          {recurrence.afterSignOff.map(({ reviewId, words }) => (
            <li key={reviewId}>
              {words} <a href={reviewHref(reviewId, 'themes')}>Open the review</a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Reviews({ detail: { theme, reviews, figures } }: PartProps) {
  return (
    <Section
      id="reviews"
      heading="Reviews"
      count={figures.reviews}
      actions={<a href={listHref('reviews', { themeId: theme.id })}>All of them in the list</a>}
    >
      <SeenReviews caption="Reviews with this theme" reviews={reviews} whenEmpty="No review has this theme yet." />
      <Shown shown={reviews.length} of={figures.reviews} />
    </Section>
  );
}

type RecommendationRow = ThemeDetail['recommendations'][number];

const originHref = ({ reviewId, externalReportId }: RecommendationRow): string | null => {
  if (reviewId !== null) return reviewHref(reviewId, 'plan');
  return externalReportId === null ? null : hrefTo(`/actions/answered/${externalReportId}`);
};

const recommendationColumns: readonly SimpleColumn<RecommendationRow>[] = [
  {
    key: 'origin',
    heading: 'From',
    width: '160px',
    render: (row) => {
      const href = originHref(row);
      return href === null ? row.origin : <a href={href}>{row.origin}</a>;
    },
  },
  { key: 'number', heading: 'Number', width: '80px', isRowHeading: true, render: ({ number }) => number },
  { key: 'text', heading: 'Recommendation', render: ({ text }) => text },
];

function Recommendations({ detail: { recommendations, figures } }: PartProps) {
  return (
    <Section id="recommendations" heading="Recommendations" count={figures.recommendations}>
      <SimpleTable
        caption="Recommendations with this theme"
        hideCaption
        columns={recommendationColumns}
        rows={recommendations}
        rowKey={({ id }) => id}
        whenEmpty="No recommendation is filed under this theme."
      />
      <Shown shown={recommendations.length} of={figures.recommendations} />
    </Section>
  );
}

function Actions({ detail: { theme, actions, figures } }: PartProps) {
  return (
    <Section
      id="actions"
      heading="Actions"
      count={figures.actions}
      note="Filed under it, or answering a recommendation that is."
      actions={figures.actions > 0 && <a href={listHref('actions', { themeId: theme.id })}>All of them in the list</a>}
    >
      {actions.length === 0 ? (
        <p className="ui-quiet">No action is filed under this theme.</p>
      ) : (
        <ActionTable caption="Actions with this theme" actions={actions} />
      )}
      <Shown shown={actions.length} of={figures.actions} />
    </Section>
  );
}

function Shown({ shown, of }: { readonly shown: number; readonly of: number }) {
  return shown < of ? <p className="ui-quiet">{`The first ${shown} of ${of} are shown.`}</p> : null;
}

function Tasks({ detail: { theme, tasks } }: PartProps) {
  return (
    <Section
      id="tasks"
      heading="Embed and verify"
      count={tasks.length}
      note="Which body embeds the change, and what it found when it looked whether that worked."
    >
      <TaskTable
        tasks={tasks}
        caption="Tasks for this theme"
        hideTheme={tasks.every(({ themeId }) => themeId === theme.id)}
      />
      <AddInline label="Pass this theme to a body">
        {(close) => <NewTask themeId={theme.id} onClose={close} />}
      </AddInline>
    </Section>
  );
}

function Learning({ detail: { theme, learningProducts, impactChecks } }: PartProps) {
  return (
    <Section id="learning" heading="Learning and impact" actions={<a href={themesHref('learning')}>All learning</a>}>
      <Section level={3} heading="Learning products" count={learningProducts.length}>
        <ProductTable products={learningProducts} whenEmpty="Nothing was issued on this theme yet." />
        <AddInline label="Add a learning product">
          {(close) => <NewProduct themeId={theme.id} onClose={close} />}
        </AddInline>
      </Section>
      <Section level={3} heading="Impact checks" count={impactChecks.length}>
        <CheckTable checks={impactChecks} whenEmpty="No check is planned yet." />
        <AddInline label="Plan an impact check">{(close) => <NewCheck themeId={theme.id} onClose={close} />}</AddInline>
      </Section>
    </Section>
  );
}

function ThemeHistory({ detail: { theme } }: PartProps) {
  const { data, error, refetch } = useQuery(api.history.ofRecord.queryOptions({ input: { rowId: theme.id } }));
  return (
    <Section
      id="history"
      heading="History"
      count={data?.total}
      note="Changes of the theme itself: names, moves, mergers."
    >
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={3} />}
      {data !== undefined && <HistoryEntries entries={data.entries} isOfOneRecord />}
    </Section>
  );
}
