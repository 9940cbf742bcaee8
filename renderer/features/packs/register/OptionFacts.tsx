import { useQuery } from '@tanstack/react-query';
import type { PackOptions } from '../../../../db/contract/packs.ts';
import { MEETING_PURPOSE_LABELS } from '../../../../db/domain/codes.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { yearWords } from '../../../../db/domain/reported-year.ts';
import { joinWords } from '../../../../db/domain/plain-words.ts';
import { agencyHref, packHref, reviewHref } from '../../../app/links.ts';
import { useBoard } from '../../../app/use-board.ts';
import { api } from '../../../client.ts';
import { Definition, Link } from '../../../ui/index.ts';
import { SECTION_WORDS } from '../pack-words.ts';

/** The options that a pack was made by, in words. */
export function OptionFacts({ options }: { readonly options: PackOptions }) {
  const { agencies } = useBoard();
  const { sections, purpose, marking, since, asAt, reviewId, agencyId, year } = options;
  return (
    <>
      <Definition label="Sections">
        {joinWords(sections.map((id) => (id === 'cover' ? 'Cover' : SECTION_WORDS[id].label)))}
      </Definition>
      <Definition label="Purpose">{MEETING_PURPOSE_LABELS[purpose]}</Definition>
      <Definition label="Marking">{marking}</Definition>
      <Definition label="What changed since">
        <Since since={since} />
      </Definition>
      <Definition label="As at">{asAt === null ? 'The day it was issued' : formatDate(asAt)}</Definition>
      {reviewId !== null && (
        <Definition label="Review of the briefing">
          <ReviewLink reviewId={reviewId} />
        </Definition>
      )}
      {agencyId !== null && (
        <Definition label="Agency of the pack">
          <Link href={agencyHref(agencyId)}>{agencies.find(({ id }) => id === agencyId)?.name ?? 'An agency'}</Link>
        </Definition>
      )}
      {year !== null && <Definition label="Year">{yearWords(year)}</Definition>}
    </>
  );
}

function Since({ since }: { readonly since: PackOptions['since'] }) {
  if (since === null) return 'The last meeting';
  if (since.kind === 'day') return formatDate(since.day);
  return <PackLink packId={since.packId} />;
}

function PackLink({ packId }: { readonly packId: string }) {
  const { data } = useQuery(api.packRegister.detail.queryOptions({ input: { id: packId } }));
  return <Link href={packHref(packId)}>{data === undefined ? 'An earlier pack' : `Pack ${data.number}`}</Link>;
}

function ReviewLink({ reviewId }: { readonly reviewId: string }) {
  const { data } = useQuery(api.reviews.get.queryOptions({ input: { id: reviewId } }));
  return <Link href={reviewHref(reviewId)}>{data?.review.reference ?? 'The review'}</Link>;
}
