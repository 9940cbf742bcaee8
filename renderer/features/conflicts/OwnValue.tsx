import type { ConflictDetail } from '../../../db/contract/conflicts.ts';
import { Button, RadioGroup } from '../../ui/index.ts';
import { OwnValueFields } from './OwnValueFields.tsx';
import { type OwnValueEntry, sideField } from './use-own-value.ts';

type OwnValueProps = { readonly detail: ConflictDetail; readonly own: OwnValueEntry };

/** What a person makes of the versions: which record gets another name, or the value itself. */
export function OwnValue({ detail, own }: OwnValueProps) {
  const isRename = detail.kind === 'twins';
  const { problem, side } = own;
  return (
    <div className="conflict-own">
      {isRename && (
        <RadioGroup
          label="Which one?"
          options={detail.sides.map(({ id, laptop }) => ({ key: id, label: `The one recorded on ${laptop}` }))}
          value={side}
          onChange={own.chooseSide}
          error={problem?.field === sideField ? problem.words : undefined}
        />
      )}
      {!isRename && <BeginWith detail={detail} own={own} />}
      {(!isRename || side !== null) && (
        <OwnValueFields
          fields={detail.ownValue?.fields ?? []}
          drafts={own.drafts}
          onChange={own.enter}
          onUnread={own.noteUnread}
          problem={problem}
        />
      )}
    </div>
  );
}

/** A long text is rarely written anew: it begins with one of the versions, or with all of them one after the other. */
function BeginWith({ detail: { ownValue, sides, base }, own }: OwnValueProps) {
  const text = ownValue?.fields.find(({ kind }) => kind === 'text');
  if (text === undefined) return null;
  const textIn = (fields: ConflictDetail['shown']): string =>
    String(fields.find(({ field }) => field === text.field)?.stored ?? '');
  const beginnings = [
    ...sides.map(({ laptop, fields }) => ({ words: laptop, text: textIn(fields) })),
    { words: 'All, one after the other', text: sides.map(({ fields }) => textIn(fields)).join('\n\n') },
    ...(base === null ? [] : [{ words: 'What stood before', text: textIn(base.fields) }]),
  ];
  return (
    <div className="conflict-begin" role="group" aria-label="Begin with">
      <span className="ui-quiet" aria-hidden="true">
        Begin with:
      </span>
      {beginnings.map((beginning) => (
        <Button
          key={beginning.words}
          size="small"
          aria-label={`Begin with: ${beginning.words}`}
          onPress={() => own.enter(text.field, beginning.text)}
        >
          {beginning.words}
        </Button>
      ))}
    </div>
  );
}
