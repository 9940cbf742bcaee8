import type { ConflictDetail, ConflictSide } from '../../../db/contract/conflicts.ts';
import type { RecordPlace } from '../../../db/domain/board-areas.ts';

export type VersionField = Omit<ConflictSide['fields'][number], 'stored'> & {
  /** The sides say different things here. */
  readonly differs: boolean;
};

export type Version = {
  readonly key: string;
  readonly title: string;
  /** Who and when; empty where nobody wrote it. */
  readonly by: { readonly post: string; readonly at: number } | null;
  /** "Edited an action", and why. */
  readonly deed: string;
  readonly reason: string;
  readonly record: { readonly name: string; readonly place: RecordPlace | null } | null;
  readonly standing: 'shown' | 'left-out' | null;
  readonly fields: readonly VersionField[];
};

/** `now`: what the record shows, where that is neither a side's nor what stood before. */
export type VersionsShown = {
  readonly before: Version | null;
  readonly sides: readonly Version[];
  readonly now: Version | null;
};

export const versionsOf = ({ sides, base, shown }: ConflictDetail): VersionsShown => {
  const areRecords = sides.every(({ record }) => record !== null);
  const isAnyShown = base?.isShown === true || sides.some(({ isShown }) => isShown);
  return {
    before:
      base === null
        ? null
        : {
            key: base.operationId,
            title: 'What stood before',
            by: base,
            deed: [laptopWords(base.laptop), base.words].filter((words) => words !== '').join(': '),
            reason: base.reason,
            record: null,
            standing: base.isShown ? 'shown' : null,
            fields: base.fields.map(plain),
          },
    sides: sides.map((side) => ({
      key: side.id,
      title: laptopWords(side.laptop),
      by: side,
      deed: side.words,
      reason: side.reason,
      record: side.record,
      // Records that stand beside each other are all shown.
      standing: side.deed === 'left-out' ? 'left-out' : side.isShown && !areRecords ? 'shown' : null,
      fields: areRecords ? fieldsInLine(sides, side) : fieldsOf(side),
    })),
    now:
      isAnyShown || shown.length === 0
        ? null
        : {
            key: 'now',
            title: 'The record',
            by: null,
            deed: '',
            reason: '',
            record: null,
            standing: 'shown',
            fields: shown.map(plain),
          },
  };
};

const laptopWords = (laptop: string): string => laptop || 'A laptop that is not known here';

type Told = Pick<ConflictSide['fields'][number], 'field' | 'label' | 'value'> &
  Partial<Pick<ConflictSide['fields'][number], 'fromShown' | 'fromBase'>>;

const plain = ({ field, label, value, fromShown = null, fromBase = null }: Told): VersionField => ({
  field,
  label,
  value,
  fromShown,
  fromBase,
  differs: false,
});

const fieldsOf = ({ deed, fields }: ConflictSide): readonly VersionField[] =>
  deed === 'removed' ? [plain({ field: 'removed', label: 'Record', value: 'Removed' })] : fields.map(plain);

/** The fields that any of the records has, in one order, so that the same stand beside the same. */
const fieldsInLine = (sides: readonly ConflictSide[], side: ConflictSide): readonly VersionField[] => {
  const labels = new Map(sides.flatMap(({ fields }) => fields.map(({ field, label }) => [field, label] as const)));
  const valueOf = ({ fields }: ConflictSide, field: string): string | null =>
    fields.find((told) => told.field === field)?.value ?? null;
  return [...labels].map(([field, label]) => ({
    ...plain({ field, label, value: valueOf(side, field) }),
    differs: sides.some((other) => valueOf(other, field) !== valueOf(side, field)),
  }));
};
