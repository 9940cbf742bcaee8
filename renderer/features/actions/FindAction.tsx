import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActionFilter, ActionRow } from '../../../db/contract/actions.ts';
import { api } from '../../client.ts';
import type { FieldWords } from '../../ui/index.ts';
import { FindComboBox } from './FindComboBox.tsx';

type FindActionProps = FieldWords & {
  readonly value: string | null;
  readonly onChange: (action: { readonly id: string; readonly number: string } | null) => void;
  /** Narrows what is offered, e.g. to one review. */
  readonly within?: ActionFilter;
  /** Leaves out actions that cannot be meant. */
  readonly suits?: (action: ActionRow) => boolean;
  readonly autoFocus?: boolean;
};

const asked = 100;
const offered = 20;

export function FindAction({ value, onChange, within = {}, suits = isAny, ...words }: FindActionProps) {
  const [find, setFind] = useState('');
  const { data } = useQuery({
    ...api.actions.list.queryOptions({
      input: {
        filter: { ...within, find: value === null ? find : '' },
        sort: { by: 'review', descending: false },
        offset: 0,
        limit: asked,
      },
    }),
    placeholderData: keepPreviousData,
  });
  const rows = (data?.rows ?? []).filter(suits).slice(0, offered);
  return (
    <FindComboBox
      {...words}
      options={rows.map(({ id, number, text, origin }) => ({ key: id, label: `${number} · ${origin}`, note: text }))}
      find={find}
      onFind={setFind}
      value={value}
      onChange={(option) => {
        const row = rows.find(({ id }) => id === option?.key);
        onChange(row === undefined ? null : { id: row.id, number: row.number });
      }}
    />
  );
}

const isAny = (): boolean => true;
