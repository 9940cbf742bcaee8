import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeadlineKind, DEADLINE_KINDS, NEVER_LATE } from '../../../db/domain/deadlines.ts';
import { addDays, addMonths, latestDay } from '../../../db/domain/partial-date.ts';
import { addMonthsSql, latestDaySql } from '../../../db/service/deadline-sources.ts';
import { deadlineDays, listDeadlines } from '../../../db/service/deadlines.ts';
import { openDelaySql, readPublications, UNPUBLISHED_SQL } from '../../../db/service/publication-readings.ts';
import { openBoard, openSharedBoard, refusalOf, type TestBoard, TODAY } from '../../support/board.ts';

let sample: Awaited<ReturnType<typeof openSharedBoard>>;
beforeAll(async () => {
  sample = await openSharedBoard('sample');
}, 60_000);
afterAll(() => sample.close());

const ALL = { offset: 0, limit: 1000 } as const;
const rowsOf = async (board: TestBoard, kinds?: DeadlineKind[], which: 'dated' | 'late' | 'in-words' = 'dated') =>
  (await board.client.deadlines.list({ kinds, which, ...ALL })).rows;

const addReview = async (board: TestBoard, more: object = {}): Promise<string> => {
  const type = (await board.client.board.get()).reviewTypes.find(({ code }) => code === 'lcspr-england');
  const fields = { reference: 'LCSPR 2026/01', reviewTypeId: type?.id ?? '', notifiedOn: '2026-10-01' };
  return (await board.client.reviews.add({ ...fields, ...more })).id;
};

describe('what is due', () => {
  it('is late as the overview counts it: clocks, actions and reports', async () => {
    const overview = await sample.client.overview.get();
    const late = async (kind: DeadlineKind) =>
      (await sample.client.deadlines.list({ kinds: [kind], which: 'late', ...ALL })).total;
    expect(await late('clock')).toBe(overview.counts.breachedClocks);
    expect(await late('action')).toBe(overview.counts.overdueActions);
    expect(await late('agency-report')).toBe(overview.late.filter(({ kind }) => kind === 'agency-report').length);
    expect(await late('delay-review')).toBeGreaterThan(0);
    for (const kind of NEVER_LATE) expect(await rowsOf(sample, [kind], 'late')).toEqual([]);
  });

  it('comes in the order of its days, late ones with how many days', async () => {
    const { rows, total } = await sample.client.deadlines.list({ which: 'late', ...ALL });
    expect(rows).toHaveLength(total);
    expect(rows.map(({ day }) => day)).toEqual(
      rows.map(({ day }) => day).toSorted((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1)),
    );
    for (const { daysLate, day } of rows) expect(addDays(day ?? '', daysLate ?? 0)).toBe(TODAY);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(total);
  });

  it('is paged without losing or repeating any', async () => {
    const all = await rowsOf(sample);
    const first = await sample.client.deadlines.list({ offset: 0, limit: 7 });
    const second = await sample.client.deadlines.list({ offset: 7, limit: 7 });
    expect([...first.rows, ...second.rows].map(({ key }) => key)).toEqual(all.slice(0, 14).map(({ key }) => key));
    expect(first.total).toBe(all.length);
    expect((await sample.client.deadlines.list({ offset: 5000, limit: 7 })).total).toBe(all.length);
  });

  it('leads to a record that exists', async () => {
    for (const { link } of await rowsOf(sample)) {
      if (link.place === 'review') expect(sample.store.row('reviews', link.reviewId).removed).toBeNull();
      if (link.place === 'action') expect(sample.store.row('actions', link.actionId).removed).toBeNull();
      if (link.place === 'meeting') expect(sample.store.row('meetings', link.meetingId).removed).toBeNull();
    }
  });

  it('between days that are the wrong way round, or on no day, is refused', async () => {
    const backwards = sample.client.deadlines.list({ from: '2026-12-01', until: '2026-11-01' });
    expect((await refusalOf(backwards)).code).toBe('bad-input');
    const noDay = sample.client.deadlines.days({ from: '2026-02-30', until: '2026-11-01' });
    expect(await refusalOf(noDay)).toMatchObject({ code: 'bad-input', details: { field: 'from' } });
  });
});

describe('a month', () => {
  it('has each day’s whole count and the first of them, late ones first', async () => {
    const span = { from: '2026-11-01', until: '2026-11-30' };
    const { days } = await sample.client.deadlines.days({ ...span, perDay: 2 });
    const all = (await sample.client.deadlines.list({ ...span, onADay: true, ...ALL })).rows;
    expect(days.reduce((sum, { total }) => sum + total, 0)).toBe(all.length);
    for (const { day, total, late, rows } of days) {
      const ofDay = all.filter((row) => row.day === day);
      expect([total, late]).toEqual([ofDay.length, ofDay.filter(({ daysLate }) => daysLate !== null).length]);
      expect(rows.map(({ key }) => key)).toEqual(ofDay.slice(0, 2).map(({ key }) => key));
    }
  });

  it('holds what has no day under its month or year, and never on a day', async () => {
    const board = await openBoard();
    const reviewId = await addReview(board);
    const targets = { month: '2027-03', year: '2027', day: '2027-03-09', next: '2027-04' } as const;
    const ids = new Map<string, string>();
    for (const [number, targetDate] of Object.entries(targets)) {
      // oxlint-disable-next-line no-await-in-loop -- one after another
      const { id } = await board.client.actions.add({ number, text: 'Brief all teams', reviewId, targetDate });
      ids.set(number, `action/${id}`);
    }
    const about = await board.client.actions.add({
      number: 'about',
      text: 'Brief all teams',
      reviewId,
      targetDate: '2027-03-20',
      targetText: 'about 20 March 2027',
    });
    const month = await board.client.deadlines.days({ from: '2027-03-01', until: '2027-03-31', kinds: ['action'] });
    expect(month.days.map(({ day }) => day)).toEqual(['2027-03-09']);
    expect(month.notOnADay.rows.map(({ key }) => key).toSorted()).toEqual(
      [String(ids.get('month')), String(ids.get('year')), `action/${about.id}`].toSorted(),
    );
    expect(month.notOnADay.total).toBe(3);
    const [late] = (await board.client.deadlines.list({ kinds: ['action'], which: 'late' })).rows;
    expect(late).toBeUndefined();
  });
});

describe('deadlines of each kind', () => {
  it('come and go with what they wait for', async () => {
    const board = await openBoard();
    const reviewId = await addReview(board);
    const { agencies, bodies, themes } = await board.client.board.get();
    const agencyId =
      agencies[0]?.id ?? (await board.client.records.add({ table: 'agencies', row: { name: 'Police' } })).id;
    const add = (table: 'milestones', row: object) =>
      board.client.records.add({ table, row: row as never }).then(({ id }) => id);
    const records = {
      forecast: await add('milestones', { reviewId, kind: 'report-agreed', forecast: '2027-02-01' }),
      'agency-report': await add('agencyReports' as never, { reviewId, agencyId, dueOn: '2027-01-05' }),
      'accuracy-round': await add('accuracyRounds' as never, { reviewId, dueOn: '2027-01-06' }),
      'hand-over': await add('handOvers' as never, { reviewId, body: 'Another board', deadline: '2027-01-07' }),
      meeting: await add('meetings' as never, {
        bodyId: bodies[0]?.id,
        date: '2027-01-08',
        paperDeadline: '2026-12-30',
      }),
      'impact-check': await add('impactChecks' as never, { reviewId, question: 'Did it?', plannedOn: '2027-01-09' }),
      'theme-task': await add('themeRoutes' as never, {
        themeId: themes[0]?.id,
        bodyId: bodies[0]?.id,
        task: 'Embed it',
        routedOn: '2026-08-31',
      }),
    } as const;
    const action = await board.client.actions.add({
      number: '1',
      text: 'Brief all teams',
      reviewId,
      leadAgencyId: agencyId,
      targetDate: '2027-01-10',
    });
    const milestone = await add('actionMilestones' as never, {
      actionId: action.id,
      text: 'Half of them',
      targetDate: '2027-01-04',
    });
    const delay = await board.client.publication.addDelay({
      reviewId,
      delayReasonIds: [(await board.client.board.get()).delayReasons[0]?.id ?? ''],
      since: '2026-10-10',
      expectedEndOn: '2026-11-01',
      expectedEndEvent: 'verdict',
      nextReviewOn: '2026-11-20',
    });
    await board.client.publication.plan({ reviewId, plannedOn: '2027-05-01' });
    await board.client.actions.requestUpdates({ ids: [action.id], requestedOn: '2026-11-20', dueOn: '2026-12-04' });
    const found = await rowsOf(board);
    const keysOf = (kind: DeadlineKind) => found.filter((row) => row.kind === kind).map(({ key }) => key);
    for (const [kind, id] of Object.entries(records)) expect(keysOf(kind as DeadlineKind)).toEqual([`${kind}/${id}`]);
    expect(keysOf('paper-deadline')).toEqual([`paper-deadline/${records.meeting}`]);
    expect(keysOf('action-milestone')).toEqual([`action-milestone/${milestone}`]);
    expect(keysOf('delay-review')).toEqual([`delay-review/${delay.id}`]);
    expect(keysOf('delay-end')).toEqual([`delay-end/${delay.id}`]);
    expect([keysOf('action').length, keysOf('update-request').length, keysOf('publication').length]).toEqual([1, 1, 1]);
    expect(found.find(({ kind }) => kind === 'theme-task')?.date).toBe('2027-02-28');
    expect(found.find(({ kind }) => kind === 'delay-end')?.daysLate).toBe(22);

    await board.client.publication.publish({ reviewId, publishedOn: '2026-11-22', place: 'the website' });
    await board.client.actions.addUpdate({ ids: [action.id], date: '2026-11-21', text: 'Half briefed' });
    const after = new Set((await rowsOf(board)).map(({ kind }) => kind));
    for (const gone of ['delay-review', 'delay-end', 'publication', 'update-request'] as const)
      expect(after.has(gone), gone).toBe(false);
    expect((await rowsOf(board, ['website-until']))[0]).toMatchObject({ date: '2027-11-22', daysLate: null });
  });

  it('a clock whose event is not known to the day is due in a month; a forecast stands beside it', async () => {
    const board = await openBoard();
    const reviewId = await addReview(board, { notifiedOn: '2026-10' });
    await board.client.records.add({ table: 'milestones', row: { reviewId, kind: 'initiated', date: '2026-10' } });
    await board.client.records.add({
      table: 'milestones',
      row: { reviewId, kind: 'published', forecast: '2027-06-01' },
    });
    const clock = (await rowsOf(board, ['clock'])).find(({ words }) => words.includes('6 months'));
    expect(clock).toMatchObject({ date: '2027-04', day: '2027-04-30' });
    expect(clock?.note).toBe('Forecast 1 June 2027, 32 days after it is due');
    const { clocks } = await board.client.reviews.get({ id: reviewId });
    expect(clocks.find(({ dueOn }) => dueOn === '2027-04-30')?.forecast).toMatchObject({ isLate: true });
  });

  it('what is held in words only is listed apart', async () => {
    const board = await openBoard();
    const reviewId = await addReview(board);
    const { id } = await board.client.actions.add({
      number: '1',
      text: 'Brief all teams',
      reviewId,
      targetText: 'once the Executive agrees',
    });
    expect(await rowsOf(board, ['action'])).toEqual([]);
    expect(await rowsOf(board, undefined, 'in-words')).toMatchObject([
      { key: `action/${id}`, date: null, text: 'once the Executive agrees' },
    ]);
  });
});

describe('a rule that SQL and the domain both hold', () => {
  const one = (sql: string): unknown => sample.store.db.prepare(`select ${sql} as it`).pluck().get();

  it.each(['2024', '2024-02', '2025-02', '2024-02-29', '2026-12', '2026-11-23'])('%s has one latest day', (date) => {
    expect(one(latestDaySql(`'${date}'`))).toBe(latestDay(date));
  });

  it.each([
    ['2026-08-31', 6],
    ['2023-08-29', 6],
    ['2024-02-29', 12],
    ['2026-01-31', 1],
    ['2026-05-15', 12],
  ])('%s and %i months is one day', (day, months) => {
    expect(one(addMonthsSql(`'${day}'`, months))).toBe(addMonths(day, months));
  });

  it('a delay is open, and a report unpublished, as its reading says', async () => {
    const board = await openBoard();
    const { delayReasons } = await board.client.board.get();
    const dates = [null, '2026', '2026-11', '2026-11-23', '2026-11-24', '2026-11-22', '2027'] as const;
    for (const [at, publishedOn] of dates.entries()) {
      // oxlint-disable no-await-in-loop -- a story a review
      const reviewId = await addReview(board, { reference: `R ${at}` });
      for (const [other, since] of dates.entries()) {
        const delay = await board.client.publication.addDelay({
          reviewId,
          delayReasonIds: [delayReasons[0]?.id ?? ''],
          since,
          sinceText: since === null ? 'not known' : null,
        });
        const endedOn = dates[(at + other) % dates.length] ?? null;
        const now = { endedOn };
        await board.client.records
          .edit({ table: 'publicationDelays', id: delay.id, was: { endedOn: null }, now })
          .catch(() => null);
      }
      if (publishedOn !== null)
        await board.client.publication.publish({ reviewId, publishedOn, place: 'x', endDelays: false });
      if (at % 3 === 2) await board.client.publication.decide({ reviewId, decision: 'not-to-be-published' });
      if (at % 3 === 1)
        await board.client.publication.decide({ reviewId, decision: 'full-report', decidedOn: '2026-01' });
      // oxlint-enable no-await-in-loop
    }
    const idsOf = (sql: string): string[] =>
      board.store
        .prepare<[{ today: string }], { id: string }>(sql)
        .all({ today: TODAY })
        .map(({ id }) => id);
    const readings = [...readPublications(board.store, TODAY).values()];
    const open = readings.flatMap(({ delays, reading }) => delays.filter((_, at) => reading.delays[at]?.open));
    expect(open.length).toBeGreaterThan(3);
    expect(
      idsOf(
        `select d.id from publicationDelays d join reviews r on r.id = d.reviewId where ${openDelaySql('d')} order by d.id`,
      ),
    ).toEqual(open.map(({ id }) => id).toSorted());
    const unpublished = readings.filter(({ reading: { state } }) =>
      ['not-yet-decided', 'planned', 'delayed'].includes(state),
    );
    expect(unpublished.length).toBeGreaterThan(0);
    expect(idsOf(`select r.id from reviews r where ${UNPUBLISHED_SQL} order by r.id`)).toEqual(
      unpublished.map(({ reviewId }) => reviewId).toSorted(),
    );
  });
});

describe('a calendar file', () => {
  it('carries references only: no label, no title, no word of the case, of an agency or of a body', async () => {
    const board = await openBoard();
    const planted = 'Quillifax';
    const reviewId = await addReview(board, { label: planted, title: `${planted} and siblings`, leadBody: planted });
    const { bodies, delayReasons } = await board.client.board.get();
    const bodyId = (
      await board.client.records.add({
        table: 'bodies',
        row: { name: `${planted} panel`, kind: 'steering-group' },
      })
    ).id;
    const agencyId = (await board.client.records.add({ table: 'agencies', row: { name: `${planted} Trust` } })).id;
    const on = '2026-12-10';
    const addTo = (table: 'meetings', row: object) => board.client.records.add({ table, row: row as never });
    await addTo('meetings', { bodyId, title: planted, date: on, paperDeadline: '2026-12-03', place: planted });
    await addTo('clocks' as never, {
      reviewId,
      name: planted,
      runsFrom: 'notified',
      stopsAt: 'report-agreed',
      length: 90,
      unit: 'calendar-days',
      source: planted,
    });
    await addTo('milestones' as never, { reviewId, kind: 'submitted', name: planted, forecast: on, note: planted });
    await addTo('agencyReports' as never, { reviewId, agencyId, dueOn: on, note: planted });
    await addTo('accuracyRounds' as never, { reviewId, agencyId, dueOn: on, note: planted });
    await addTo('handOvers' as never, { reviewId, body: planted, deadline: on });
    await addTo('impactChecks' as never, { reviewId, question: planted, plannedOn: on });
    await addTo('themeRoutes' as never, {
      themeId: (
        await addTo('themes' as never, {
          taxonomyId: board.store.prepare<[], { id: string }>('select id from taxonomies limit 1').get()?.id,
          code: 'planted',
          name: planted,
        })
      ).id,
      bodyId: bodies[0]?.id,
      task: planted,
      routedOn: '2026-08-01',
    });
    const action = await board.client.actions.add({
      number: '1.1',
      text: planted,
      reviewId,
      targetDate: on,
      leadAgencyId: agencyId,
      owner: planted,
    });
    await addTo('actionMilestones' as never, { actionId: action.id, text: planted, targetDate: on });
    await board.client.actions.requestUpdates({ ids: [action.id], requestedOn: TODAY, dueOn: on });
    await board.client.publication.addDelay({
      reviewId,
      delayReasonIds: [delayReasons[0]?.id ?? ''],
      since: '2026-10-10',
      expectedEndEvent: planted,
      expectedEndOn: on,
      nextReviewOn: on,
      explanation: planted,
      told: planted,
    });
    await board.client.publication.plan({ reviewId, plannedOn: '2027-03', plannedText: `after ${planted}` });
    const file = await board.client.deadlines.calendarFile({ from: TODAY, until: '2027-12-31' });
    const unfolded = file.text.replaceAll('\r\n ', '');
    expect(unfolded.toLowerCase()).not.toContain(planted.toLowerCase());
    // The planned publication, and the clock that counts back from it.
    expect(file.leftOut).toBe(2);
    expect(file.entries).toBe(unfolded.split('BEGIN:VEVENT').length - 1);
    expect(file.entries).toBeGreaterThanOrEqual(13);
    expect(unfolded).toContain('SUMMARY:Action target: LCSPR 2026/01\\, action 1.1');
    expect(unfolded).toContain('SUMMARY:Meeting\\, steering group');
    expect(unfolded).toContain('SUMMARY:Clock\\, report agreed: LCSPR 2026/01');
  });

  it('is the same for the same data, and names each deadline as before when its day moves', async () => {
    const board = await openBoard();
    const reviewId = await addReview(board);
    const { id } = await board.client.actions.add({ number: '1', text: 'x', reviewId, targetDate: '2027-01-10' });
    const read = () => board.client.deadlines.calendarFile({ from: TODAY, until: '2027-12-31', kinds: ['action'] });
    const before = await read();
    expect(await read()).toEqual(before);
    await board.client.actions.changeTarget({ ids: [id], targetDate: '2027-02-10', reason: 'Late start' });
    const after = await read();
    const uidOf = (text: string) => /UID:(\S+)/.exec(text)?.[1];
    expect(uidOf(after.text)).toBe(uidOf(before.text));
    expect(after.text).toContain('DTSTART;VALUE=DATE:20270210');
  });
});

describe('the queries', () => {
  it('find actions, clocks and requests by their indexes', () => {
    const plans: string[] = [];
    const listening = {
      prepare: (sql: string) => {
        const values = Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map((found) => [found[1] ?? '', '2026']));
        const explain = sample.store.db.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`);
        plans.push(...explain.all(values).map(({ detail }) => detail));
        return sample.store.prepare(sql);
      },
    } as never;
    listDeadlines(listening, TODAY, { which: 'dated', from: TODAY, until: '2026-12-31', ...ALL });
    deadlineDays(listening, TODAY, { from: '2026-12-01', until: '2026-12-31', perDay: 3 });
    for (const table of ['a', 'k', 'f', 'r'])
      expect(
        plans.filter((line) => new RegExp(`^SCAN ${table}( |$)`).test(line) && !line.includes('INDEX')),
        table,
      ).toEqual([]);
    expect(plans.some((line) => line.includes('actions_state') || line.includes('actions_target'))).toBe(true);
  });

  it('know every kind', () => {
    for (const kind of DEADLINE_KINDS)
      expect(() => listDeadlines(sample.store, TODAY, { which: 'dated', kinds: [kind], ...ALL })).not.toThrow();
  });
});
