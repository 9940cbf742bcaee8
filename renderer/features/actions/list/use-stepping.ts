import type { Stepping } from '../panel/stepping.ts';
import type { ActionRows } from './use-action-rows.ts';
import { usePanelKeys } from './use-panel-keys.ts';

/** The actions before and after the open one, by J and K and by the panel's buttons. */
export const useStepping = (
  openId: string | null,
  rows: ActionRows,
  open: (actionId: string, options: { readonly replace: boolean }) => void,
): Stepping => {
  const at = openId === null ? -1 : rows.indexOf(openId);
  const before = at > 0 ? rows.getRow(at - 1) : undefined;
  const after = at >= 0 ? rows.getRow(at + 1) : undefined;
  const goTo = (id: string) => (): void => open(id, { replace: true });
  const stepping: Stepping = {
    onPrevious: before === undefined ? null : goTo(before.id),
    onNext: after === undefined ? null : goTo(after.id),
  };
  usePanelKeys(openId !== null, (by) => (by === 1 ? stepping.onNext?.() : stepping.onPrevious?.()));
  return stepping;
};
