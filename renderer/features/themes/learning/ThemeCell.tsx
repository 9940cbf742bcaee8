import type { CheckRow, ProductRow } from '../../../../db/contract/themes.ts';
import { editRecord } from '../../../app/use-record-edit.ts';
import { useBoard } from '../../../app/use-board.ts';
import { EditableComboBox } from '../../../ui/index.ts';
import { themeChoices } from '../theme-options.ts';

type ThemeCellProps =
  | { readonly table: 'learningProducts'; readonly row: ProductRow; readonly what: string }
  | { readonly table: 'impactChecks'; readonly row: CheckRow; readonly what: string };

/** The theme that the learning is about, chosen in place; emptied, it is about none. */
export function ThemeCell(props: ThemeCellProps) {
  const { themes } = useBoard();
  const { row, what } = props;
  const choices = themeChoices(themes);
  const isMerged = row.themeId !== null && choices.every(({ key }) => key !== row.themeId);
  return (
    <EditableComboBox
      layout="bare"
      label={`Theme, ${what}`}
      whenEmpty="None"
      options={isMerged ? [...choices, { key: row.themeId ?? '', label: row.theme ?? '' }] : choices}
      value={row.themeId}
      onSave={
        props.table === 'learningProducts'
          ? editRecord('learningProducts', props.row, 'themeId')
          : editRecord('impactChecks', props.row, 'themeId')
      }
    />
  );
}
