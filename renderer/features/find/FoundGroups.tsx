import type { FoundGroup } from '../../../db/contract/search.ts';
import { FOUND_KIND_LABELS, type FoundKind } from '../../../db/domain/found-kinds.ts';
import { countOfFound } from '../../app/found-words.ts';
import { recordHref } from '../../app/links.ts';
import { MarkedText } from '../../app/MarkedText.tsx';
import { Button } from '../../ui/index.ts';
import { ResultLink } from './ResultLink.tsx';

type FoundGroupsProps = {
  readonly groups: readonly FoundGroup[];
  readonly only: FoundKind | null;
  readonly onShowAll: (kind: FoundKind) => void;
};

export function FoundGroups({ groups, only, onShowAll }: FoundGroupsProps) {
  return groups.map((group) => (
    <section key={group.kind} className="find-group" aria-label={FOUND_KIND_LABELS[group.kind]}>
      <h2>
        {FOUND_KIND_LABELS[group.kind]} <span>{countOfFound(group)}</span>
      </h2>
      <ul className="find-results">
        {group.found.map(({ kind, id, title, context, snippet, link }) => (
          <li key={id}>
            <ResultLink
              kind={kind}
              href={recordHref(link)}
              title={<MarkedText parts={title} />}
              context={context}
              snippet={snippet.length > 0 && <MarkedText parts={snippet} />}
            />
          </li>
        ))}
      </ul>
      {only === null && (group.isMore || group.count > group.found.length) && (
        <Button kind="quiet" size="small" onPress={() => onShowAll(group.kind)}>
          Show more {FOUND_KIND_LABELS[group.kind].toLowerCase()}
        </Button>
      )}
      {only !== null && (group.isMore || group.count > group.found.length) && (
        <p className="ui-quiet">These are the best {group.found.length}. More words narrow it down.</p>
      )}
    </section>
  ));
}
