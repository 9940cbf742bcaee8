import type { ReactNode } from 'react';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { client } from '../../../client.ts';
import { useBoard } from '../../../app/use-board.ts';
import { save } from '../../../app/use-save.ts';
import { Definition, DefinitionList, EditableSelect, type Option, type Save, Section } from '../../../ui/index.ts';
import { RagPill } from '../RagPill.tsx';
import { useRagLevels } from '../use-rag-levels.ts';
import type { PartProps } from './ActionBody.tsx';

const none = 'none';

/** The three values, kept apart: what the program computes, what the agency asserts, what the board confirms. */
export function RatingsPart({ detail: { action } }: PartProps) {
  const { today } = useBoard();
  const levels = useRagLevels();
  const options: readonly Option[] = [
    ...levels.map(({ code, label, rule }) => ({ key: code, label, note: rule })),
    { key: none, label: 'Not rated' },
  ];
  const show = ({ key }: Option): ReactNode => (key === none ? 'Not rated' : <RagPill code={key} levels={levels} />);
  const rate =
    (which: 'asserted' | 'confirmed'): Save<string | null> =>
    (next) => {
      const level = next === none ? null : next;
      return save(
        () => client.actions.rate({ ids: [action.id], which, level, on: level === null ? null : today }),
        `${level === null ? 'Took away' : 'Recorded'} the RAG rating of action ${action.number}`,
      );
    };
  const isReadOnly = action.removed !== null;
  return (
    <Section heading="RAG" level={3}>
      <DefinitionList>
        <Definition label="Computed">
          {action.ragComputed === null ? (
            <span className="ui-quiet">Not computed for this action</span>
          ) : (
            <RagPill code={action.ragComputed} levels={levels} />
          )}
        </Definition>
        <EditableSelect
          label={`Agency’s view${since(action.ragAssertedOn)}`}
          options={options}
          value={action.ragAsserted ?? none}
          show={show}
          onSave={rate('asserted')}
          isReadOnly={isReadOnly}
        />
        <EditableSelect
          label={`Confirmed by the board${since(action.ragConfirmedOn)}`}
          options={options}
          value={action.ragConfirmed ?? none}
          show={show}
          onSave={rate('confirmed')}
          isReadOnly={isReadOnly}
        />
      </DefinitionList>
    </Section>
  );
}

const since = (on: string | null): string => (on === null ? '' : `, ${formatDate(on)}`);
