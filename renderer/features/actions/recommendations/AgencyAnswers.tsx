import './recommendations.css';
import { useState } from 'react';
import type { ResponseRow } from '../../../../db/contract/recommendations.ts';
import { AGENCY_RESPONSE_LABELS } from '../../../../db/domain/codes.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { removeRecord } from '../../../app/use-record-edit.ts';
import { Button, Menu, IconButton, showToast } from '../../../ui/index.ts';
import { AnswerDialog } from './AnswerDialog.tsx';

export type AgencyAnswersProps = {
  readonly recommendation: { readonly id: string; readonly number: string };
  readonly responses: readonly ResponseRow[];
  readonly isReadOnly?: boolean;
};

/** The agencies that a recommendation is addressed to, and what each answered: an answer has its reason and its date. */
export function AgencyAnswers({ recommendation, responses, isReadOnly = false }: AgencyAnswersProps) {
  const [answering, setAnswering] = useState<ResponseRow | 'new' | null>(null);
  const remove = async ({ id }: ResponseRow): Promise<void> => {
    const outcome = await removeRecord('recommendationResponses', id);
    if (!outcome.ok) showToast({ message: outcome.message, isProblem: true });
  };
  return (
    <div className="answers">
      {responses.length > 0 && (
        <ul className="answers-list" aria-label={`Agencies’ answers to recommendation ${recommendation.number}`}>
          {responses.map((answer) => (
            <li key={answer.id}>
              <div className="answers-words">
                <p>
                  <strong>{answer.agency}</strong> {answerWords(answer)}
                </p>
                {answer.rationale !== '' && <p className="answers-rationale">{answer.rationale}</p>}
              </div>
              {!isReadOnly && (
                <>
                  <Button
                    size="small"
                    kind="quiet"
                    onPress={() => setAnswering(answer)}
                    aria-label={`${answer.response === null ? 'Record' : 'Change'} the answer of ${answer.agency} to recommendation ${recommendation.number}`}
                  >
                    {answer.response === null ? 'Record' : 'Change'}
                  </Button>
                  <Menu
                    label={`More to do with the answer of ${answer.agency}`}
                    trigger={<IconButton icon="more" size="small" label={`More: answer of ${answer.agency}`} />}
                    items={[
                      {
                        key: 'remove',
                        label: 'It is not addressed to this agency',
                        isDanger: true,
                        onChoose: () => void remove(answer),
                      },
                    ]}
                  />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {!isReadOnly && (
        <Button
          size="small"
          kind="quiet"
          icon="add"
          onPress={() => setAnswering('new')}
          aria-label={`Add an agency’s answer to recommendation ${recommendation.number}`}
        >
          Add an agency’s answer
        </Button>
      )}
      {answering !== null && (
        <AnswerDialog
          recommendations={[recommendation]}
          answer={answering === 'new' ? undefined : answering}
          taken={responses.map(({ agencyId }) => agencyId)}
          onClose={() => setAnswering(null)}
        />
      )}
    </div>
  );
}

const answerWords = ({ response, respondedOn }: ResponseRow): string => {
  if (response === null) return 'has not answered yet';
  const on = respondedOn === null ? '' : `, ${formatDate(respondedOn)}`;
  return `${AGENCY_RESPONSE_LABELS[response].toLowerCase()}${on}`;
};
