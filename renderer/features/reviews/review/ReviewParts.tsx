import type { ReactNode } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { AgencyReports } from './AgencyReports.tsx';
import { BoardResponses } from './BoardResponses.tsx';
import { Approvals } from './Approvals.tsx';
import { Clocks } from './Clocks.tsx';
import { Closure } from './Closure.tsx';
import { Dates } from './Dates.tsx';
import { Evaluations } from './Evaluations.tsx';
import { FactualAccuracy } from './FactualAccuracy.tsx';
import { FamilyContacts } from './FamilyContacts.tsx';
import { HandOver } from './HandOver.tsx';
import { History } from './History.tsx';
import { Learning } from './Learning.tsx';
import { Notes } from './Notes.tsx';
import { OfCase } from './OfCase.tsx';
import { People } from './People.tsx';
import { Plan } from './Plan.tsx';
import { ProceedDecisions } from './ProceedDecisions.tsx';
import { Publication } from './Publication.tsx';
import { ReviewBodies } from './ReviewBodies.tsx';
import { REVIEW_SECTIONS, type ReviewSectionKey } from './sections.ts';
import { StatedFigures } from './StatedFigures.tsx';
import { Summary } from './Summary.tsx';
import { Themes } from './Themes.tsx';

type PartProps = { readonly detail: ReviewDetail };

const PARTS: Readonly<Record<ReviewSectionKey, (props: PartProps) => ReactNode>> = {
  summary: Summary,
  case: OfCase,
  bodies: ReviewBodies,
  family: FamilyContacts,
  accuracy: FactualAccuracy,
  response: BoardResponses,
  closure: Closure,
  clocks: Clocks,
  dates: Dates,
  publication: Publication,
  plan: Plan,
  approvals: Approvals,
  themes: Themes,
  people: People,
  'agency-reports': AgencyReports,
  evaluations: Evaluations,
  'hand-over': HandOver,
  proceed: ProceedDecisions,
  learning: Learning,
  figures: StatedFigures,
  notes: Notes,
  history: History,
};

export function ReviewParts({ detail }: PartProps) {
  return (
    <div className="review-parts">
      {REVIEW_SECTIONS.map(({ key }) => {
        const Part = PARTS[key];
        return <Part key={key} detail={detail} />;
      })}
    </div>
  );
}
