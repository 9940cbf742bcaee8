/** Themes of what is told: of recommendations and actions of public plans that are released in words. */
import type { Reader } from '../../service/context.ts';
import type { NameGuard } from './never-printed.ts';
import { actionsOf, type PublicPlan } from './public-plans.ts';

export type PublicTheme = {
  readonly name: string;
  readonly recommendations: number;
  readonly actions: number;
};

const NAME = 'coalesce((select m.name from themes m where m.id = t.mergedIntoId), t.name)';

export const readPublicThemes = (
  reader: Reader,
  plans: readonly PublicPlan[],
  names: NameGuard,
): readonly PublicTheme[] => {
  const tally = (sql: string, ids: readonly string[]): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    const rows = reader.prepare<[string], { name: string; id: string }>(sql).all(JSON.stringify(ids));
    for (const { name } of rows) counts.set(name, (counts.get(name) ?? 0) + 1);
    return counts;
  };
  const recommendations = tally(
    `select distinct x.recommendationId as id, ${NAME} as name from recommendationThemes x join themes t on t.id = x.themeId
     where x.removed is null and t.removed is null and x.recommendationId in (select value from json_each(?))`,
    idsOfTold(plans.flatMap((plan) => plan.recommendations)),
  );
  const actions = tally(
    `select distinct x.actionId as id, ${NAME} as name from actionThemes x join themes t on t.id = x.themeId
     where x.removed is null and t.removed is null and x.actionId in (select value from json_each(?))`,
    idsOfTold(plans.flatMap(actionsOf)),
  );
  return [...new Set([...recommendations.keys(), ...actions.keys()])]
    .filter((name) => names.printable(name) !== '')
    .map((name) => ({ name, recommendations: recommendations.get(name) ?? 0, actions: actions.get(name) ?? 0 }))
    .sort(
      (a, b) =>
        b.recommendations + b.actions - (a.recommendations + a.actions) ||
        (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1),
    );
};

const idsOfTold = (all: readonly { readonly id: string; readonly words: string | null }[]): readonly string[] =>
  all.filter(({ words }) => words !== null).map(({ id }) => id);
