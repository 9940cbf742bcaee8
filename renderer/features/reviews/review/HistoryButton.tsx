import { IconButton } from '../../../ui/index.ts';
import { type HistoryQuestion, useOpenHistory } from './record-history.ts';

/** Every change of one record, field by field. */
export function HistoryButton({ rowId, title }: HistoryQuestion) {
  const openHistory = useOpenHistory();
  return (
    <IconButton icon="history" size="small" label={`History: ${title}`} onPress={() => openHistory({ rowId, title })} />
  );
}
