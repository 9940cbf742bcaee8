import { LABEL_KIND_LABELS, type LabelKind } from '../../domain/codes.ts';
import { LABEL } from '../../service/review-names.ts';
import type { PackSource } from './source.ts';

export type ReviewName = {
  /** "AM (initials): Death of a baby". */
  readonly subject: string;
  /** "Learning review, led jointly with the Stoke-on-Trent board". */
  readonly type: string;
  /** The post that writes the report; '' where none is recorded. */
  readonly author: string;
};

type Named = {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly leadBody: string;
  readonly author: string;
  readonly type: string;
  readonly label: string;
  readonly labelKind: LabelKind | null;
};

/** What reviews are called and about in the board's own papers, by their ids. */
export const readReviewNames = ({ reader }: Pick<PackSource, 'reader'>): ReadonlyMap<string, ReviewName> =>
  new Map(
    reader
      .prepare<[], Named>(
        `select r.id, r.title, r.lead, r.leadBody, r.leadReviewerPost as author, t.name as type, ${LABEL} as label,
           (select l.kind from labels l where l.caseId = r.caseId and l.removed is null
            order by l.audience = 'print', l.position, l.id limit 1) as labelKind
         from reviews r join reviewTypes t on t.id = r.reviewTypeId where r.removed is null`,
      )
      .all()
      .map((review) => [review.id, { subject: subjectWords(review), type: typeWords(review), author: review.author }]),
  );

/** Initials are told to be initials, since those of staff look the same. */
const subjectWords = ({ label, labelKind, title }: Named): string => {
  const kind = labelKind === 'initials' ? ` (${LABEL_KIND_LABELS.initials.toLowerCase()})` : '';
  return [`${label}${label === '' ? '' : kind}`, title].filter(Boolean).join(': ');
};

const typeWords = ({ type, lead, leadBody }: Named): string => {
  if (lead === 'joint') return `${type}, led jointly${leadBody === '' ? '' : ` with ${leadBody}`}`;
  return lead === 'led-elsewhere' ? `${type}, led by ${leadBody || 'another area'}` : type;
};
