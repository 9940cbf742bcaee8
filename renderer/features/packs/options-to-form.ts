import type { BoardData } from '../../../db/contract/board.ts';
import type { RegisteredPack } from '../../../db/contract/pack-register.ts';
import type { PackFormat, PackOptions } from '../../../db/contract/packs.ts';
import { type DateValue, noDate } from '../../ui/index.ts';
import { ANOTHER_DATE, NO_MEETING } from './meeting-choices.ts';
import { type PackForm, SINCE_A_DAY, SINCE_LAST_MEETING } from './pack-form.ts';
import { FORMATS_IN_ORDER } from './pack-words.ts';
import { sectionsChosen } from './section-order.ts';

/** The form as it was when the pack was issued, to make another like it. */
export const optionsToForm = (
  options: PackOptions,
  { documents }: Pick<RegisteredPack, 'documents'>,
  { meetings }: Pick<BoardData, 'meetings'>,
): PackForm => {
  const { meetingDate, body, since, year } = options;
  const meeting = meetings.find(({ date, bodyName }) => date === meetingDate && bodyName === body);
  const issued = FORMATS_IN_ORDER.filter((format: PackFormat) =>
    documents.some((document) => document.format === format),
  );
  return {
    templateName: options.templateName,
    audience: options.audience,
    title: options.title,
    body,
    meeting: meetingDate === null ? NO_MEETING : (meeting?.id ?? ANOTHER_DATE),
    otherDate: meeting === undefined ? dateValue(meetingDate) : noDate,
    purpose: options.purpose,
    marking: options.marking,
    sections: sectionsChosen(options.sections),
    asAt: dateValue(options.asAt),
    since: since === null ? SINCE_LAST_MEETING : since.kind === 'day' ? SINCE_A_DAY : since.packId,
    sinceDay: since?.kind === 'day' ? dateValue(since.day) : noDate,
    reviewId: options.reviewId,
    agencyId: options.agencyId,
    year: year === null ? null : { from: dateValue(year.from), until: dateValue(year.until) },
    formats: issued.length === 0 ? ['docx'] : issued,
  };
};

const dateValue = (date: string | null): DateValue => ({ date, text: null });
