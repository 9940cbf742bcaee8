import { hrefTo } from '../../app/links.ts';
import { Icon, type IconName, Link } from '../../ui/index.ts';
import type { Standing, StandingLine } from './sync-words.ts';

/** At the top of the place, in words first. */
export function StandingView({ standing: { isGood, headline, lines } }: { readonly standing: Standing }) {
  return (
    <section
      className={isGood ? 'sync-standing sync-standing-good' : 'sync-standing'}
      aria-label="How this laptop stands"
    >
      <Icon name={isGood ? 'check' : 'warning'} />
      <div>
        <p className="sync-standing-headline" role="status">
          {headline}
        </p>
        <ul>
          {lines.map((line) => (
            <li key={line.key}>
              <Icon name={ICONS[line.kind]} />
              <span>
                {line.words} <Way line={line} />
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

const ICONS: Readonly<Record<StandingLine['kind'], IconName>> = {
  'needs-you': 'warning',
  waits: 'history',
  good: 'information',
};

function Way({ line: { place } }: { readonly line: StandingLine }) {
  if (place === 'conflicts') return <Link href={hrefTo('/conflicts')}>Decide them</Link>;
  if (place === 'join') return <Link href={hrefTo('/sync/join')}>Go on with it</Link>;
  return null;
}
