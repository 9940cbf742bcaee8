import type { OverviewData } from '../../../db/contract/overview.ts';
import { Figure, Figures, Section, type Tone } from '../../ui/index.ts';
import { actionsBehind, registerBehind, reviewsBehind } from './lists-behind.ts';

/** The figures of the day, each of which opens the list behind it. */
export function OverviewFigures({ counts }: Pick<OverviewData, 'counts'>) {
  const ofOpen = `of ${counted(counts.openActions, 'open action', 'open actions')}`;
  return (
    <Section heading="In figures">
      <div className="overview-figures">
        <Figures label="Figures">
          <Figure
            value={counts.liveReviews}
            label="Live reviews"
            note={`of ${counted(counts.reviews, 'review', 'reviews')}`}
            href={reviewsBehind({ live: true })}
          />
          <Figure
            value={counts.lateReviews}
            label="Reviews past a clock"
            note="past due, not met, not relaxed"
            tone={toneIfAny(counts.lateReviews, 'red')}
            href={reviewsBehind({ late: true })}
          />
          <Figure
            value={counts.completeUnpublished}
            label="Complete and unpublished"
            note="reviews, with their delays"
            href={registerBehind({ completeUnpublished: true })}
          />
          <Figure
            value={counts.awaitingSignOffActions}
            label="Awaiting sign-off"
            note={ofOpen}
            href={actionsBehind({ awaitingSignOff: true })}
          />
          <Figure
            value={counts.openActions}
            label="Open actions"
            note={`of ${counted(counts.actions, 'action', 'actions')}`}
            href={actionsBehind({ open: true })}
          />
          <Figure
            value={counts.overdueActions}
            label="Overdue actions"
            note={ofOpen}
            tone={toneIfAny(counts.overdueActions, 'red')}
            href={actionsBehind({ overdue: true })}
          />
          <Figure
            value={counts.dueSoonActions}
            label="Due soon"
            note={ofOpen}
            tone={toneIfAny(counts.dueSoonActions, 'amber')}
            href={actionsBehind({ dueSoon: true })}
          />
          <Figure
            value={counts.noUpdateActions}
            label="No update received"
            note={ofOpen}
            href={actionsBehind({ noUpdate: true })}
          />
        </Figures>
      </div>
    </Section>
  );
}

const toneIfAny = (count: number, tone: Tone): Tone | undefined => (count > 0 ? tone : undefined);

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
