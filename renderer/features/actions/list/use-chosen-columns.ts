import { useMemo } from 'react';
import { type ListPlace, showColumns, useShownColumns } from '../../../state/lists.ts';
import type { ColumnChooserProps } from '../../../ui/index.ts';

type Choosable = {
  readonly key: string;
  readonly heading: string;
  readonly isFixed?: boolean;
  readonly isSpare?: boolean;
};

/** The columns that a place shows, as the person chose or else all but the spare ones, and what its chooser takes. */
export const useChosenColumns = <Column extends Choosable>(
  place: ListPlace,
  columns: readonly Column[],
): { readonly shown: readonly Column[]; readonly chooser: ColumnChooserProps } => {
  const chosen = useShownColumns(place);
  const shown = useMemo(
    () => columns.filter(({ key, isSpare }) => (chosen === null ? !isSpare : chosen.includes(key))),
    [columns, chosen],
  );
  const hidden = new Set(columns.filter((column) => !shown.includes(column)).map(({ key }) => key));
  return {
    shown,
    chooser: {
      columns,
      hidden,
      onChange: (left) =>
        showColumns(
          place,
          columns.map(({ key }) => key).filter((key) => !left.has(key)),
        ),
    },
  };
};
