import { describe, expect, it } from 'vitest';
import { ANOTHER_DATE, meetingOptions } from '../../../../renderer/features/packs/meeting-choices.ts';
import { PACK_TEMPLATES } from '../../../../db/packs/templates.ts';
import { optionsToForm } from '../../../../renderer/features/packs/options-to-form.ts';
import {
  allReadable,
  differsFrom,
  emptyPackForm,
  type PackForm,
  packFormProblems,
  packFormToOptions,
  withAudience,
  withTemplate,
} from '../../../../renderer/features/packs/pack-form.ts';
import { sectionsChosen } from '../../../../renderer/features/packs/section-order.ts';

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

const templates = PACK_TEMPLATES.map((template) => ({ ...template, sections: [...template.sections] }));
const templateOf = (code: string) => templates.find((template) => template.code === code) ?? fail(code);
const fail = (code: string): never => {
  throw new Error(`no template ${code}`);
};

const form = (part: Partial<PackForm> = {}): PackForm => ({ ...emptyPackForm(board, templates), ...part });
const marking = 'OFFICIAL-SENSITIVE';
const aReview = '0190a1b2-0000-7000-8000-000000000001';
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
    expect(emptyPackForm({ ...board, meetings: [] }, templates)).toMatchObject({
      body: 'The Board',
      meeting: 'no-meeting',
    });
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
    ['a briefing without its review', { sections: sectionsChosen(['review-briefing']) }, 'review'],
    ['an agency pack without its agency', { sections: sectionsChosen(['agency']) }, 'agency'],
    [
      'a year that ends before it begins',
      { sections: sectionsChosen(['annual-figures']), year: { from: day('2026-04-01'), until: day('2026-03-31') } },
      'year',
    ],
    ['a day to come for what changed since', { since: 'day', sinceDay: day('2026-06-04') }, 'sinceDay'],
    [
      'no section that is written for the public',
      { audience: 'public', sections: sectionsChosen(['live-reviews', 'clocks']) },
      'sections',
    ],
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

  it('begins from the first template, and takes another’s sections, purpose and title', () => {
    const first = form();
    expect(first).toMatchObject({ templateName: 'Board pack', title: 'Case reviews: status pack' });
    const exceptions = { ...first, ...withTemplate(first, templateOf('executive-exceptions'), marking) };
    expect(exceptions).toMatchObject({ title: 'Case reviews: executive exceptions', purpose: 'decision' });
    expect(packFormToOptions(exceptions, allReadable, board)).toMatchObject({
      templateName: 'Executive exceptions',
      sections: ['cover', 'one-page', 'since-last', 'exceptions', 'sign-off'],
    });
    expect(differsFrom(exceptions, templateOf('executive-exceptions'))).toBe(false);
    expect(differsFrom({ ...exceptions, purpose: 'information' }, templateOf('executive-exceptions'))).toBe(true);
  });

  it('leaves a title that somebody typed when a template is chosen', () => {
    const typed = form({ title: 'For the chair' });
    expect(withTemplate(typed, templateOf('agency-pack'), marking)).not.toHaveProperty('title');
  });

  it('marks a pack for the public OFFICIAL, and as the board marks it when it is for the board again', () => {
    const forPublic = { ...form(), ...withAudience(form(), 'public', marking) };
    expect(forPublic).toMatchObject({ audience: 'public', marking: 'OFFICIAL' });
    expect(withAudience(forPublic, 'board', marking)).toEqual({ audience: 'board', marking });
    expect(withAudience(form({ marking: 'FOR THE CHAIR' }), 'public', marking)).toEqual({ audience: 'public' });
  });

  it('keeps only what is written for the public when the pack is for the public', () => {
    const chosen = form({ audience: 'public', sections: sectionsChosen(['live-reviews', 'publication', 'one-page']) });
    expect(packFormToOptions(chosen, allReadable, board)?.sections).toEqual(['cover', 'publication', 'one-page']);
  });

  it('gives an annual report the year to 31 March that ended last, and a briefing its review and no other choice', () => {
    const annual = form({ sections: sectionsChosen(['annual-figures']), reviewId: aReview });
    expect(packFormToOptions(annual, allReadable, board)).toMatchObject({
      year: { from: '2025-04-01', until: '2026-03-31' },
      reviewId: null,
    });
    const briefing = form({ sections: sectionsChosen(['review-briefing']), reviewId: aReview });
    expect(packFormToOptions(briefing, allReadable, board)).toMatchObject({ reviewId: aReview, year: null });
  });

  it.each<[string, Partial<PackForm>]>([
    ['the last meeting', {}],
    ['a day', { since: 'day', sinceDay: day('2026-01-05') }],
    ['an earlier pack', { since: aReview }],
    ['another date than a meeting’s', { meeting: ANOTHER_DATE, otherDate: day('2026-09-09') }],
    ['a past day', { asAt: day('2026-02-02') }],
    [
      'a year',
      { sections: sectionsChosen(['annual-record']), year: { from: day('2024-01-01'), until: day('2024-12-31') } },
    ],
  ])('comes back from the options of an issued pack as it was, with %s', (_words, part) => {
    const options = packFormToOptions(form(part), allReadable, board);
    const again = optionsToForm(options ?? fail('options'), { documents: [] }, board);
    expect(packFormToOptions(again, allReadable, board)).toEqual(options);
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
