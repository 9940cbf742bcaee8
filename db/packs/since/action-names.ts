import type { ActionRow } from '../../contract/actions.ts';
import { actionsWhere } from '../../service/action-list.ts';
import type { Reader } from '../../service/context.ts';

/** "LCSPR 2025/02, action 1.2". */
export const actionSubject = ({ origin, number }: Pick<ActionRow, 'origin' | 'number'>): string =>
  `${origin || 'No plan'}, action ${number}`;

export const actionsById = (reader: Reader, day: string, ids: readonly string[]): ReadonlyMap<string, ActionRow> =>
  ids.length === 0
    ? new Map()
    : new Map(
        actionsWhere(reader, day, 'a.id in (select value from json_each(@ids))', { ids: JSON.stringify(ids) }).map(
          (action) => [action.id, action],
        ),
      );
