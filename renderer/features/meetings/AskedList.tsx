import type { Asked } from '../../../db/contract/meetings.ts';
import { hrefTo, listHref, reviewHref } from '../../app/links.ts';
import { save } from '../../app/use-save.ts';
import { showProblem } from '../../app/problem-toast.ts';
import { client } from '../../client.ts';
import { Button, Link, Pill } from '../../ui/index.ts';

type AskedThing = Omit<Asked, 'actions'> & { readonly isOnAgenda: boolean };

type AskedListProps = {
  readonly asked: readonly AskedThing[];
  /** The meeting they can be put on the agenda of; null when none is planned. */
  readonly meetingId: string | null;
  readonly meetingWords: string;
};

/** Each thing that is asked for, with one press to put it on the agenda, or one for all of them. */
export function AskedList({ asked, meetingId, meetingWords }: AskedListProps) {
  const put = async (keys: readonly string[]): Promise<void> => {
    if (meetingId === null) return;
    const words = keys.length === 1 ? 'Put an item on the agenda' : `Put ${keys.length} items on the agenda`;
    const outcome = await save(() => client.meetings.putOnAgenda({ meetingId, keys: [...keys] }), words);
    if (!outcome.ok) showProblem(outcome.message);
  };
  const missing = asked.filter(({ isOnAgenda, state }) => !isOnAgenda && state !== 'rejected');
  return (
    <>
      <ul className="meeting-asked">
        {asked.map((thing) => (
          <li key={thing.key}>
            <span className="meeting-asked-words">
              <Link href={hrefOf(thing)}>{thing.title}</Link>
              {thing.words !== '' && <span className="ui-quiet">{thing.words}</span>}
            </span>
            {thing.state === 'deferred' && (
              <Pill tone="amber" symbol="◇">
                Deferred
              </Pill>
            )}
            {thing.state === 'rejected' && (
              <Pill tone="red" symbol="▲">
                Rejected
              </Pill>
            )}
            {thing.isOnAgenda ? (
              <span className="ui-quiet">✓ On the agenda</span>
            ) : (
              meetingId !== null && (
                <Button
                  size="small"
                  aria-label={`Put on the agenda: ${thing.title}`}
                  onPress={() => void put([thing.key])}
                >
                  Put on the agenda
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
      {meetingId !== null && missing.length > 1 && (
        <Button
          size="small"
          aria-label={`Put all ${missing.length} on the agenda${meetingWords === '' ? '' : ` of ${meetingWords}`}`}
          onPress={() => void put(missing.map(({ key }) => key))}
        >
          Put all {missing.length} on the agenda
        </Button>
      )}
    </>
  );
}

const hrefOf = ({ appliesTo, reviewId, externalReportId }: AskedThing): string => {
  if (appliesTo === 'action')
    return listHref('actions', {
      awaitingSignOff: true,
      reviewId: reviewId === null ? [] : [reviewId],
      externalReportId,
    });
  return reviewId === null ? hrefTo(`/actions/answered/${externalReportId}`) : reviewHref(reviewId, 'approvals');
};
