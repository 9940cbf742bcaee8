import type { TaskFilter, ThemeTask } from '../contract/themes.ts';
import { readRoute, whyNotRouted } from '../domain/theme-routes.ts';
import { Failure } from '../store/failure.ts';
import type { Row } from '../store/tables.ts';
import type { Reader } from './context.ts';
import { FILED_UNDER } from './theme-links.ts';

type Params = Record<string, string>;
type StoredTask = Row<'themeRoutes'> & { readonly theme: string; readonly body: string };

/** `condition` is SQL over the route `p`, its theme `h` and its body `b`. */
const tasksWhere = (reader: Reader, today: string, condition: string, params: Params = {}): ThemeTask[] =>
  reader
    .prepare<[Params], StoredTask>(
      `select p.*, h.name as theme, coalesce(b.name, p.routedTo) as body
       from themeRoutes p join themes h on h.id = p.themeId left join bodies b on b.id = p.bodyId
       where p.removed is null and (${condition})
       order by p.verifiedOn is not null, coalesce(p.embeddedOn, p.routedOn) is null, coalesce(p.embeddedOn, p.routedOn), p.id`,
    )
    .all(params)
    .map((task) => ({ ...task, ...readRoute(task, today) }));

const OF_THEME = `p.themeId in ${FILED_UNDER}`;

export const tasksOfTheme = (reader: Reader, today: string, themeId: string): ThemeTask[] =>
  tasksWhere(reader, today, OF_THEME, { themeId });

const isOpen = ({ state }: ThemeTask): boolean => state !== 'verified';
const isOverdue = ({ daysOver }: ThemeTask): boolean => daysOver !== null;

const passes = (filter: TaskFilter, task: ThemeTask): boolean => {
  const find = filter.find?.trim().toLowerCase();
  if (find && ![task.theme, task.body, task.task, task.finding].some((text) => text.toLowerCase().includes(find)))
    return false;
  if (filter.bodyId !== undefined && (task.bodyId ?? 'none') !== filter.bodyId) return false;
  if (filter.state?.length && !filter.state.includes(task.state)) return false;
  if (filter.open && !isOpen(task)) return false;
  return !(filter.overdue && !isOverdue(task));
};

/** The tasks that the filter finds, and how many each body has open. A board has tens of them: its rule filters here. */
export const listTasks = (reader: Reader, today: string, filter: TaskFilter) => {
  const all = tasksWhere(reader, today, '1');
  const within = filter.themeId === undefined ? all : tasksWhere(reader, today, OF_THEME, { themeId: filter.themeId });
  const bodies = new Map<string, { bodyId: string | null; body: string; open: number; overdue: number }>();
  for (const task of all.filter(isOpen)) {
    const key = task.bodyId ?? 'none';
    const counted = bodies.get(key) ?? {
      bodyId: task.bodyId,
      body: task.bodyId === null ? 'Bodies named in words' : task.body,
      open: 0,
      overdue: 0,
    };
    bodies.set(key, { ...counted, open: counted.open + 1, overdue: counted.overdue + Number(isOverdue(task)) });
  }
  return {
    rows: within.filter((task) => passes(filter, task)),
    of: all.length,
    byBody: [...bodies.values()].sort((a, b) => b.overdue - a.overdue || b.open - a.open || (a.body < b.body ? -1 : 1)),
  };
};

/** Refuses a task that names no body, or is called verified without a finding. Fails with bad-input, naming the field. */
export const refuseBadRoute = (route: Partial<Row<'themeRoutes'>>): void => {
  const wrong = whyNotRouted({
    routedOn: route.routedOn ?? null,
    embeddedOn: route.embeddedOn ?? null,
    verifiedOn: route.verifiedOn ?? null,
    finding: route.finding ?? '',
    bodyId: route.bodyId ?? null,
    routedTo: route.routedTo ?? '',
  });
  if (wrong !== null) throw new Failure('bad-input', wrong);
};
