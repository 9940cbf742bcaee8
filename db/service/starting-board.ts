/** What a new board starts with: its types of review, reasons, themes, RAG schemes, a board and an executive, and a ladder. */
import { DELAY_REASON_LABELS, DELAY_REASONS, type Nation, UNCONFIRMED_DELAY_REASONS } from '../domain/codes.ts';
import { RAG_SCHEMES } from '../domain/rag.ts';
import { REVIEW_TYPES, type ReviewType } from '../domain/review-types.ts';
import { DELAY_REASON_PHRASES } from '../domain/statements.ts';
import { THEMES } from '../domain/themes.ts';
import type { Store, Writer } from '../store/store.ts';

export const addStartingBoard = (
  store: Store,
  board: { readonly id: string; readonly name: string; readonly nation: Nation },
): void => {
  store.operation({ kind: 'create-board' }, (write) => {
    const schemes = addRagSchemes(write);
    write.insert('boards', { ...board, ragSchemeId: schemes.get('schedule') ?? null });
    REVIEW_TYPES.forEach((type, position) => addReviewType(write, type, position));
    addDelayReasons(write);
    addThemes(write);
    addBodiesAndLadder(write, board.name);
  });
};

const flag = (yes: boolean): 0 | 1 => (yes ? 1 : 0);

const addRagSchemes = (write: Writer): ReadonlyMap<string, string> => {
  const ids = new Map<string, string>();
  RAG_SCHEMES.forEach(({ levels, note, confirmed, ...scheme }, position) => {
    const ragSchemeId = write.insert('ragSchemes', {
      ...scheme,
      note: note ?? '',
      confirmed: flag(confirmed),
      position,
    });
    ids.set(scheme.code, ragSchemeId);
    levels.forEach((level, at) =>
      write.insert('ragLevels', {
        ...level,
        ragSchemeId,
        lowerInclusive: flag(level.lowerInclusive),
        upperInclusive: flag(level.upperInclusive),
        position: at,
      }),
    );
  });
  return ids;
};

const addReviewType = (write: Writer, type: ReviewType, position: number): void => {
  const { stages, regimes, clocks, ...fields } = type;
  const reviewTypeId = write.insert('reviewTypes', {
    ...fields,
    note: fields.note ?? '',
    statutory: flag(fields.statutory),
    confirmed: flag(fields.confirmed),
    position,
  });
  stages.forEach((stage, at) => write.insert('stages', { ...stage, reviewTypeId, position: at }));
  const regimeIds = new Map<string, string>();
  regimes.forEach(({ from, until, confirmed, ...regime }, at) => {
    const id = write.insert('regimes', {
      ...regime,
      reviewTypeId,
      fromDate: from,
      untilDate: until,
      confirmed: flag(confirmed),
      position: at,
    });
    regimeIds.set(regime.code, id);
  });
  clocks.forEach(({ regime, confirmed, ...clock }, at) =>
    write.insert('clockRules', {
      ...clock,
      reviewTypeId,
      regimeId: regime === null ? null : (regimeIds.get(regime) ?? null),
      confirmed: flag(confirmed),
      position: at,
    }),
  );
};

const addDelayReasons = (write: Writer): void => {
  const unconfirmed: ReadonlySet<string> = new Set(UNCONFIRMED_DELAY_REASONS);
  DELAY_REASONS.forEach((code, position) =>
    write.insert('delayReasons', {
      code,
      name: DELAY_REASON_LABELS[code],
      phrase: DELAY_REASON_PHRASES[code],
      confirmed: flag(!unconfirmed.has(code)),
      position,
    }),
  );
};

const addThemes = (write: Writer): void => {
  const taxonomyId = write.insert('taxonomies', { name: 'Starting themes', version: '1' });
  const ids = new Map<string, string>();
  THEMES.forEach((theme, position) => {
    const id = write.insert('themes', {
      taxonomyId,
      code: theme.code,
      name: theme.name,
      parentThemeId: theme.parent === null ? null : (ids.get(theme.parent) ?? null),
      source: theme.source ?? '',
      position,
    });
    ids.set(theme.code, id);
  });
};

const addBodiesAndLadder = (write: Writer, boardName: string): void => {
  const board = write.insert('bodies', { name: boardName, kind: 'board', position: 0 });
  const executive = write.insert('bodies', {
    name: 'Executive group',
    kind: 'executive',
    parentBodyId: board,
    position: 1,
  });
  const subGroup = write.insert('bodies', {
    name: 'Case review sub-group',
    kind: 'sub-group',
    parentBodyId: board,
    position: 2,
  });
  const steps = [
    { appliesTo: 'report', bodyId: subGroup, kind: 'endorsed' },
    { appliesTo: 'report', bodyId: board, kind: 'adopted' },
    { appliesTo: 'plan', bodyId: subGroup, kind: 'endorsed' },
    { appliesTo: 'plan', bodyId: executive, kind: 'adopted' },
    { appliesTo: 'action', bodyId: subGroup, kind: 'evidence-accepted' },
    { appliesTo: 'action', bodyId: executive, kind: 'signed-off' },
  ] as const;
  steps.forEach((step, at) => write.insert('ladderSteps', { ...step, position: at % 2 }));
};
