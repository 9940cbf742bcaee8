import type { BoardData } from '../../../db/contract/board.ts';
import { showProblem } from '../../app/problem-toast.ts';
import { useBoard } from '../../app/use-board.ts';
import { editFlag, editRecord } from '../../app/use-record-edit.ts';
import {
  DefinitionList,
  EditableLongText,
  EditableNumber,
  EditableText,
  Pill,
  RadioGroup,
  Section,
  SimpleTable,
} from '../../ui/index.ts';
import { EditableConfirmed } from './ConfirmedMark.tsx';
import { boundsInWords } from './rag-bounds.ts';

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
                {boundsInWords(level) !== null && (
                  <p className="rag-bounds">Bounds, in per cent below target: {boundsInWords(level)}</p>
                )}
              </>
            ),
          },
        ]}
      />
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
