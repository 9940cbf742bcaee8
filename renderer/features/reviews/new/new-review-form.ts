import type { z } from 'zod';
import type { Contract } from '../../../../db/contract/index.ts';
import type { LabelKind, ReviewLead } from '../../../../db/domain/codes.ts';
import { type DateValue, type FieldProblem, noDate } from '../../../ui/index.ts';

/** How the review stands to one that is recorded already: beside it, or grown out of it. */
export type CaseChoice = 'new' | 'same' | 'converted';

export type NewReviewForm = {
  readonly reviewTypeId: string | null;
  readonly caseChoice: CaseChoice;
  /** The review whose case this one belongs to. */
  readonly besideReviewId: string | null;
  /** Null until the person writes one: the suggested one stands. */
  readonly reference: string | null;
  readonly label: string;
  readonly labelKind: LabelKind;
  readonly title: string;
  readonly notified: DateValue;
  readonly incident: DateValue;
  readonly lead: ReviewLead;
  readonly leadBody: string;
  readonly ownerPost: string;
};

export const emptyReview: NewReviewForm = {
  reviewTypeId: null,
  caseChoice: 'new',
  besideReviewId: null,
  reference: null,
  label: '',
  labelKind: 'pseudonym',
  title: '',
  notified: noDate,
  incident: noDate,
  lead: 'own',
  leadBody: '',
  ownerPost: '',
};

export type NewReview = z.input<NonNullable<Contract['reviews']['add']['~orpc']['inputSchema']>>;

type Known = { readonly reference: string; readonly caseId: string | undefined };

/** What is still missing, each with the field to go to. */
export const problemsOf = (form: NewReviewForm, reference: string, today: string): readonly FieldProblem[] => [
  ...(form.reviewTypeId === null ? [{ message: 'Choose the type of review', fieldId: 'new-type' }] : []),
  ...(reference.trim() === '' ? [{ message: 'Give the review a reference', fieldId: 'new-reference' }] : []),
  ...(form.caseChoice !== 'new' && form.besideReviewId === null
    ? [{ message: 'Choose the review whose case this is', fieldId: 'new-case' }]
    : []),
  ...(form.notified.date !== null && form.notified.date > today
    ? [{ message: 'The day of notification has not come yet. Check the year', fieldId: 'new-notified' }]
    : []),
  ...(form.lead === 'led-elsewhere' && form.leadBody.trim() === ''
    ? [{ message: 'Say which body leads the review', fieldId: 'new-lead-body' }]
    : []),
];

export const formToReview = (form: NewReviewForm, { reference, caseId }: Known): NewReview => {
  const isNewCase = form.caseChoice === 'new';
  return {
    reference: reference.trim(),
    reviewTypeId: form.reviewTypeId ?? '',
    caseId: isNewCase ? undefined : caseId,
    label: isNewCase ? form.label.trim() : '',
    labelKind: form.labelKind,
    title: form.title.trim(),
    lead: form.lead,
    leadBody: form.lead === 'own' ? '' : form.leadBody.trim(),
    ownerPost: form.ownerPost.trim(),
    notifiedOn: form.notified.date,
    notifiedText: form.notified.text,
    incidentOn: isNewCase ? form.incident.date : null,
    incidentText: isNewCase ? form.incident.text : null,
    convertedFromReviewId: form.caseChoice === 'converted' ? form.besideReviewId : null,
  };
};
