import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { AcceptedUpdate, Proposal } from '../../../db/contract/chasing.ts';
import { DAY, openBoard, refusalOf, type TestBoard, TODAY } from '../../support/board.ts';
import { base64, fromBase64, returned, type SheetInHand, withPart } from '../../support/returned-sheets.ts';

type Plan = TestBoard & {
  readonly police: string;
  readonly schools: string;
  readonly reviewId: string;
  readonly actions: readonly string[];
};

/** Two agencies, a review with a plan: three actions of the police, the third jointly with schools, and one of schools alone. */
const openPlan = async (): Promise<Plan> => {
  const board = await openBoard();
  const { client, store } = board;
  const { reviewTypes } = await client.board.get();
  const typeId = reviewTypes.find(({ code }) => code === 'lcspr-england')?.id ?? '';
  const { id: reviewId } = await client.reviews.add({
    reference: 'LCSPR 2026/01',
    reviewTypeId: typeId,
    label: 'Child Zebra',
    title: 'Case words that stay inside',
    notifiedOn: '2026-01-12',
  });
  const agency = (name: string): string =>
    store.operation({ kind: 'edit-agency' }, (write) =>
      write.insert('agencies', { name, contactPost: `Lead, ${name}` }),
    ).result;
  const [police, schools] = [agency('Example Police'), agency('Example Schools')];
  const add = async (number: string, leadAgencyId: string): Promise<string> =>
    (
      await client.actions.add({
        number,
        text: `Action ${number}: write and share the guidance`,
        reviewId,
        leadAgencyId,
        targetDate: '2027-01-31',
      })
    ).id;
  const actions = [await add('1', police), await add('2', police), await add('3', police), await add('4', schools)];
  store.operation({ kind: 'edit-action' }, (write) =>
    write.insert('actionJointLeads', { actionId: actions[2] ?? '', agencyId: schools }),
  );
  return Object.assign(board, { police, schools, reviewId, actions });
};

const ask = async ({ client }: TestBoard, agencyId: string, format: 'xlsx' | 'docx' = 'xlsx') => {
  const asked = await client.chasing.requestSheets({ agencyIds: [agencyId], dueOn: '2026-12-11', format });
  return { ...asked, bytes: fromBase64(asked.file.base64) };
};

const read = async (board: TestBoard, bytes: Uint8Array, fill: Parameters<typeof returned>[1] = () => undefined) =>
  board.client.chasing.readReturn({ base64: base64(await returned(bytes, fill)) });

const accepted = ({
  actionId,
  text,
  state,
  rag,
  evidence,
  before,
  target,
  targetReason,
}: Proposal): AcceptedUpdate => ({
  actionId,
  text,
  state,
  rag,
  evidence,
  fromState: before.state,
  target: target === null ? null : { ...target, reason: targetReason, moves: false },
});

const fillWell = (sheet: SheetInHand): void => {
  sheet.set(0, 'update', 'Guidance was drafted and shared.');
  sheet.set(0, 'state', 'In progress');
  sheet.set(0, 'rag', 'On time');
  sheet.set(0, 'evidence', 'Minutes of the group, held by the police');
  sheet.set(1, 'state', 'Reported complete');
  sheet.set(2, 'update', 'Waiting for the national guidance.');
  sheet.set(2, 'newTarget', new Date('2027-03-31T00:00:00Z'));
  sheet.set(2, 'newTargetReason', 'National guidance is late');
};

describe('who is silent', () => {
  it('lists agencies with open actions, the longest silent first, and asking again does not set that back', async () => {
    const board = await openPlan();
    const { client, clock, actions, police, schools } = board;
    await client.actions.requestUpdates({ ids: [actions[3] ?? ''], requestedOn: '2026-10-01', dueOn: '2026-10-15' });
    await client.actions.requestUpdates({ ids: [actions[0] ?? ''], requestedOn: '2026-11-01' });
    await client.actions.requestUpdates({ ids: [actions[3] ?? ''], requestedOn: '2026-11-20' });
    const { rows, withoutLead } = await client.chasing.agencies();
    expect(withoutLead).toBe(0);
    expect(rows.map(({ agencyId }) => agencyId)).toEqual([schools, police]);
    expect(rows[0]).toMatchObject({
      open: 1,
      noUpdate: 1,
      joint: 1,
      lastRequestedOn: '2026-11-20',
      dueOn: null,
      silentSince: '2026-10-01',
      daysSilent: 53,
      contactPost: 'Lead, Example Schools',
    });
    const jointly = await client.actions.list({ filter: { jointAgencyId: schools, open: true } });
    expect(jointly.rows.map(({ number }) => number)).toEqual(['3']);
    expect(rows[1]).toMatchObject({ open: 3, noUpdate: 1, joint: 0, daysSilent: 22, lastUpdateOn: null });
    await client.actions.addUpdate({ ids: [actions[3] ?? ''], date: TODAY, text: 'Done in two schools.' });
    clock.advance(2 * DAY);
    const later = await client.chasing.agencies();
    expect(later.rows.map(({ daysSilent }) => daysSilent)).toEqual([24, null]);
    expect(later.rows[1]).toMatchObject({ lastUpdateOn: TODAY, noUpdate: 0 });
  });
});

describe('a request sheet', () => {
  it('holds exactly the open actions that the agency leads, alone or jointly, and logs one request for each', async () => {
    const board = await openPlan();
    const { client, schools, actions } = board;
    const { file, sheets, operationId, bytes } = await ask(board, schools);
    expect(sheets).toEqual([{ agencyId: schools, agency: 'Example Schools', fileName: file.name, actions: 2 }]);
    expect(file.name).toBe('Update request - Example Schools - 2026-11-23.xlsx');
    const workbook = await readXlsx(bytes);
    const words = workbook.sheets.flatMap(({ rows }) => rows.flat()).filter((value) => value !== null);
    expect(words).toContain('Action 3: write and share the guidance');
    expect(words).toContain('Action 4: write and share the guidance');
    expect(words.join(' ')).not.toMatch(/Action 1|Zebra|Case words/);
    const { requests } = await client.actions.get({ id: actions[2] ?? '' });
    expect(requests).toMatchObject([{ requestedOn: TODAY, dueOn: '2026-12-11', agency: 'Example Schools' }]);
    await client.history.undo({ operationId: operationId ?? '' });
    expect((await client.actions.get({ id: actions[2] ?? '' })).requests).toEqual([]);
  });

  it('goes to all agencies at once as one zip file and one operation, and names who has nothing open', async () => {
    const board = await openPlan();
    const { client, store, police, schools } = board;
    const { result: health } = store.operation({ kind: 'edit-agency' }, (write) =>
      write.insert('agencies', { name: 'Example Health' }),
    );
    const all = await client.chasing.requestSheets({ agencyIds: null, format: 'docx' });
    expect(all.file.name).toBe('Update requests - 2026-11-23.zip');
    expect(Object.keys(unzipSync(fromBase64(all.file.base64))).toSorted()).toEqual([
      'Update request - Example Police - 2026-11-23.docx',
      'Update request - Example Schools - 2026-11-23.docx',
    ]);
    const some = await client.chasing.requestSheets({ agencyIds: [police, health, schools], format: 'xlsx' });
    expect(some.without).toEqual(['Example Health']);
    expect(await refusalOf(client.chasing.requestSheets({ agencyIds: [health], format: 'xlsx' }))).toMatchObject({
      code: 'not-allowed',
      details: { why: 'Example Health has no open action to be asked about.' },
    });
    expect(
      await refusalOf(client.chasing.requestSheets({ agencyIds: [police], dueOn: '2026-11-01', format: 'xlsx' })),
    ).toMatchObject({ code: 'bad-input', details: { field: 'dueOn' } });
  });

  it('comes back unchanged as no proposals at all', async () => {
    const board = await openPlan();
    const { bytes } = await ask(board, board.police);
    expect(await read(board, bytes)).toMatchObject({ proposals: [], refused: [], already: [], unanswered: 3 });
    const document = await ask(board, board.police, 'docx');
    expect(await board.client.chasing.readReturn({ base64: base64(document.bytes) })).toMatchObject({
      proposals: [],
      refused: [],
      unanswered: 3,
    });
  });
});

describe('a returned sheet', () => {
  it('becomes proposals, and changes nothing', async () => {
    const board = await openPlan();
    const { bytes, request } = await ask(board, board.police);
    const before = await board.client.actions.get({ id: board.actions[0] ?? '' });
    const sheet = await read(board, bytes, fillWell);
    expect(sheet).toMatchObject({ request, agency: 'Example Police', requestedOn: TODAY, unanswered: 0, refused: [] });
    expect(sheet.proposals).toMatchObject([
      {
        actionId: board.actions[0],
        origin: 'LCSPR 2026/01',
        number: '1',
        before: { state: 'not-started', targetDate: '2027-01-31' },
        text: 'Guidance was drafted and shared.',
        state: 'in-progress',
        rag: 'on-time',
        evidence: 'Minutes of the group, held by the police',
        target: null,
        notes: [],
        earlier: null,
      },
      { text: 'State reported: reported complete.', state: 'reported-complete' },
      { target: { date: '2027-03-31', text: null }, targetReason: 'National guidance is late' },
    ]);
    expect(await board.client.actions.get({ id: board.actions[0] ?? '' })).toEqual(before);
  });

  it('is accepted as one operation that undo takes back, and is recognised when it is read again', async () => {
    const board = await openPlan();
    const { client, actions, police } = board;
    const { bytes, request } = await ask(board, police);
    const { proposals } = await read(board, bytes, fillWell);
    const done = await client.chasing.accept({
      request,
      agencyId: police,
      receivedOn: '2026-11-22',
      rows: proposals.map(accepted),
    });
    expect(done).toMatchObject({ changed: 3, refused: [] });
    const [first, second, third] = await Promise.all(actions.slice(0, 3).map((id) => client.actions.get({ id })));
    expect(first).toMatchObject({
      action: { state: 'in-progress', ragAsserted: 'on-time', ragAssertedOn: '2026-11-22', ragConfirmed: null },
      updates: [{ text: 'Guidance was drafted and shared.', date: '2026-11-22', agency: 'Example Police' }],
      evidence: [{ what: 'Minutes of the group, held by the police', fromWhom: 'Lead, Example Police' }],
    });
    expect(second?.action.state).toBe('reported-complete');
    expect(third).toMatchObject({ action: { targetDate: '2027-01-31' }, earlierTargets: [] });
    expect(third?.updates[0]?.text).toBe(
      'Waiting for the national guidance.\nNew target asked for, not agreed: 31 March 2027. Why: National guidance is late',
    );
    const again = await read(board, bytes, fillWell);
    expect(again.proposals).toEqual([]);
    expect(again.already.map(({ acceptedOn }) => acceptedOn)).toEqual([TODAY, TODAY, TODAY]);
    const changed = await read(board, bytes, (sheet) => sheet.set(0, 'update', 'Now it is printed too.'));
    expect(changed.proposals).toMatchObject([
      { text: 'Now it is printed too.', earlier: { on: TODAY, text: 'Guidance was drafted and shared.' } },
    ]);
    await client.actions.moveState({ ids: [actions[1] ?? ''], to: 'evidence-accepted' });
    const signed = await client.actions.moveState({ ids: [actions[1] ?? ''], to: 'signed-off' });
    expect((await read(board, bytes, fillWell)).already).toHaveLength(3);
    await client.history.undo({ operationId: signed.operationId ?? '' });
    await client.history.undo({ operationId: (await client.history.next()).undo?.operationId ?? '' });
    await client.history.undo({ operationId: done.operationId ?? '' });
    expect((await client.actions.get({ id: actions[0] ?? '' })).action).toMatchObject({
      state: 'not-started',
      ragAsserted: null,
    });
    expect((await read(board, bytes, fillWell)).proposals).toHaveLength(3);
  });

  it('moves a target only with the manager’s reason, and keeps the earlier one', async () => {
    const board = await openPlan();
    const { client, actions, police } = board;
    const { bytes, request } = await ask(board, police);
    const { proposals } = await read(board, bytes, fillWell);
    const row = accepted(proposals[2] as Proposal);
    const move = (reason: string) =>
      client.chasing.accept({
        request,
        agencyId: police,
        rows: [{ ...row, target: { date: '2027-03-31', text: null, reason, moves: true } }],
      });
    expect(await move(' ')).toMatchObject({
      changed: 0,
      refused: [{ number: '3', why: 'Moving its target needs a reason.' }],
    });
    expect((await client.actions.get({ id: actions[2] ?? '' })).updates).toEqual([]);
    expect(await move('Agreed by the sub-group: the guidance is late')).toMatchObject({ changed: 1 });
    expect(await client.actions.get({ id: actions[2] ?? '' })).toMatchObject({
      action: { targetDate: '2027-03-31' },
      earlierTargets: [{ targetDate: '2027-01-31', reason: 'Agreed by the sub-group: the guidance is late' }],
      updates: [{ text: 'Waiting for the national guidance.' }],
    });
  });

  it('never signs off or accepts evidence by an agency’s word', async () => {
    const board = await openPlan();
    const { client, actions, police } = board;
    const { bytes, request } = await ask(board, police);
    const { proposals } = await read(board, bytes, (sheet) => {
      sheet.set(0, 'update', 'All done.');
      sheet.set(0, 'state', 'Signed off');
    });
    expect(proposals[0]).toMatchObject({
      state: null,
      notes: ['It reports “Signed off”. That is not an agency’s to decide: the action stays “Not started”.'],
    });
    await client.actions.moveState({ ids: [actions[1] ?? ''], to: 'reported-complete' });
    const forced = await client.chasing.accept({
      request,
      agencyId: police,
      rows: [
        { actionId: actions[0] ?? '', text: 'x', fromState: 'not-started', state: 'signed-off' },
        { actionId: actions[1] ?? '', text: 'x', fromState: 'reported-complete', state: 'evidence-accepted' },
        { actionId: actions[2] ?? '', text: 'x', fromState: 'in-progress' },
        { actionId: actions[3] ?? '', text: 'x', fromState: 'not-started' },
      ],
    });
    expect(forced.changed).toBe(0);
    expect(forced.refused.map(({ why }) => why)).toEqual([
      expect.stringContaining('signed off after its evidence is accepted'),
      '“Evidence accepted” is not an agency’s to decide.',
      'It was moved to “Not started” since the sheet was read. Read the sheet again.',
      'The agency that returned the sheet does not lead it.',
    ]);
  });

  it('says row by row why a row is not read', async () => {
    const board = await openPlan();
    const { client, store, actions, police, schools, reviewId } = board;
    for (const number of ['5', '6', '7', '8', '9', '10']) {
      await client.actions.add({ number, text: `Action ${number}`, reviewId, leadAgencyId: police });
    }
    const both = await client.chasing.requestSheets({ agencyIds: [police, schools], format: 'xlsx' });
    const files = unzipSync(fromBase64(both.file.base64));
    const [sheet, other] = ['Police', 'Schools'].map(
      (name) => files[`Update request - Example ${name} - 2026-11-23.xlsx`] as Uint8Array,
    ) as [Uint8Array, Uint8Array];
    let foreign = '';
    await returned(other, ({ reference }) => {
      foreign = reference(1);
    });
    await client.actions.moveState({ ids: [actions[1] ?? ''], to: 'rejected', reason: 'Not ours', date: '2026-11-20' });
    const { refused, proposals } = await read(board, sheet, (filled) => {
      for (let at = 0; at < 9; at++) filled.set(at, 'update', `Update ${at}`);
      filled.setReference(
        0,
        filled.reference(0).replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')),
      );
      filled.setReference(2, foreign);
      filled.setReference(3, filled.reference(4));
      filled.set(5, 'newTarget', '31 February 2027');
      filled.set(6, 'state', 'Nearly there');
      filled.set(7, 'rag', 'Purple');
      filled.set(8, 'update', 'x'.repeat(10_001));
      filled.rows.push([null, null, null, null, null, null, null, 'An added line']);
    });
    expect(proposals).toEqual([]);
    expect(refused.map(({ why }) => why)).toEqual([
      'The reference was altered, so it is not certain which action is meant.',
      'The action is closed: rejected since 20 November 2026. Reopen it first if the answer counts.',
      'It is not an action of Example Police. Example Schools leads it.',
      'The same reference stands in row 7 and row 8. Keep one of them.',
      'The same reference stands in row 7 and row 8. Keep one of them.',
      'The new target is not read. February 2027 has 28 days, so there is no day 31. Type a date such as 8 May 2020.',
      '“Nearly there” is not a state. Use “Not started”, “In progress” or “Reported complete”.',
      '“Purple” is not a rating an agency gives. Use “On time”, “Due soon” or “Overdue”.',
      '“Your update” holds 10,001 characters; at most 10,000 are read.',
      'It has an answer and no reference: it was added, or its reference was deleted.',
    ]);
    store.operation({ kind: 'remove' }, (write) => write.remove('actions', actions[0] ?? ''));
    const gone = await read(board, sheet, (filled) => filled.set(0, 'update', 'Still here'));
    expect(gone.refused[0]?.why).toBe('The action was removed since the sheet was sent.');
  });

  it('with merged cells or formulas is refused in those rows only, and no formula is worked out', async () => {
    const board = await openPlan();
    const { bytes } = await ask(board, board.police);
    const { refused, proposals } = await read(board, bytes, (filled) => {
      const first = filled.heading + 1;
      for (let at = 0; at < 3; at++) filled.set(at, 'update', `Update ${at}`);
      return {
        merges: [{ startRow: first + 1, endRow: first + 1, startCol: 8, endCol: 9 }],
        cells: new Map([[`${first},7`, { formula: 'HYPERLINK("http://example.org","x")', formulaResult: 'x' }]]),
      };
    });
    expect(refused.map(({ why }) => why)).toEqual([
      'The cell under “Your update” holds a formula. Formulas are not worked out: paste the words themselves.',
      'Cells of this row are merged, so it is not certain what belongs to which action.',
    ]);
    expect(proposals).toMatchObject([{ number: '3' }]);
  });

  it('of another board, or with an altered identity, is refused as a whole', async () => {
    const board = await openPlan();
    const problem = async (work: Promise<unknown>) => (await refusalOf(work)).details.problem;
    const own = await ask(board, board.police);
    const altered = (fact: string, value: string) =>
      read(board, own.bytes, ({ facts }) => {
        const row = facts.find(([label]) => String(label).startsWith(`${fact} (`));
        if (row !== undefined) row[1] = value;
      });
    expect(await problem(altered('Board', '01980000-0000-7000-8000-000000000000'))).toBe(
      'it was sent by another board',
    );
    expect(await problem(altered('Agency', '01980000-0000-7000-8000-000000000000'))).toContain('not on this board');
    expect(await problem(altered('Request', 'none'))).toBe('its request code was altered');
    expect((await read(board, own.bytes, (sheet) => sheet.set(0, 'update', 'Well'))).refused).toEqual([]);
    expect(await board.client.chasing.readReturn({ base64: base64(own.bytes) })).toMatchObject({ refused: [] });
    expect(await problem(board.client.chasing.readReturn({ base64: base64(new Uint8Array([1, 2, 3])) }))).toContain(
      'neither',
    );
  });

  it('with columns that were added or moved is read by its headings', async () => {
    const board = await openPlan();
    const { bytes } = await ask(board, board.police);
    const sheet = await read(board, bytes, (filled) => {
      filled.set(0, 'update', 'Read by its heading');
      for (const [at, row] of filled.rows.entries()) row.push(at === filled.heading ? 'Our comments' : 'more');
    });
    expect(sheet.proposals).toMatchObject([{ text: 'Read by its heading' }]);
    expect(sheet.ignoredColumns).toEqual(['Our comments']);
    const missing = returned(bytes, ({ rows, heading }) => {
      const row = rows[heading] ?? [];
      row[row.indexOf('Your update')] = 'Progress';
    });
    const problem = (await refusalOf(board.client.chasing.readReturn({ base64: base64(await missing) }))).details
      .problem;
    expect(problem).toBe('its column “Your update” is missing or was renamed');
  });

  it('as a Word document is read by its table, with tracked changes as they would be accepted', async () => {
    const board = await openPlan();
    const { bytes } = await ask(board, board.police, 'docx');
    let cell = 0;
    const filled = withPart(bytes, 'word/document.xml', (xml) =>
      xml.replace(/<w:tc>(?:(?!<\/w:tc>).)*<\/w:tc>/gs, (whole) => {
        if (/<w:t[ >][^<]*[^<>]<\/w:t>/.test(whole) || cell++ !== 0) return whole;
        const words =
          '<w:r><w:t>Shared &amp; printed</w:t></w:r><w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:ins><w:r><w:br/><w:t>in March</w:t></w:r></w:ins>';
        return whole.replace('</w:p>', `${words}</w:p>`);
      }),
    );
    const sheet = await board.client.chasing.readReturn({ base64: base64(filled) });
    expect(sheet).toMatchObject({ refused: [], unanswered: 2 });
    expect(sheet.proposals).toMatchObject([
      { number: '1', text: 'Shared & printed\nin March', at: 'row 2 of table 2' },
    ]);
  });
});
