import { describe, expect, it } from 'vitest';
import { ANOTHER_DATE, meetingOptions } from '../../../../renderer/features/packs/meeting-choices.ts';
import {
  allReadable,
  emptyPackForm,
  type PackForm,
  packFormProblems,
  packFormToOptions,
} from '../../../../renderer/features/packs/pack-form.ts';

type Parts = Parameters<typeof emptyPackForm>[0];

const today = '2026-06-03';

const meeting = (id: string, bodyName: string, date: string | null, state = 'planned') => ({
  id,
  bodyName,
  date,
  state,
  title: '',
  provisional: 0,
});

const board = {
  today,
  board: { marking: 'OFFICIAL-SENSITIVE' },
  bodies: [
    { id: 'b1', name: 'Executive group', kind: 'executive' },
    { id: 'b2', name: 'The Board', kind: 'board' },
  ],
  meetings: [
    meeting('held', 'The Board', '2026-03-01', 'held'),
    meeting('far', 'The Board', '2026-12-01'),
    meeting('off', 'Executive group', '2026-06-05', 'cancelled'),
    meeting('vague', 'Executive group', '2026-07'),
    meeting('next', 'Executive group', '2026-06-18'),
  ],
} as unknown as Parts;

const form = (part: Partial<PackForm> = {}): PackForm => ({ ...emptyPackForm(board), ...part });
const day = (date: string | null, text: string | null = null) => ({ date, text });

describe('the pack form', () => {
  it('begins with the next meeting, its body and the marking of the board', () => {
    expect(packFormToOptions(form(), allReadable, board)).toMatchObject({
      body: 'Executive group',
      meetingDate: '2026-06-18',
      marking: 'OFFICIAL-SENSITIVE',
      asAt: null,
    });
  });

  it('begins with the board itself where no meeting is planned', () => {
    expect(emptyPackForm({ ...board, meetings: [] })).toMatchObject({ body: 'The Board', meeting: 'no-meeting' });
  });

  it('keeps the cover in front of the sections that were chosen, in the order given to them', () => {
    const sections: PackForm['sections'] = [
      { id: 'clocks', isChosen: true },
      { id: 'publication', isChosen: false },
      { id: 'one-page', isChosen: true },
    ];
    expect(packFormToOptions(form({ sections }), allReadable, board)?.sections).toEqual([
      'cover',
      'clocks',
      'one-page',
    ]);
  });

  it.each<[string, Partial<PackForm>, keyof ReturnType<typeof packFormProblems>]>([
    ['an empty title', { title: ' ' }, 'title'],
    ['no body', { body: '' }, 'body'],
    ['no marking', { marking: '' }, 'marking'],
    ['no section', { sections: [{ id: 'clocks', isChosen: false }] }, 'sections'],
    ['another date that is not given', { meeting: ANOTHER_DATE }, 'otherDate'],
    ['another date that is only a month', { meeting: ANOTHER_DATE, otherDate: day('2026-07') }, 'otherDate'],
    ['a day to come for “as at”', { asAt: day('2026-06-04') }, 'asAt'],
    ['words for “as at”', { asAt: day(null, 'late 2019') }, 'asAt'],
  ])('asks for nothing while there is %s', (_words, part, field) => {
    expect(packFormProblems(form(part), allReadable, today)).toHaveProperty(field);
    expect(packFormToOptions(form(part), allReadable, board)).toBeNull();
  });

  it('asks for nothing while what is typed for a date cannot be read', () => {
    expect(packFormToOptions(form(), { ...allReadable, asAt: true }, board)).toBeNull();
  });

  it('takes today and any day before it for “as at”', () => {
    expect(packFormToOptions(form({ asAt: day(today) }), allReadable, board)?.asAt).toBe(today);
  });

  it('offers meetings to come before those held, without those called off or without an exact day', () => {
    expect(meetingOptions(board.meetings, today).map(({ key }) => key)).toEqual([
      'next',
      'far',
      'held',
      'another-date',
      'no-meeting',
    ]);
  });
});
