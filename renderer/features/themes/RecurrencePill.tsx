import { RECURRENCE_MARK_LABELS, type RecurrenceMark } from '../../../db/domain/theme-recurrence.ts';
import { Pill, type Tone } from '../../ui/index.ts';

const looks: Readonly<Record<RecurrenceMark, { readonly tone: Tone; readonly symbol: string }>> = {
  'after-sign-off': { tone: 'red', symbol: '▲' },
  recurs: { tone: 'amber', symbol: '↻' },
  once: { tone: 'grey', symbol: '•' },
  'not-seen': { tone: 'grey', symbol: '○' },
};

export function RecurrencePill({ mark }: { readonly mark: RecurrenceMark }) {
  return <Pill {...looks[mark]}>{RECURRENCE_MARK_LABELS[mark]}</Pill>;
}
