import '../actions/actions.css';
import './released.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { Failure } from '../../app/Failure.tsx';
import { save } from '../../app/use-save.ts';
import { api, client } from '../../client.ts';
import { Button, showToast, useReadOnly } from '../../ui/index.ts';
import { ReleaseDialog } from './ReleaseDialog.tsx';
import type { ReleasedSubject } from './released-subject.ts';

type ReleasedWordsProps = { readonly subject: ReleasedSubject; readonly isReadOnly?: boolean };

/** What a public pack says of one record: words of its own, which no later edit of the record follows. */
export function ReleasedWords({ subject, isReadOnly = false }: ReleasedWordsProps) {
  const [isOpen, setOpen] = useState(false);
  const isFixed = useReadOnly() || isReadOnly;
  const { data, error, refetch } = useQuery(api.releasedTexts.of.queryOptions({ input: subject.of }));
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const { released, original, isPublic } = data;
  const withdraw = async (id: string): Promise<void> => {
    const outcome = await save(() => client.releasedTexts.withdraw({ id }), `Withdrew the words on ${subject.what}`);
    if (!outcome.ok) showToast({ message: outcome.message, isProblem: true });
  };
  return (
    <div className="released">
      {released === null ? (
        <p className="ui-quiet">{nothingWords(subject, isPublic)}</p>
      ) : (
        <>
          <p className="released-words">{released.text}</p>
          <p className="ui-quiet">{standingWords(released, isPublic)}</p>
        </>
      )}
      {!isFixed && (
        <div className="ui-row">
          <Button
            size="small"
            onPress={() => setOpen(true)}
            aria-label={`${released === null ? 'Release' : 'Edit'} words on ${subject.what}…`}
          >
            {released === null ? 'Release…' : 'Edit…'}
          </Button>
          {released !== null && (
            <Button
              size="small"
              kind="quiet"
              onPress={() => void withdraw(released.id)}
              aria-label={`Withdraw the words on ${subject.what}`}
            >
              Withdraw
            </Button>
          )}
        </div>
      )}
      {isOpen && (
        <ReleaseDialog subject={subject} released={released} original={original} onClose={() => setOpen(false)} />
      )}
    </div>
  );
}

/** Of a published review, its type, date and place are public without any words. */
const nothingWords = ({ of }: ReleasedSubject, isPublic: boolean): string =>
  isPublic && 'reviewId' in of
    ? 'Nothing is released. The public pack gives its type, when and where it was published, and no more.'
    : 'Nothing is released. The public pack says nothing of this.';

/** "Released on 8 May 2020 by Board manager. The public pack prints it." */
const standingWords = (
  { releasedOn, releasedBy }: { readonly releasedOn: string | null; readonly releasedBy: string },
  isPublic: boolean,
): string => {
  const when = releasedOn === null ? '' : ` ${releasedOn.length === 10 ? 'on' : 'in'} ${formatDate(releasedOn)}`;
  const who = releasedBy === '' ? '' : ` by ${releasedBy}`;
  return `Released${when}${who}. ${isPublic ? 'The public pack prints it.' : 'The public pack prints it only while the report is published for everyone.'}`;
};
