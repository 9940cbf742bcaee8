import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ThemeDetail } from '../../../../db/contract/themes.ts';
import { goTo } from '../../../app/go-to.ts';
import { listHref, themeHref, themesHref } from '../../../app/links.ts';
import { api } from '../../../client.ts';
import { Figure, Figures, Notice, PageHeader } from '../../../ui/index.ts';
import { MergeThemeDialog, MoveThemeDialog, NameThemeDialog, RemoveThemeDialog } from '../tree/ThemeDialogs.tsx';
import { type ThemeAct, ThemeMenu } from '../tree/ThemeMenu.tsx';

/** Where the theme stands, what it takes in, and its figures. */
export function ThemeHeader({ detail }: { readonly detail: ThemeDetail }) {
  const { theme, taxonomy, path, mergedInto, mergedFrom, figures } = detail;
  const { data } = useQuery(api.themes.tree.queryOptions());
  const [act, setAct] = useState<ThemeAct | null>(null);
  const themes = data?.themes ?? [];
  const node = themes.find(({ id }) => id === theme.id);
  const close = (): void => setAct(null);
  const themeId = theme.id;
  return (
    <>
      <PageHeader
        above={
          <>
            <a href={themesHref('tree', { taxonomy: theme.taxonomyId })}>Themes</a>
            {path.map(({ id, name }) => (
              <span key={id}>
                {' › '}
                <a href={themeHref(id)}>{name}</a>
              </span>
            ))}
          </>
        }
        title={theme.name}
        facts={[
          [taxonomy.name, taxonomy.version].filter(Boolean).join(' '),
          ...(figures.lastSeenYear === null ? ['Not seen yet'] : [`Last seen ${figures.lastSeenYear}`]),
          ...(mergedFrom.length === 0 ? [] : [`With ${mergedFrom.map(({ name }) => name).join(', ')}, merged into it`]),
        ]}
        action={node !== undefined && <ThemeMenu theme={node} onAct={setAct} />}
      />
      {mergedInto !== null && (
        <Notice kind="info" title="This theme was merged.">
          What is filed under it counts for <a href={themeHref(mergedInto.id)}>{mergedInto.name}</a>. Undo the merger in
          its history to take the two apart again.
        </Notice>
      )}
      {theme.removed !== null && (
        <Notice kind="warning" title="This theme was removed.">
          Undo the removal in its history to bring it back.
        </Notice>
      )}
      {mergedInto === null && (
        <Figures label="What is filed under it and below it">
          <Figure value={figures.reviews} label="reviews" href={listHref('reviews', { themeId })} />
          <Figure
            value={figures.recommendations}
            label="recommendations"
            href={themeHref(themeId, 'recommendations')}
          />
          <Figure value={figures.actions} label="actions" href={listHref('actions', { themeId })} />
          <Figure
            value={figures.openActions}
            label="actions open"
            href={listHref('actions', { themeId, open: true })}
          />
          <Figure
            value={figures.overdueActions}
            label="actions overdue"
            tone={figures.overdueActions > 0 ? 'red' : undefined}
            href={listHref('actions', { themeId, overdue: true })}
          />
        </Figures>
      )}
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
          onClose={() => {
            close();
            goTo(themesHref('tree'));
          }}
          onMerge={() => setAct({ kind: 'merge', theme: act.theme })}
        />
      )}
    </>
  );
}
