import './new/new-review.css';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { goTo } from '../../app/go-to.ts';
import { hrefTo } from '../../app/links.ts';
import { useBoard } from '../../app/use-board.ts';
import { useSave } from '../../app/use-save.ts';
import { client } from '../../client.ts';
import { useDraft } from '../../state/drafts.ts';
import type { ListSearch } from '../../state/lists.ts';
import {
  Button,
  ComboBox,
  DateEntry,
  ErrorSummary,
  type FieldProblem,
  KeyHint,
  Page,
  PageHeader,
  Section,
  TextField,
} from '../../ui/index.ts';
import { CaseFields } from './new/CaseFields.tsx';
import { ClocksToStart } from './new/ClocksToStart.tsx';
import { LeadFields } from './new/LeadFields.tsx';
import { emptyReview, formToReview, type NewReviewForm, problemsOf } from './new/new-review-form.ts';
import { useSuggestedReference } from './new/use-suggested-reference.ts';

/** `?beside=ID` puts the review beside one of the same case; `?convert=ID` makes it the one that review became. */
export function NewReviewPlace() {
  const { reviewTypes, today } = useBoard();
  const { beside, convert } = useSearch({ strict: false }) as ListSearch;
  const [form, change, forget] = useDraft<NewReviewForm>(
    `new review ${beside ?? convert ?? ''}`,
    startingForm(beside, convert),
  );
  const suggested = useSuggestedReference(form.reviewTypeId);
  const reference = form.reference ?? suggested;
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [dateProblems, setDateProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const { save, isSaving } = useSave();
  const problemAt = (fieldId: string): string | undefined =>
    problems.find((problem) => problem.fieldId === fieldId)?.message;
  const hearDate = (fieldId: string, problem: string | null): void =>
    setDateProblems(
      (now) => new Map([...now].filter(([id]) => id !== fieldId).concat(problem === null ? [] : [[fieldId, problem]])),
    );

  const record = async (): Promise<void> => {
    const found = [
      ...problemsOf(form, reference, today),
      ...[...dateProblems].map(([fieldId, message]) => ({ fieldId, message })),
    ];
    setProblems(found);
    if (found.length > 0) return;
    const outcome = await save(
      async () => client.reviews.add(formToReview(form, { reference, caseId: await caseIdOf(form) })),
      `Recorded ${reference}`,
    );
    if (!outcome.ok) return setProblems([{ message: outcome.message }]);
    forget();
    goTo(`/reviews/${outcome.answer.id}`);
  };

  return (
    <Page>
      <PageHeader title="Record a review" above={<a href={hrefTo('/reviews')}>Reviews</a>} />
      <div className="new-review-page">
        <form
          className="new-review"
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            void record();
          }}
        >
          <ErrorSummary problems={problems} />
          <div className="new-review-row">
            <div id="new-type">
              <ComboBox
                label="Type of review"
                options={reviewTypes.map((type) => ({ key: type.id, label: type.name, note: type.commissioningBody }))}
                value={form.reviewTypeId}
                onChange={(reviewTypeId) => change({ reviewTypeId })}
                error={problemAt('new-type')}
                width="full"
                autoFocus
              />
            </div>
            <div id="new-reference">
              <TextField
                label="Reference"
                value={reference}
                onChange={(typed) => change({ reference: typed })}
                error={problemAt('new-reference')}
                width="medium"
              />
            </div>
          </div>
          <div className="new-review-row new-review-dates">
            <div id="new-notified">
              <DateEntry
                label="Notified on"
                hint="The day the board was told."
                value={form.notified}
                onChange={(notified) => change({ notified })}
                onProblem={(problem) => hearDate('new-notified', problem)}
                error={problemAt('new-notified')}
                optional
              />
            </div>
            {form.caseChoice === 'new' && (
              <div id="new-incident">
                <DateEntry
                  label="Date of the incident"
                  hint="As exactly as it is known."
                  value={form.incident}
                  onChange={(incident) => change({ incident })}
                  onProblem={(problem) => hearDate('new-incident', problem)}
                  error={problemAt('new-incident')}
                  optional
                />
              </div>
            )}
          </div>
          <CaseFields form={form} change={change} caseProblem={problemAt('new-case')} />
          <LeadFields form={form} change={change} problem={problemAt('new-lead-body')} />
          <TextField
            label="Title"
            hint="In a few plain words, if it helps you find the review."
            value={form.title}
            onChange={(title) => change({ title })}
            optional
          />
          <div className="ui-row">
            <Button kind="primary" busy={isSaving} onPress={() => void record()}>
              Record the review
            </Button>
            <Button onPress={() => goTo('/reviews')}>Cancel</Button>
            <span className="ui-quiet">
              <KeyHint keys="Ctrl+Enter" /> records it
            </span>
          </div>
        </form>
        <aside className="new-review-aside" aria-label="Clocks it will start">
          <Section heading="Clocks it will start">
            <ClocksToStart
              reviewTypeId={form.reviewTypeId}
              notified={form.notified}
              isLedElsewhere={form.lead === 'led-elsewhere'}
            />
          </Section>
        </aside>
      </div>
    </Page>
  );
}

const startingForm = (beside: string | undefined, convert: string | undefined): NewReviewForm => ({
  ...emptyReview,
  ...(beside === undefined ? {} : { caseChoice: 'same', besideReviewId: beside }),
  ...(convert === undefined ? {} : { caseChoice: 'converted', besideReviewId: convert }),
});

/** The list of reviews does not tell their cases, so the chosen review is asked for its own. */
const caseIdOf = async ({ caseChoice, besideReviewId }: NewReviewForm): Promise<string | undefined> =>
  caseChoice === 'new' || besideReviewId === null
    ? undefined
    : (await client.reviews.get({ id: besideReviewId })).review.caseId;
