import { useEffect, useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { reviewHref } from '../../../app/links.ts';
import { Count } from '../../../ui/index.ts';
import { REVIEW_SECTIONS, type ReviewSection } from './sections.ts';
import { showPart } from './show-part.ts';

/** Leads to the sections of the page; marks the one that is being read. */
export function SectionNav({ detail }: { readonly detail: ReviewDetail }) {
  const current = useSectionInSight();
  return (
    <nav className="review-nav" aria-label="Sections of this review">
      <ul>
        {REVIEW_SECTIONS.map(({ key, label, count }: ReviewSection) => (
          <li key={key}>
            <a
              href={reviewHref(detail.review.id, key)}
              aria-current={key === current ? 'location' : undefined}
              onClick={(event) => {
                event.preventDefault();
                showPart(key);
              }}
            >
              {label}
              {count !== undefined && count(detail) > 0 && <Count value={count(detail)} />}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The first section that reaches into the upper part of the page. */
const useSectionInSight = (): string => {
  const [inSight, setInSight] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) =>
        setInSight((now) => {
          const next = new Set(now);
          for (const { target, isIntersecting } of entries) {
            if (isIntersecting) next.add(target.id);
            else next.delete(target.id);
          }
          return next;
        }),
      { rootMargin: '-64px 0px -60% 0px' },
    );
    for (const { key } of REVIEW_SECTIONS) {
      const part = document.getElementById(key);
      if (part !== null) observer.observe(part);
    }
    return () => observer.disconnect();
  }, []);
  return REVIEW_SECTIONS.find(({ key }) => inSight.has(key))?.key ?? 'summary';
};
