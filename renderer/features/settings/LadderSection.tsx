import { useState } from 'react';
import type { BoardData } from '../../../db/contract/board.ts';
import { APPROVAL_KIND_LABELS, type ApprovalKind } from '../../../db/domain/codes.ts';
import { joinWords } from '../../../db/domain/plain-words.ts';
import { useBoard } from '../../app/use-board.ts';
import { addRecord, editRecord } from '../../app/use-record-edit.ts';
import { EditableNumber, EditableSelect, type Save, Section, Select, SimpleTable } from '../../ui/index.ts';
import { AddLine } from './AddLine.tsx';
import { RemoveButton } from './RemoveButton.tsx';

type Step = BoardData['ladderSteps'][number];
type AppliesTo = Step['appliesTo'];
type StepKind = Step['kind'];

const ladders: readonly { readonly appliesTo: AppliesTo; readonly heading: string; readonly note: string }[] = [
  { appliesTo: 'report', heading: 'A report', note: 'The overview report of a review, before it is complete.' },
  {
    appliesTo: 'plan',
    heading: 'An action plan',
    note: 'The recommendations of a review with the actions that answer them.',
  },
  {
    appliesTo: 'action',
    heading: 'An action',
    note: 'From the agency’s word that it is done to the decision that it is.',
  },
];

const kindsOfSteps: readonly StepKind[] = [
  'agreed-in-principle',
  'endorsed',
  'adopted',
  'evidence-accepted',
  'signed-off',
  'noted',
] satisfies readonly ApprovalKind[];
const kinds = kindsOfSteps.map((kind) => ({ key: kind, label: APPROVAL_KIND_LABELS[kind] }));

export function LadderSection() {
  return (
    <>
      <p className="settings-lead">
        Who agrees, endorses, adopts or signs off what, in which order. What is outstanding on the ladder is what a pack
        asks its meeting for. Steps with the same number are taken together, as when two boards adopt one plan.
      </p>
      {ladders.map((ladder) => (
        <Ladder key={ladder.appliesTo} {...ladder} />
      ))}
    </>
  );
}

function Ladder({ appliesTo, heading, note }: (typeof ladders)[number]) {
  const { ladderSteps, bodies } = useBoard();
  const steps = ladderSteps.filter((step) => step.appliesTo === appliesTo);
  const bodyOptions = bodies.map(({ id, name }) => ({ key: id, label: name }));
  return (
    <Section heading={heading} note={note} count={steps.length}>
      <SimpleTable
        caption={`Steps for ${heading.toLowerCase()}`}
        hideCaption
        rows={steps}
        rowKey={({ id }) => id}
        whenEmpty="No steps: nothing is asked for. Add the first below."
        columns={[
          {
            key: 'position',
            heading: 'Step',
            width: '5rem',
            render: (step) => (
              <EditableNumber
                layout="bare"
                label={`Number of the step of ${step.bodyName}`}
                value={step.position + 1}
                onSave={editStepNumber(step)}
                min={1}
                max={20}
              />
            ),
          },
          {
            key: 'body',
            heading: 'Body',
            isRowHeading: true,
            render: (step) => (
              <EditableSelect
                layout="bare"
                label="Body"
                options={bodyOptions}
                value={step.bodyId}
                onSave={editRecord('ladderSteps', step, 'bodyId')}
              />
            ),
          },
          {
            key: 'kind',
            heading: 'Decision',
            width: '30%',
            render: (step) => (
              <EditableSelect
                layout="bare"
                label={`Decision of ${step.bodyName}`}
                options={kinds}
                value={step.kind}
                onSave={editRecord('ladderSteps', step, 'kind')}
              />
            ),
          },
          {
            key: 'tools',
            heading: 'Remove',
            width: '6rem',
            align: 'end',
            render: (step) => <RemoveButton table="ladderSteps" id={step.id} name={`the step of ${step.bodyName}`} />,
          },
        ]}
      />
      {new Set(steps.map(({ position }) => position)).size < steps.length && (
        <p className="ui-section-note">{inOrder(steps)}</p>
      )}
      <AddStep appliesTo={appliesTo} steps={steps} />
    </Section>
  );
}

/** "First Case review sub-group. Then Executive group and Board together: each has to decide." */
const inOrder = (steps: readonly Step[]): string => {
  const positions = [...new Set(steps.map(({ position }) => position))].toSorted((a, b) => a - b);
  return positions
    .map((position, at) => {
      const named = steps.filter((step) => step.position === position).map(({ bodyName }) => bodyName);
      const together = named.length > 1 ? ' together: each has to decide' : '';
      return `${at === 0 ? 'First' : 'Then'} ${joinWords(named)}${together}.`;
    })
    .join(' ');
};

/** People count from one. */
const editStepNumber = (step: Step): Save<number | null> => {
  const save = editRecord('ladderSteps', step, 'position');
  return async (next, options) => {
    const result = await save((next ?? 1) - 1, options);
    return result.ok || result.current === undefined ? result : { ...result, current: result.current + 1 };
  };
};

function AddStep({ appliesTo, steps }: { readonly appliesTo: AppliesTo; readonly steps: readonly Step[] }) {
  const { bodies } = useBoard();
  const last = steps.at(-1)?.position ?? -1;
  const [isTogether, setTogether] = useState(false);
  const position = isTogether ? last : last + 1;
  const [bodyId, setBodyId] = useState<string | null>(null);
  const [kind, setKind] = useState<StepKind>(appliesTo === 'action' ? 'signed-off' : 'adopted');
  return (
    <AddLine
      addLabel="Add the step"
      problem={() => (bodyId === null ? 'Choose the body that decides.' : null)}
      onAdd={() => addRecord('ladderSteps', { appliesTo, position, bodyId: bodyId ?? '', kind })}
      onAdded={() => setBodyId(null)}
    >
      <Select
        label={`Step ${position + 1}: body`}
        options={bodies.map(({ id, name }) => ({ key: id, label: name }))}
        value={bodyId}
        onChange={setBodyId}
      />
      <Select label="Decision" options={kinds} value={kind} onChange={(chosen) => setKind(chosen as StepKind)} />
      {steps.length > 0 && (
        <Select
          label="Taken"
          options={[
            { key: 'after', label: 'After the steps above' },
            { key: 'together', label: `Together with step ${last + 1}` },
          ]}
          value={isTogether ? 'together' : 'after'}
          onChange={(chosen) => setTogether(chosen === 'together')}
        />
      )}
    </AddLine>
  );
}
