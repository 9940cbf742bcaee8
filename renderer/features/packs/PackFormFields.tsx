import type { BoardData } from '../../../db/contract/board.ts';
import { MEETING_PURPOSE_LABELS, MEETING_PURPOSES, PACK_AUDIENCES } from '../../../db/domain/codes.ts';
import type { MeetingPurpose, PackAudience } from '../../../db/domain/codes.ts';
import { DateEntry, RadioGroup, TextField } from '../../ui/index.ts';
import { BodyAndMeeting } from './BodyAndMeeting.tsx';
import { type PackForm, type PackFormProblems, type UnreadableDates, withAudience } from './pack-form.ts';
import { AUDIENCE_WORDS } from './pack-words.ts';
import { SinceFields } from './SinceFields.tsx';
import { SubjectFields } from './SubjectFields.tsx';

export type PackFieldsProps = {
  readonly form: PackForm;
  readonly problems: PackFormProblems;
  readonly change: (part: Partial<PackForm>) => void;
  readonly unreadable: UnreadableDates;
  readonly changeUnreadable: (part: Partial<UnreadableDates>) => void;
  readonly boardData: BoardData;
};

/** Who the pack is for, what it is on, and what stands on its cover. */
export function PackFormFields(props: PackFieldsProps) {
  const { form, problems, change, unreadable, changeUnreadable, boardData } = props;
  return (
    <>
      <RadioGroup
        label="For whom"
        options={audiences}
        value={form.audience}
        onChange={(audience) => change(withAudience(form, audience as PackAudience, boardData.board.marking))}
      />
      <SubjectFields {...props} />
      <TextField label="Title" value={form.title} onChange={(title) => change({ title })} error={problems.title} />
      <BodyAndMeeting {...props} />
      <RadioGroup
        label="Purpose"
        options={purposes}
        value={form.purpose}
        onChange={(purpose) => change({ purpose: purpose as MeetingPurpose })}
      />
      <TextField
        label="Marking"
        hint="Stands at the top and bottom of every page and sheet."
        value={form.marking}
        onChange={(marking) => change({ marking })}
        error={problems.marking}
      />
      <SinceFields {...props} />
      <DateEntry
        label="As at"
        optional
        hint="Shows the board as it was at the end of a past day. Left empty: as it is today."
        value={form.asAt}
        onChange={(asAt) => change({ asAt })}
        onProblem={(problem) => changeUnreadable({ asAt: problem !== null })}
        error={unreadable.asAt ? undefined : problems.asAt}
      />
    </>
  );
}

const purposes = MEETING_PURPOSES.map((purpose) => ({ key: purpose, label: MEETING_PURPOSE_LABELS[purpose] }));
const audiences = PACK_AUDIENCES.map((audience) => ({
  key: audience,
  label: AUDIENCE_WORDS[audience].label,
  note: AUDIENCE_WORDS[audience].holds,
}));
