import './actions.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { api, client } from '../../client.ts';
import { errorToLine } from '../../app/failure-words.ts';
import { useBoard } from '../../app/use-board.ts';
import { useSave } from '../../app/use-save.ts';
import { Button, ComboBox, DateEntry, KeyHint, Select, TextArea, TextField } from '../../ui/index.ts';
import { AgencySelect } from './acts/AgencySelect.tsx';
import { missing } from './acts/missing.ts';
import { useDateField } from './acts/use-date-field.ts';
import { meetingOptions } from './action-words.ts';
import { nextActionNumber } from './next-action-number.ts';
import { FindReview } from './FindReview.tsx';

export type AddActionProps = {
  /** Set where the review, recommendation or meeting is known already: it is then not asked for. */
  readonly reviewId?: string;
  readonly recommendationId?: string;
  readonly meetingId?: string;
  /** The number it is likely to have, where the place knows better than the review's plan. */
  readonly suggestedNumber?: string;
  readonly onAdded?: (actionId: string) => void;
  /** Shows a Cancel button. */
  readonly onCancel?: () => void;
};

type Origin = 'review' | 'meeting';

const origins = [
  { key: 'review', label: 'A review' },
  { key: 'meeting', label: 'A meeting’s minutes' },
] as const;

const standsAlone = 'none';

/** A new action by keyboard alone: Ctrl+Enter adds it and is ready for the next of the same plan. */
export function AddAction({
  reviewId: givenReview,
  recommendationId: givenRecommendation,
  meetingId: givenMeeting,
  suggestedNumber,
  onAdded,
  onCancel,
}: AddActionProps) {
  const { meetings } = useBoard();
  const { save, isSaving } = useSave();
  const [origin, setOrigin] = useState<Origin>(givenMeeting === undefined ? 'review' : 'meeting');
  const [chosenReview, setChosenReview] = useState<string | null>(null);
  const [meetingId, setMeetingId] = useState<string | null>(givenMeeting ?? null);
  const [chosenRecommendation, setChosenRecommendation] = useState<string>(standsAlone);
  const [typedNumber, setTypedNumber] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [agencyId, setAgencyId] = useState<string | null>(null);
  const [successMeasure, setSuccessMeasure] = useState('');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const target = useDateField({ exactness: 'words' });
  const form = useRef<HTMLFormElement>(null);
  const textField = useRef<HTMLTextAreaElement>(null);

  const reviewId = givenReview ?? chosenReview;
  const recommendationId = givenRecommendation ?? (chosenRecommendation === standsAlone ? null : chosenRecommendation);
  const queries = useQueryClient();
  const readReview = api.reviews.get.queryOptions({ input: { id: reviewId ?? '' } });
  const { data: review, isLoading: isReviewComing } = useQuery({ ...readReview, enabled: reviewId !== null });
  const isFromReview = origin === 'review';
  const number =
    typedNumber ?? suggestedNumber ?? (isFromReview && review ? nextActionNumber(review, recommendationId) : '');
  const isNumberComing = number === '' && typedNumber === null && isFromReview && isReviewComing;
  const isReady = (number.trim() !== '' || isNumberComing) && text.trim() !== '' && target.wrong === null;

  useEffect(() => {
    if (tried) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tried]);

  /** A quick hand presses before the review has answered with the next number of its plan. */
  const givenOrNextNumber = async (): Promise<string> =>
    isNumberComing ? nextActionNumber(await queries.ensureQueryData(readReview), recommendationId) : number;

  const add = async (): Promise<void> => {
    setTried(!isReady);
    if (!isReady || isSaving) return;
    const numberToUse = await givenOrNextNumber().catch((error: unknown) => setProblem(errorToLine(error)));
    if (numberToUse === undefined) return;
    const outcome = await save(
      () =>
        client.actions.add({
          number: numberToUse,
          text,
          reviewId: isFromReview ? reviewId : null,
          recommendationId: isFromReview ? recommendationId : null,
          meetingId: isFromReview ? null : meetingId,
          leadAgencyId: agencyId,
          targetDate: target.value.date,
          targetText: target.value.text,
          successMeasure,
        }),
      `Added action ${numberToUse}`,
    );
    setProblem(outcome.ok ? null : outcome.message);
    if (!outcome.ok) return;
    setTypedNumber(null);
    setText('');
    setSuccessMeasure('');
    setRound(round + 1);
    textField.current?.focus();
    onAdded?.(outcome.answer.id);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void add();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void add();
    }
  };
  return (
    <form ref={form} className="act-form" noValidate onSubmit={submit} onKeyDown={onKey}>
      {givenReview === undefined && givenMeeting === undefined && givenRecommendation === undefined && (
        <>
          <Select
            label="It comes from"
            options={origins}
            value={origin}
            onChange={(key) => setOrigin(key as Origin)}
            width="full"
          />
          {isFromReview ? (
            <FindReview
              label="Review"
              hint="Find it by reference, label or title."
              optional
              value={chosenReview}
              onChange={setChosenReview}
            />
          ) : (
            <ComboBox
              label="Meeting"
              optional
              options={meetingOptions(meetings)}
              value={meetingId}
              onChange={setMeetingId}
              width="full"
            />
          )}
        </>
      )}
      {isFromReview && review && givenRecommendation === undefined && (
        <Select
          label="Answers"
          options={[
            ...review.recommendations.map((item) => ({
              key: item.id,
              label: `Recommendation ${item.number}`,
              note: item.text,
            })),
            { key: standsAlone, label: 'No recommendation: it stands alone' },
          ]}
          value={chosenRecommendation}
          onChange={setChosenRecommendation}
          width="full"
        />
      )}
      <TextField
        label="Number"
        width="short"
        value={number}
        onChange={setTypedNumber}
        error={missing(tried, number, 'Give it a number, such as 1.2.')}
        maxLength={500}
      />
      <TextArea
        label="Action"
        hint="What will be done. A measurable sentence is easier to sign off."
        value={text}
        onChange={setText}
        inputRef={textField}
        error={missing(tried, text, 'Write what will be done.')}
      />
      <AgencySelect label="Lead agency" optional value={agencyId} onChange={setAgencyId} />
      <DateEntry key={round} label="Target date" optional {...target.entry(tried)} />
      <TextArea
        label="Success measure"
        hint="How the board will know that it worked."
        optional
        rows={2}
        value={successMeasure}
        onChange={setSuccessMeasure}
      />
      {problem !== null && (
        <p className="ui-field-error" role="alert">
          {problem}
        </p>
      )}
      <div className="ui-row">
        <Button type="submit" kind="primary" busy={isSaving}>
          Add the action
        </Button>
        {onCancel && <Button onPress={onCancel}>Cancel</Button>}
        <span className="ui-quiet">
          <KeyHint keys="Ctrl+Enter" /> adds it and begins the next
        </span>
      </div>
    </form>
  );
}
