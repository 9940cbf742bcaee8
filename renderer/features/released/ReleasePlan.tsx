import '../actions/actions.css';
import './released.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { NotReleased } from '../../../db/contract/released-texts.ts';
import { countOf, joinWords } from '../../../db/domain/plain-words.ts';
import { useBoard } from '../../app/use-board.ts';
import { api, client } from '../../client.ts';
import { Button, DateEntry, TextField, useReadOnly } from '../../ui/index.ts';
import { ActDialog } from '../actions/acts/ActDialog.tsx';
import { runAct } from '../actions/acts/run-act.ts';
import { useDateField } from '../actions/acts/use-date-field.ts';
import { Concerns } from './Concerns.tsx';

type PlanPart = 'recommendations' | 'actions';

const PARTS: Readonly<Record<PlanPart, readonly [singular: string, plural: string]>> = {
  recommendations: ['recommendation', 'recommendations'],
  actions: ['action', 'actions'],
};

type ReleasePlanProps = { readonly reviewId: string; readonly reference: string };

/** How much of a review's plan the public pack cannot tell yet, and the release of all of it at once. */
export function ReleasePlan({ reviewId, reference }: ReleasePlanProps) {
  const [releasing, setReleasing] = useState<PlanPart | null>(null);
  const isFixed = useReadOnly();
  const { data } = useQuery(api.releasedTexts.unreleased.queryOptions({ input: { reviewId } }));
  if (data === undefined) return null;
  const waiting = (Object.keys(PARTS) as PlanPart[]).filter((part) => data[part].length > 0);
  if (waiting.length === 0) return <p className="ui-quiet">All of its plan is released.</p>;
  return (
    <div className="released">
      <p className="ui-quiet">
        Of its plan, {joinWords(waiting.map((part) => countOf(data[part].length, ...PARTS[part])))}{' '}
        {waiting.length === 1 && data[waiting[0] ?? 'actions'].length === 1 ? 'is' : 'are'} not released.
      </p>
      {!isFixed && (
        <div className="ui-row">
          {waiting.map((part) => (
            <Button key={part} size="small" onPress={() => setReleasing(part)}>
              Release all {PARTS[part][1]}…
            </Button>
          ))}
        </div>
      )}
      {releasing !== null && (
        <ReleasePlanDialog
          reviewId={reviewId}
          reference={reference}
          part={releasing}
          waiting={data[releasing]}
          onClose={() => setReleasing(null)}
        />
      )}
    </div>
  );
}

type ReleasePlanDialogProps = ReleasePlanProps & {
  readonly part: PlanPart;
  readonly waiting: readonly NotReleased[];
  readonly onClose: () => void;
};

function ReleasePlanDialog({ reviewId, reference, part, waiting, onClose }: ReleasePlanDialogProps) {
  const { today } = useBoard();
  const [releasedBy, setReleasedBy] = useState('');
  const [acknowledged, setAcknowledged] = useState(false);
  const date = useDateField({ exactness: 'partial', initial: today });
  const concerns = waiting.flatMap(({ number, concerns: found }) =>
    found.map((concern) => `No. ${number}: ${concern}`),
  );
  const [singular, plural] = PARTS[part];
  const submit = () =>
    runAct(
      () =>
        client.releasedTexts.releasePlan({
          reviewId,
          what: part,
          releasedOn: date.value.date,
          releasedBy,
          acknowledged,
        }),
      `Released the ${plural} of ${reference}`,
    );
  return (
    <ActDialog
      title={`Release all ${plural} of ${reference}`}
      submitLabel={`Release ${countOf(waiting.length, singular, plural)}`}
      onClose={onClose}
      isReady={date.wrong === null}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <p>
            Each is released as it reads now, where nothing was released before. Later edits of the record do not change
            what is released.
          </p>
          <Concerns concerns={concerns} acknowledged={acknowledged} onAcknowledge={setAcknowledged} tried={false} />
          {concerns.length > 0 && !acknowledged && (
            <p className="ui-quiet">Those named above are left alone; the others are released.</p>
          )}
          <TextField
            label="Released by"
            hint="A post or a body."
            optional
            value={releasedBy}
            onChange={setReleasedBy}
            maxLength={500}
          />
          <DateEntry label="Released on" optional {...date.entry(tried)} />
        </>
      )}
    </ActDialog>
  );
}
