import type { SilentAgency } from '../../../db/contract/chasing.ts';
import { daysInWords, isAnswerLate } from '../../../db/domain/chasing.ts';
import { listHref } from '../../app/links.ts';
import { useBoard } from '../../app/use-board.ts';
import { Figure, Figures } from '../../ui/index.ts';

type ChasingFiguresProps = { readonly rows: readonly SilentAgency[]; readonly withoutLead: number };

export function ChasingFigures({ rows, withoutLead }: ChasingFiguresProps) {
  const { today } = useBoard();
  const silent = rows.filter(({ noUpdate }) => noUpdate > 0);
  const unanswered = silent.reduce((sum, { noUpdate }) => sum + noUpdate, 0);
  const open = rows.reduce((sum, row) => sum + row.open, 0);
  const longest = silent[0]?.daysSilent ?? null;
  return (
    <Figures label="What is owed">
      <Figure
        value={unanswered}
        label={unanswered === 1 ? 'action without an update' : 'actions without an update'}
        note={
          unanswered === 0
            ? 'everything that was asked is answered'
            : `from ${silent.length} ${silent.length === 1 ? 'agency' : 'agencies'}${longest === null ? '' : `, the longest ${daysInWords(longest)}`}`
        }
        tone={rows.some((row) => isAnswerLate(row, today)) ? 'red' : undefined}
        href={unanswered > 0 ? listHref('actions', { noUpdate: true }) : undefined}
      />
      <Figure
        value={open}
        label={open === 1 ? 'open action with a lead agency' : 'open actions with a lead agency'}
        href={listHref('actions', { open: true, agencyId: rows.map(({ agencyId }) => agencyId) })}
      />
      {withoutLead > 0 && (
        <Figure
          value={withoutLead}
          label={withoutLead === 1 ? 'open action that no agency leads' : 'open actions that no agency leads'}
          note="nobody can be asked about them"
          href={listHref('actions', { open: true, agencyId: ['none'] })}
        />
      )}
    </Figures>
  );
}
