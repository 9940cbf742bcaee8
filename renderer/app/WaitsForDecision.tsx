import './conflict-marks.css';
import type { ConflictSummary } from '../../db/contract/conflicts.ts';
import type { RecordPlace } from '../../db/domain/board-areas.ts';
import { Icon, Link } from '../ui/index.ts';
import { conflictHref } from './links.ts';
import { type OpenConflicts, useOpenConflicts, waitingWords } from './open-conflicts.ts';
import { useEarlierDay } from './use-earlier-day.ts';

type WaitsForDecisionProps = {
  /** The page or panel that it stands at the head of; a section of a review narrows to what stands there. */
  readonly at: RecordPlace;
};

/** At the head of a record: what laptops changed apart of it and of all that stands on its page. */
export function WaitsForDecision({ at }: WaitsForDecisionProps) {
  const isToday = useEarlierDay() === null;
  const found = useOpenConflicts(({ conflicts }: OpenConflicts) => conflicts.filter((conflict) => isOf(conflict, at)));
  if (found.length === 0 || !isToday) return null;
  return (
    <section className="app-waits" aria-label="Waits for a decision">
      <Icon name="conflict" />
      <div>
        <p>{waitingWords(found.length)}. Every version is kept until then.</p>
        <ul>
          {found.map((conflict) => (
            <li key={conflict.id}>
              <Link href={conflictHref(conflict.id)}>{conflict.heading}</Link>
              {!isTheRecord(conflict, at) && <span className="ui-quiet"> · {conflict.record}</span>}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

const isOf = (conflict: ConflictSummary, at: RecordPlace): boolean => {
  const { place } = conflict;
  const isOnPage = place !== null && isSamePage(place, at);
  if (at.at === 'review' && at.section !== '') return isOnPage && place.at === 'review' && place.section === at.section;
  return isOnPage || isTheRecord(conflict, at);
};

const isTheRecord = ({ rowIds }: ConflictSummary, at: RecordPlace): boolean => 'id' in at && rowIds.includes(at.id);

const isSamePage = (one: RecordPlace, other: RecordPlace): boolean => {
  if (one.at !== other.at) return false;
  if ('id' in one && 'id' in other) return one.id === other.id;
  return one.at === 'settings' && other.at === 'settings' && one.section === other.section;
};
