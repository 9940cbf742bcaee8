import { formatDate, isCivilDate } from '../../../db/domain/partial-date.ts';
import type { ListSearch } from '../../state/lists.ts';
import { DateEntry, type DateValue, FilterChip } from '../../ui/index.ts';

type DayFilterProps = {
  readonly from: string | null;
  readonly until: string | null;
  readonly onChange: (part: ListSearch) => void;
};

/** From one day to another, or one of the two. */
export function DayFilter({ from, until, onChange }: DayFilterProps) {
  const take =
    (key: 'from' | 'until') =>
    ({ date }: DateValue): void => {
      if (date === null) onChange({ [key]: '' });
      else if (isCivilDate(date)) onChange({ [key]: date });
    };
  return (
    <FilterChip label="Day" value={daysInWords(from, until)} onClear={() => onChange({ from: '', until: '' })}>
      <div className="ui-stack">
        <DateEntry label="From" value={{ date: from, text: null }} onChange={take('from')} />
        <DateEntry label="Until" value={{ date: until, text: null }} onChange={take('until')} />
      </div>
    </FilterChip>
  );
}

const daysInWords = (from: string | null, until: string | null): string | undefined => {
  if (from !== null && from === until) return formatDate(from);
  const words = [from && `from ${formatDate(from)}`, until && `until ${formatDate(until)}`].filter(Boolean).join(' ');
  return words === '' ? undefined : words;
};
