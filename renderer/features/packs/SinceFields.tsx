import { useQuery } from '@tanstack/react-query';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { api } from '../../client.ts';
import { ComboBox, DateEntry, type Option } from '../../ui/index.ts';
import { SINCE_A_DAY, SINCE_LAST_MEETING } from './pack-form.ts';
import type { PackFieldsProps } from './PackFormFields.tsx';

const packsOffered = 100;

/** What "what changed" begins from: the last meeting, a day, or an earlier pack of the register. */
export function SinceFields({ form, problems, change, unreadable, changeUnreadable }: PackFieldsProps) {
  const { data } = useQuery(api.packRegister.list.queryOptions({ input: { limit: packsOffered } }));
  const isUnfilled = form.sinceDay.date === null && form.sinceDay.text === null;
  const earlierPacks = (data?.rows ?? []).map(
    ({ id, number, title, dataAsAt }): Option => ({
      key: id,
      label: `Pack ${number}, data as at ${formatDate(dataAsAt)}`,
      note: title,
    }),
  );
  return (
    <>
      <ComboBox
        label="What changed since"
        width="full"
        options={[
          { key: SINCE_LAST_MEETING, label: 'The last meeting', note: 'Of this body; three months where it has none' },
          { key: SINCE_A_DAY, label: 'A day' },
          ...earlierPacks,
        ]}
        value={form.since}
        onChange={(since) => change({ since: since ?? SINCE_LAST_MEETING })}
      />
      {form.since === SINCE_A_DAY && (
        <DateEntry
          label="Changes since the day"
          value={form.sinceDay}
          onChange={(sinceDay) => change({ sinceDay })}
          onProblem={(problem) => changeUnreadable({ sinceDay: problem !== null })}
          error={isUnfilled || unreadable.sinceDay ? undefined : problems.sinceDay}
        />
      )}
    </>
  );
}
