import { VISITED_KINDS, type VisitedKind } from '../../db/domain/found-kinds.ts';
import type { ListSearch } from '../state/lists.ts';

type Visit = { readonly kind: VisitedKind; readonly id: string };

/** The record that an address opens: its page, or its panel beside a list. */
export const addressToVisit = (pathname: string, search: ListSearch): Visit | null => {
  const [, place = '', id = '', ...more] = pathname.split('/');
  if (place === 'actions' && id === '') return visitOf('actions', search['action']);
  if (place === 'publication' && id === '') return visitOf('reviews', search['review']);
  const kind = VISITED_KINDS.find((known) => known === place);
  return kind === undefined || more.length > 0 ? null : visitOf(kind, id);
};

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

const visitOf = (kind: VisitedKind, id: string | undefined): Visit | null =>
  id !== undefined && isId(id) ? { kind, id } : null;
