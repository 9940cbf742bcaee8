import type { ReactNode } from 'react';
import { countOf } from '../../../db/domain/plain-words.ts';
import { hrefTo } from '../../app/links.ts';
import { Pill } from '../../ui/index.ts';

/** The overview of a board with nothing in it: what to do first, second and third. */
export function FirstSteps({ agencies }: { readonly agencies: number }) {
  return (
    <>
      <p className="overview-lead">
        Nothing is recorded yet, so nothing is late. Three steps, and this page says what is late and why, what waits
        for whom, and what is next.
      </p>
      <ol className="overview-steps">
        <Step
          number={1}
          title="Add the agencies"
          href={hrefTo('/settings/agencies')}
          done={agencies > 0 ? `${countOf(agencies, 'agency', 'agencies')} recorded` : null}
        >
          Who leads actions and is asked for updates: children’s social care, police, health, schools.
        </Step>
        <Step number={2} title="Record a review" href={hrefTo('/reviews/new')}>
          Its reference, type and the day of notification. The clocks of that type start by themselves.
        </Step>
        <Step number={3} title="Make a status pack" href={hrefTo('/packs')}>
          Choose the meeting, look at the pack, and save it as a Word document, Excel workbook or PDF.
        </Step>
      </ol>
    </>
  );
}

type StepProps = {
  readonly number: number;
  readonly title: string;
  readonly href: string;
  /** What has been done of it already. */
  readonly done?: string | null;
  readonly children: ReactNode;
};

function Step({ number, title, href, done = null, children }: StepProps) {
  return (
    <li>
      <span className="overview-step-number" aria-hidden="true">
        {number}
      </span>
      <div>
        <h2>
          <a href={href}>{title}</a>
        </h2>
        <p>{children}</p>
        {done !== null && (
          <Pill tone="green" symbol="✓">
            {done}
          </Pill>
        )}
      </div>
    </li>
  );
}
