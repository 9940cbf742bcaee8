import { memo, useId, useState } from 'react';
import type { AnsweredRecommendation } from '../../../db/contract/external-reports.ts';
import { isSetAside } from '../../../db/domain/action-states.ts';
import { RECOMMENDATION_SCOPE_LABELS, RECOMMENDATION_SCOPES } from '../../../db/domain/codes.ts';
import { countOf } from '../../../db/domain/plain-words.ts';
import { addRecord, editRecord, removeRecord } from '../../app/use-record-edit.ts';
import { useBoard } from '../../app/use-board.ts';
import {
  Button,
  Checkbox,
  Definition,
  DefinitionList,
  EditableLongText,
  EditableSelect,
  EditableText,
  IconButton,
  Menu,
  showToast,
} from '../../ui/index.ts';
import { AddAction } from '../actions/AddAction.tsx';
import { FlagBox } from '../actions/panel/FlagBox.tsx';
import { TagPicker } from '../actions/panel/TagPicker.tsx';
import { AgencyAnswers } from '../actions/recommendations/AgencyAnswers.tsx';
import { ReleasedWords } from '../released/ReleasedWords.tsx';
import { ActionTable } from '../reviews/review/ActionTable.tsx';

type ItemProps = {
  readonly recommendation: AnsweredRecommendation;
  readonly isChosen: boolean;
  /** Null where nothing can be changed. */
  readonly onChoose: ((id: string, isChosen: boolean) => void) | null;
};

const scopes = RECOMMENDATION_SCOPES.map((scope) => ({ key: scope, label: RECOMMENDATION_SCOPE_LABELS[scope] }));

/** Closed, it says in a line how it is answered: a report has dozens of them. */
export const AnsweredRecommendationItem = memo(function Item({ recommendation, isChosen, onChoose }: ItemProps) {
  const [isOpen, setIsOpen] = useState(false);
  const detailsId = useId();
  const { id, number } = recommendation;
  const isReadOnly = onChoose === null;
  const remove = async (): Promise<void> => tellIfRefused(await removeRecord('recommendations', id));
  return (
    <article className="answered-item" aria-label={`Recommendation ${number}`}>
      <div className="answered-item-head">
        {onChoose !== null && (
          <Checkbox isSelected={isChosen} onChange={(next) => onChoose(id, next)}>
            <span className="ui-visually-hidden">Select recommendation {number}</span>
          </Checkbox>
        )}
        <h3>{number}</h3>
        <div className="answered-item-words">
          <EditableLongText
            layout="bare"
            label={`Text of recommendation ${number}`}
            value={recommendation.text}
            onSave={editRecord('recommendations', recommendation, 'text')}
            draftKey={`recommendations/${id}/text`}
            isReadOnly={isReadOnly}
          />
          <p className="ui-quiet">{standingWords(recommendation)}</p>
        </div>
        <Button
          size="small"
          kind="quiet"
          icon={isOpen ? 'chevron-up' : 'chevron-down'}
          aria-expanded={isOpen}
          aria-controls={isOpen ? detailsId : undefined}
          aria-label={`${isOpen ? 'Close' : 'Open'} recommendation ${number}`}
          onPress={() => setIsOpen(!isOpen)}
        >
          {isOpen ? 'Close' : 'Open'}
        </Button>
        {!isReadOnly && (
          <Menu
            label={`What can be done with recommendation ${number}`}
            trigger={<IconButton icon="more" size="small" label={`More to do with recommendation ${number}`} />}
            items={[
              {
                key: 'remove',
                label: 'Remove this recommendation',
                isDanger: true,
                onChoose: () => void remove(),
              },
            ]}
          />
        )}
      </div>
      {isOpen && (
        <div id={detailsId} className="answered-item-details">
          <ItemDetails recommendation={recommendation} isReadOnly={isReadOnly} />
        </div>
      )}
    </article>
  );
});

/** "Already in place · 2 accepted, 1 rejected · 1 of 3 actions complete". */
const standingWords = ({ alreadyInPlace, responses, actions }: AnsweredRecommendation): string => {
  const counted = actions.filter(({ state }) => !isSetAside(state));
  const complete = counted.filter(({ state }) => state === 'signed-off' || state === 'embedded').length;
  const count = (wanted: string | null): number => responses.filter(({ response }) => response === wanted).length;
  const answers = (
    [
      [count('accepted'), 'accepted'],
      [count('partly-accepted'), 'accepted in part'],
      [count('rejected'), 'rejected'],
      [count(null), 'not answered yet'],
    ] as const
  ).filter(([number]) => number > 0);
  return [
    alreadyInPlace === 1 ? 'Already in place when received' : '',
    answers.map(([number, words]) => `${number} ${words}`).join(', '),
    counted.length === 0 ? 'No action' : `${complete} of ${countOf(counted.length, 'action', 'actions')} complete`,
  ]
    .filter((words) => words !== '')
    .join(' · ');
};

type ItemDetailsProps = { readonly recommendation: AnsweredRecommendation; readonly isReadOnly: boolean };

function ItemDetails({ recommendation, isReadOnly }: ItemDetailsProps) {
  const [isAdding, setIsAdding] = useState(false);
  const { id, number, responses, actions, alreadyInPlace } = recommendation;
  const edit = (field: Parameters<typeof editRecord<'recommendations'>>[2]) =>
    editRecord('recommendations', recommendation, field);
  return (
    <>
      <DefinitionList>
        <EditableText
          label="Number"
          value={number}
          onSave={edit('number')}
          whenRefusedEmpty="A recommendation needs a number."
          isReadOnly={isReadOnly}
        />
        <EditableSelect
          label="Scope"
          options={scopes}
          value={recommendation.scope}
          onSave={edit('scope')}
          isReadOnly={isReadOnly}
        />
        <Definition label="When received">
          <FlagBox value={alreadyInPlace} onSave={edit('alreadyInPlace')} isReadOnly={isReadOnly}>
            Already in place
          </FlagBox>
        </Definition>
        {(alreadyInPlace === 1 || recommendation.alreadyInPlaceNote !== '') && (
          <EditableText
            label="What was in place"
            value={recommendation.alreadyInPlaceNote}
            onSave={edit('alreadyInPlaceNote')}
            isReadOnly={isReadOnly}
          />
        )}
        <Definition label="Themes">
          <ItemThemes recommendation={recommendation} />
        </Definition>
        <Definition label="Agencies’ answers">
          <AgencyAnswers recommendation={recommendation} responses={responses} isReadOnly={isReadOnly} />
        </Definition>
      </DefinitionList>
      <DefinitionList>
        <Definition label="Words for the public">
          <ReleasedWords
            subject={{ of: { recommendationId: id }, what: `recommendation ${number}` }}
            isReadOnly={isReadOnly}
          />
        </Definition>
      </DefinitionList>
      {actions.length > 0 && <ActionTable caption={`Actions for recommendation ${number}`} actions={actions} />}
      {isAdding && (
        <div className="answered-new-action">
          <AddAction
            recommendationId={id}
            suggestedNumber={nextNumber(number, actions)}
            onCancel={() => setIsAdding(false)}
          />
        </div>
      )}
      {!isReadOnly && !isAdding && (
        <div>
          <Button
            size="small"
            kind="quiet"
            icon="add"
            onPress={() => setIsAdding(true)}
            aria-label={`Add an action to recommendation ${number}`}
          >
            Add an action
          </Button>
        </div>
      )}
    </>
  );
}

function ItemThemes({ recommendation: { id, themes } }: { readonly recommendation: AnsweredRecommendation }) {
  const board = useBoard();
  const nameOf = new Map(board.themes.map((theme) => [theme.id, theme.name]));
  const taken = new Set(themes.map(({ themeId }) => themeId));
  return (
    <TagPicker
      chosen={themes.map((theme) => ({ key: theme.id, label: theme.name }))}
      options={board.themes
        .filter((theme) => !taken.has(theme.id))
        .map(({ id: themeId, name, parentThemeId }) => ({
          key: themeId,
          label: name,
          note: nameOf.get(parentThemeId ?? ''),
        }))}
      addLabel="Add a theme"
      fieldLabel="Theme"
      onAdd={(themeId) => void addRecord('recommendationThemes', { recommendationId: id, themeId }).then(tellIfRefused)}
      onRemove={(linkId) => void removeRecord('recommendationThemes', linkId).then(tellIfRefused)}
    />
  );
}

/** "7.3" after two actions of recommendation 7. */
const nextNumber = (number: string, actions: AnsweredRecommendation['actions']): string => {
  const taken = new Set(actions.map((action) => action.number));
  let next = actions.length + 1;
  while (taken.has(`${number}.${next}`)) next += 1;
  return `${number}.${next}`;
};

const tellIfRefused = (outcome: { readonly ok: boolean; readonly message?: string }): void => {
  if (!outcome.ok) showToast({ message: outcome.message ?? '', isProblem: true });
};
