import type { BoardData } from '../../../db/contract/board.ts';
import { showProblem } from '../../app/problem-toast.ts';
import { useBoard } from '../../app/use-board.ts';
import { editFlag, editRecord } from '../../app/use-record-edit.ts';
import { save } from '../../app/use-save.ts';
import { client } from '../../client.ts';
import {
  DefinitionList,
  EditableLongText,
  EditableNumber,
  EditableText,
  Notice,
  Pill,
  RadioGroup,
  type SaveResult,
  Section,
  SimpleTable,
} from '../../ui/index.ts';
import { EditableConfirmed } from './ConfirmedMark.tsx';
import { type Bounds, boundsInWords, boundsProblems, wordsToBounds } from './rag-bounds.ts';

type Scheme = BoardData['ragSchemes'][number];

const kindWords: Readonly<Record<Scheme['kind'], string>> = {
  schedule: 'Computed from dates.',
  'target-variance': 'Computed from a measured figure: per cent below its target.',
  levels: 'Chosen by a person, not computed.',
  percentage: 'The share of a recommendation’s actions that are complete, always with both numbers. No colours.',
};

export function RagSection() {
  const { board, ragSchemes } = useBoard();
  const current = ragSchemes.find(({ id }) => id === board.ragSchemeId);
  const choose = async (id: string): Promise<void> => {
    const result = await editRecord('boards', board, 'ragSchemeId', 'Chose another RAG scheme')(id);
    if (!result.ok) showProblem(result.message);
  };
  return (
    <>
      <Section
        heading="Scheme in use"
        note="RAG means different things on different boards, so the key is printed wherever the colours are. What an agency asserts and what the board confirms are kept beside what is computed."
      >
        <RadioGroup
          label="Scheme in use"
          hideLabel
          options={ragSchemes.map(({ id, name, kind }) => ({ key: id, label: name, note: kindWords[kind] }))}
          value={board.ragSchemeId}
          onChange={(id) => void choose(id)}
        />
      </Section>
      {current && <SchemeKey key={current.id} scheme={current} />}
    </>
  );
}

function SchemeKey({ scheme }: { readonly scheme: Scheme }) {
  const problems = scheme.kind === 'target-variance' ? boundsProblems(scheme.levels) : [];
  return (
    <Section heading={`Key: ${scheme.name}`} note={kindWords[scheme.kind]}>
      <SimpleTable
        caption={`Levels of ${scheme.name}`}
        hideCaption
        rows={scheme.levels}
        rowKey={({ id }) => id}
        whenEmpty="This scheme has no levels and no colours."
        columns={[
          {
            key: 'level',
            heading: 'Shown as',
            width: '22%',
            isRowHeading: true,
            render: (level) => (
              <Pill tone={level.tone} symbol={level.symbol}>
                {level.label}
              </Pill>
            ),
          },
          {
            key: 'label',
            heading: 'Word',
            width: '22%',
            render: (level) => (
              <EditableText
                layout="bare"
                label={`Word for ${level.label}`}
                value={level.label}
                onSave={editRecord('ragLevels', level, 'label')}
                whenRefusedEmpty="A level needs a word: colour alone is never enough."
              />
            ),
          },
          {
            key: 'rule',
            heading: 'What it means',
            render: (level) => (
              <>
                <EditableText
                  layout="bare"
                  label={`What ${level.label} means`}
                  value={level.rule}
                  onSave={editRecord('ragLevels', level, 'rule')}
                />
                {scheme.kind === 'target-variance' && (
                  <EditableText
                    layout="bare"
                    label={`Bounds of ${level.label}, in per cent below target`}
                    placeholder="more than 5 and up to and including 15"
                    whenEmpty="No bounds"
                    value={boundsInWords(level) ?? ''}
                    onSave={saveBounds(level)}
                  />
                )}
              </>
            ),
          },
        ]}
      />
      {problems.length > 0 && (
        <Notice kind="warning" title="The bounds do not fit together">
          {problems.join(' ')}
        </Notice>
      )}
      <DefinitionList>
        {scheme.kind === 'schedule' && (
          <EditableNumber
            label="Due soon begins"
            value={scheme.dueSoonDays}
            onSave={editRecord('ragSchemes', scheme, 'dueSoonDays')}
            min={0}
            max={366}
            unit="days before the target"
          />
        )}
        <EditableText label="Source" value={scheme.source} onSave={editRecord('ragSchemes', scheme, 'source')} />
        <EditableConfirmed confirmed={scheme.confirmed} onSave={editFlag('ragSchemes', scheme, 'confirmed')} />
        <EditableLongText
          label="Note"
          value={scheme.note}
          onSave={editRecord('ragSchemes', scheme, 'note')}
          draftKey={`ragSchemes/${scheme.id}/note`}
        />
      </DefinitionList>
    </Section>
  );
}

const saveBounds =
  (level: Scheme['levels'][number]) =>
  async (words: string, { force }: { readonly force: boolean } = { force: false }): Promise<SaveResult<string>> => {
    const bounds = wordsToBounds(words);
    if (bounds === null)
      return {
        ok: false,
        message: 'Write the bounds as in “more than 5 and up to and including 15”, the lower first.',
      };
    const { lower, lowerInclusive, upper, upperInclusive } = level;
    const was: Bounds = { lower, lowerInclusive, upper, upperInclusive };
    return save(
      () => client.records.edit({ table: 'ragLevels', id: level.id, was, now: bounds, force }),
      'Changed the bounds of a RAG level',
    );
  };
