import type { OverviewData } from '../../../db/contract/overview.ts';
import { useBoard } from '../../app/use-board.ts';
import { Pill, Section, shareInWords } from '../../ui/index.ts';
import { actionsBehind } from './lists-behind.ts';
import { toneOf } from './tones.ts';

type Level = OverviewData['actionsByRag'][number];

/** One bar of all actions, and below it each level with its share and its rule: the picture adds nothing that is not said. */
export function ActionsByRag({ levels, noTarget }: { readonly levels: readonly Level[]; readonly noTarget: number }) {
  const { board, ragSchemes } = useBoard();
  const scheme = ragSchemes.find(({ id }) => id === board.ragSchemeId);
  const total = levels.reduce((sum, { count }) => sum + count, 0);
  return (
    <Section
      heading="Actions by RAG"
      id="overview-rag"
      note={scheme && `Rated by the scheme “${scheme.name}”; what the board confirmed stands before what is computed.`}
    >
      {total === 0 ? (
        <p>No action is recorded.</p>
      ) : (
        <>
          <Bar levels={levels} />
          <dl className="overview-levels">
            {levels.map((level) => (
              <div key={level.level}>
                <dt>
                  <Pill tone={toneOf(level.tone)} symbol={level.symbol}>
                    {level.label}
                  </Pill>
                </dt>
                <dd className="overview-level-share">
                  {level.count === 0 ? (
                    <span className="ui-quiet">{shareInWords(0, total)}</span>
                  ) : (
                    <a href={actionsBehind({ rag: [level.level] })}>{shareInWords(level.count, total)}</a>
                  )}
                </dd>
                <dd className="overview-level-rule">{scheme?.levels.find(({ code }) => code === level.level)?.rule}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {noTarget > 0 && (
        <p className="overview-more">
          <a href={actionsBehind({ noTarget: true })}>
            {noTarget === 1 ? '1 open action has' : `${noTarget.toLocaleString('en-GB')} open actions have`} no target
            date
          </a>
          , so nothing says when {noTarget === 1 ? 'it is' : 'they are'} late.
        </p>
      )}
    </Section>
  );
}

function Bar({ levels }: { readonly levels: readonly Level[] }) {
  return (
    <div className="overview-bar" aria-hidden="true">
      {levels
        .filter(({ count }) => count > 0)
        .map(({ level, tone, symbol, count }) => (
          <span key={level} className={`ui-tone-${toneOf(tone)}`} style={{ flexGrow: count }}>
            {symbol}
          </span>
        ))}
    </div>
  );
}
