import { useEffect, useMemo } from 'react';
import type { ActionFilter } from '../../../../db/contract/actions.ts';
import { errorToLine } from '../../../app/failure-words.ts';
import { client } from '../../../client.ts';
import { select, useSelected } from '../../../state/lists.ts';
import { type GridSelection, showToast } from '../../../ui/index.ts';

const noKeys: ReadonlySet<string> = new Set();

/** Which actions are selected. With another filter nothing is: an act never reaches rows that were filtered out of sight. */
export const useActionSelection = (filter: ActionFilter): GridSelection & { readonly onSelectAll: () => void } => {
  const selectedKeys = useSelected('actions');
  const filterText = JSON.stringify(filter);
  useEffect(() => () => select('actions', noKeys), [filterText]);
  return useMemo(
    () => ({
      mode: 'multiple',
      selectedKeys,
      onChange: (keys) => select('actions', keys),
      onSelectAll: () => void selectAllFound(JSON.parse(filterText) as ActionFilter),
    }),
    [selectedKeys, filterText],
  );
};

const selectAllFound = async (filter: ActionFilter): Promise<void> => {
  try {
    const { ids } = await client.actions.ids({ filter });
    select('actions', new Set(ids));
  } catch (error) {
    showToast({ message: errorToLine(error), isProblem: true });
  }
};
