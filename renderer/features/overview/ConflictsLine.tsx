import { hrefTo } from '../../app/links.ts';
import { useOpenConflicts, waitingWords } from '../../app/open-conflicts.ts';
import { useEarlierDay } from '../../app/use-earlier-day.ts';
import { Icon, Link } from '../../ui/index.ts';

/** What laptops changed apart, where it is seen first; nothing while nothing waits, and of today only. */
export function ConflictsLine() {
  const total = useOpenConflicts((open) => open.total);
  const isToday = useEarlierDay() === null;
  if (total === 0 || !isToday) return null;
  return (
    <p className="overview-conflicts">
      <Icon name="conflict" />
      <Link href={hrefTo('/conflicts')}>{waitingWords(total)}</Link>
      <span>What laptops changed apart from each other. Every version is kept.</span>
    </p>
  );
}
