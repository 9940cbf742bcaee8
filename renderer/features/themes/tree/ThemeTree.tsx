import { useState } from 'react';
import {
  Button as AriaButton,
  Collection,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
} from 'react-aria-components';
import type { ThemeNode } from '../../../../db/contract/themes.ts';
import { whyNotUnder } from '../../../../db/domain/theme-tree.ts';
import { goTo } from '../../../app/go-to.ts';
import { listHref, themeHref } from '../../../app/links.ts';
import { useBoard } from '../../../app/use-board.ts';
import { save } from '../../../app/use-save.ts';
import { client } from '../../../client.ts';
import { Icon, showToast } from '../../../ui/index.ts';
import { RecurrencePill } from '../RecurrencePill.tsx';
import { nextBeside, type ThemeBranch } from './shown-themes.ts';
import { MergeThemeDialog, MoveThemeDialog, NameThemeDialog, RemoveThemeDialog } from './ThemeDialogs.tsx';
import { ThemeMenu, type ThemeAct } from './ThemeMenu.tsx';

export type ThemeTreeProps = {
  readonly branches: readonly ThemeBranch[];
  readonly themes: readonly ThemeNode[];
  /** Then all that was found is open. */
  readonly isFinding: boolean;
};

const dragType = 'application/x-tracker-theme';

/** Arrow keys go from theme to theme and into a theme's figures; Enter opens it; it is moved by dragging or from its menu. */
export function ThemeTree({ branches, themes, isFinding }: ThemeTreeProps) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [act, setAct] = useState<ThemeAct | null>(null);
  const board = useBoard();
  const open = new Set(themes.map(({ id }) => id).filter((id) => isFinding || !closed.has(id)));
  const move = async (id: string, parentThemeId: string | null, beforeThemeId: string | null): Promise<void> => {
    const name = themes.find((theme) => theme.id === id)?.name ?? 'the theme';
    const why = whyNotUnder(board.themes, id, parentThemeId);
    if (why !== null) return void showToast({ message: why, isProblem: true });
    const outcome = await save(
      () => client.themes.move({ id, parentThemeId, beforeThemeId }),
      `Moved the theme ${name}`,
    );
    if (!outcome.ok) showToast({ message: outcome.message, isProblem: true });
  };
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [dragType]: String(key) })),
    onMove: ({ keys, target }) => {
      const [id] = [...keys].map(String);
      const onto = String(target.key);
      if (id === undefined || id === onto) return;
      if (target.dropPosition === 'on') return void move(id, onto, null);
      const parent = themes.find((theme) => theme.id === onto)?.parentThemeId ?? null;
      const next = target.dropPosition === 'before' ? onto : nextBeside(themes, onto);
      if (next !== id) void move(id, parent, next);
    },
  });
  const close = (): void => setAct(null);
  return (
    <div className="theme-tree-scroll">
      <div className="theme-tree-head theme-tree-columns" aria-hidden="true">
        <span>Theme</span>
        <span>Reviews</span>
        <span>Recommendations</span>
        <span>Actions</span>
        <span>Open</span>
        <span>Overdue</span>
        <span>Last seen</span>
        <span>Recurrence</span>
        <span />
      </div>
      <Tree
        aria-label="Themes"
        className="theme-tree"
        items={branches}
        dependencies={[themes, open]}
        expandedKeys={open}
        onExpandedChange={(keys) => setClosed(new Set(themes.map(({ id }) => id).filter((id) => !keys.has(id))))}
        onAction={(id) => goTo(themeHref(String(id)))}
        dragAndDropHooks={isFinding ? undefined : dragAndDropHooks}
      >
        {(branch) => <ThemeTreeItem branch={branch} onAct={setAct} isMovable={!isFinding} />}
      </Tree>
      {act?.kind === 'add' && (
        <NameThemeDialog
          act={{ kind: 'add', taxonomyId: act.theme.taxonomyId, under: act.theme }}
          themes={themes}
          onClose={close}
        />
      )}
      {act?.kind === 'rename' && (
        <NameThemeDialog act={{ kind: 'rename', theme: act.theme }} themes={themes} onClose={close} />
      )}
      {act?.kind === 'move' && <MoveThemeDialog theme={act.theme} themes={themes} onClose={close} />}
      {act?.kind === 'merge' && <MergeThemeDialog theme={act.theme} themes={themes} onClose={close} />}
      {act?.kind === 'remove' && (
        <RemoveThemeDialog
          theme={act.theme}
          onClose={close}
          onMerge={() => setAct({ kind: 'merge', theme: act.theme })}
        />
      )}
    </div>
  );
}

type ItemProps = {
  readonly branch: ThemeBranch;
  readonly onAct: (act: ThemeAct) => void;
  readonly isMovable: boolean;
};

function ThemeTreeItem({ branch: { theme, below }, onAct, isMovable }: ItemProps) {
  return (
    <TreeItem id={theme.id} textValue={theme.name} aria-label={rowWords(theme)} className="theme-tree-row">
      <TreeItemContent>
        {({ hasChildItems, level }) => (
          <div className="theme-tree-columns">
            <span className={`theme-tree-name theme-level-${Math.min(level, 4)}`}>
              {isMovable && (
                <AriaButton slot="drag" className="theme-drag" aria-label={`Drag ${theme.name}`}>
                  <span aria-hidden="true">⠿</span>
                </AriaButton>
              )}
              {hasChildItems ? (
                <AriaButton slot="chevron" className="theme-chevron">
                  <Icon name="chevron-right" size={12} />
                </AriaButton>
              ) : (
                level === 1 && <span className="theme-chevron" />
              )}
              <span className="theme-tree-words">
                <a href={themeHref(theme.id)}>{theme.name}</a>
                {theme.mergedFrom.length > 0 && (
                  <span className="ui-quiet"> with {theme.mergedFrom.map(({ name }) => name).join(', ')}</span>
                )}
              </span>
            </span>
            <ThemeFigures theme={theme} />
            <span>{theme.recurrence.mark !== 'not-seen' && <RecurrencePill mark={theme.recurrence.mark} />}</span>
            <ThemeMenu theme={theme} onAct={onAct} />
          </div>
        )}
      </TreeItemContent>
      <Collection items={below}>
        {(child: ThemeBranch) => <ThemeTreeItem branch={child} onAct={onAct} isMovable={isMovable} />}
      </Collection>
    </TreeItem>
  );
}

function ThemeFigures({ theme: { id, name, figures } }: { readonly theme: ThemeNode }) {
  const { reviews, recommendations, actions, openActions, overdueActions, lastSeenYear } = figures;
  const themeId = id;
  return (
    <>
      <FigureLink count={reviews} words="reviews" name={name} href={listHref('reviews', { themeId })} />
      <FigureLink count={recommendations} words="recommendations" name={name} href={themeHref(id, 'recommendations')} />
      <FigureLink count={actions} words="actions" name={name} href={listHref('actions', { themeId })} />
      <FigureLink
        count={openActions}
        words="open actions"
        name={name}
        href={listHref('actions', { themeId, open: true })}
      />
      <FigureLink
        count={overdueActions}
        words="overdue actions"
        name={name}
        href={listHref('actions', { themeId, overdue: true })}
        isWarning
      />
      <span className="theme-tree-figure">
        {lastSeenYear === null ? <span className="ui-quiet">–</span> : lastSeenYear}
      </span>
    </>
  );
}

type FigureLinkProps = {
  readonly count: number;
  readonly words: string;
  readonly name: string;
  readonly href: string;
  readonly isWarning?: boolean;
};

/** Nought leads nowhere. */
function FigureLink({ count, words, name, href, isWarning = false }: FigureLinkProps) {
  return (
    <span className="theme-tree-figure">
      {count === 0 ? (
        <span className="ui-quiet">0</span>
      ) : (
        <a href={href} aria-label={`${count} ${words}: ${name}`} className={isWarning ? 'reviews-late' : undefined}>
          {count.toLocaleString('en-GB')}
        </a>
      )}
    </span>
  );
}

const rowWords = ({ name, figures, recurrence }: ThemeNode): string =>
  `${name}: ${figures.reviews} reviews, ${figures.recommendations} recommendations, ${figures.actions} actions, ${figures.openActions} open, ${figures.overdueActions} overdue${
    figures.lastSeenYear === null ? '' : `, last seen ${figures.lastSeenYear}`
  }. ${recurrence.words}${recurrence.mark === 'after-sign-off' ? ' Recurs after its actions were signed off.' : ''}`;
