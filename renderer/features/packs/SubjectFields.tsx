import { skipToken, useQuery } from '@tanstack/react-query';
import { api } from '../../client.ts';
import { ComboBox, DateEntry } from '../../ui/index.ts';
import { FindReview } from '../actions/FindReview.tsx';
import { reviewName } from '../actions/review-name.ts';
import { choicesAsked, yearOf } from './pack-form.ts';
import type { PackFieldsProps } from './PackFormFields.tsx';

/** What the pack is on, where its sections ask: one review, one agency, a year. */
export function SubjectFields(props: PackFieldsProps) {
  const { review, agency, year } = choicesAsked(props.form);
  return (
    <>
      {review && <ReviewField {...props} />}
      {agency && <AgencyField {...props} />}
      {year && <YearFields {...props} />}
    </>
  );
}

function ReviewField({ form: { reviewId }, problems, change }: PackFieldsProps) {
  const { data } = useQuery(api.reviews.get.queryOptions({ input: reviewId === null ? skipToken : { id: reviewId } }));
  return (
    <FindReview
      label="Review of the briefing"
      hint={
        reviewId !== null && data !== undefined
          ? `Now ${reviewName({ reference: data.review.reference, label: data.labels[0]?.label ?? '' })}.`
          : 'Find it by its reference, label or type.'
      }
      value={reviewId}
      onChange={(chosen) => change({ reviewId: chosen })}
      error={problems.review}
    />
  );
}

function AgencyField({ form: { agencyId }, problems, change, boardData: { agencies } }: PackFieldsProps) {
  return (
    <ComboBox
      label="Agency of the pack"
      width="full"
      options={agencies.map(({ id, name }) => ({ key: id, label: name }))}
      value={agencyId}
      onChange={(chosen) => change({ agencyId: chosen })}
      error={problems.agency}
    />
  );
}

function YearFields({ form, problems, change, changeUnreadable, boardData: { today } }: PackFieldsProps) {
  const { from, until } = yearOf(form, today);
  return (
    <>
      <DateEntry
        label="First day of the year"
        hint="An annual report is on 1 April to 31 March unless the board says otherwise."
        value={from}
        onChange={(day) => change({ year: { from: day, until } })}
        onProblem={(problem) => changeUnreadable({ yearFrom: problem !== null })}
      />
      <DateEntry
        label="Last day of the year"
        value={until}
        onChange={(day) => change({ year: { from, until: day } })}
        onProblem={(problem) => changeUnreadable({ yearUntil: problem !== null })}
        error={problems.year}
      />
    </>
  );
}
