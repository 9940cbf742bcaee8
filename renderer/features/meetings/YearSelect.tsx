import { useBoard } from '../../app/use-board.ts';
import { Select } from '../../ui/index.ts';
import { yearOptions } from './meeting-search.ts';

type YearSelectProps = {
  readonly years: readonly number[];
  readonly year: number;
  readonly onYear: (year: string) => void;
};

export function YearSelect({ years, year, onYear }: YearSelectProps) {
  const { today } = useBoard();
  return (
    <Select
      label="Year"
      options={yearOptions(years, year, today)}
      value={String(year)}
      onChange={onYear}
      width="short"
    />
  );
}
