import { expect, it } from 'vitest';
import type { Proposal } from '../../../../db/contract/chasing.ts';
import { base64ToBytes, bytesToBase64 } from '../../../../renderer/features/chasing/base64.ts';
import {
  choiceOf,
  choicesFromText,
  choicesOf,
  choicesToText,
  missingIn,
  toAccept,
  withAll,
} from '../../../../renderer/features/chasing/choices.ts';

const proposal = (part: Partial<Proposal>): Proposal => ({
  at: 'row 4',
  reference: 'AAAA-AAAA-AAAA',
  actionId: 'a',
  origin: 'LCSPR 2026/01',
  number: '1',
  action: 'Write the guidance',
  before: { state: 'not-started', rag: null, targetDate: null, targetText: null, lastUpdateOn: null },
  text: 'Written.',
  state: null,
  rag: null,
  evidence: '',
  target: null,
  targetReason: '',
  notes: [],
  earlier: null,
  ...part,
});

const target = { date: '2027-05', text: null };

it('every proposal is taken but one that was accepted before in other words, and no target moves by itself', () => {
  const again = proposal({ actionId: 'b', earlier: { on: '2026-11-20', text: 'Begun.' } });
  const asking = proposal({ actionId: 'c', target, targetReason: 'New system' });
  const proposals = [proposal({}), again, asking];
  expect(toAccept(proposals, choicesOf(proposals))).toEqual([
    { actionId: 'a', text: 'Written.', fromState: 'not-started', state: null, rag: null, evidence: '', target: null },
    expect.objectContaining({ actionId: 'c', target: { ...target, reason: 'New system', moves: false } }),
  ]);
  expect(toAccept(proposals, withAll(proposals, {}, true))).toHaveLength(3);
  expect(toAccept(proposals, withAll(proposals, {}, false))).toEqual([]);
});

it('taking everything keeps what was written', () => {
  const choices = { a: { ...choiceOf(proposal({})), text: 'In my words', isChosen: false } };
  expect(withAll([proposal({})], choices, true)['a']).toMatchObject({ text: 'In my words', isChosen: true });
});

it('a chosen update needs words, and a moved target a reason', () => {
  const choice = choiceOf(proposal({ target }));
  expect(missingIn(choice)).toBeNull();
  expect(missingIn({ ...choice, text: ' ' })).toContain('Say what the update is');
  expect(missingIn({ ...choice, movesTarget: true })).toBe('Say why the target is moved.');
  expect(missingIn({ ...choice, text: '', isChosen: false })).toBeNull();
});

it('a file of any length goes to text and back', () => {
  const bytes = Uint8Array.from({ length: 100_003 }, (_, at) => at % 251);
  expect(base64ToBytes(bytesToBase64(bytes))).toEqual(bytes);
});

it('what was made of a sheet is kept as text and read back; text that is no such thing changes nothing', () => {
  const proposals = [proposal({}), proposal({ actionId: 'b' })];
  const choices = { ...choicesOf(proposals), b: { ...choiceOf(proposal({})), text: 'In our words' } };
  const text = choicesToText(proposals, choices);
  expect(Object.keys(JSON.parse(text))).toEqual(['b']);
  expect(choicesFromText(proposals, text)).toEqual(choices);
  expect(choicesToText(proposals, choicesOf(proposals))).toBe('');
  for (const other of ['', 'null', '[]', '{"b":{"text":1}}', '{"x":{}}']) {
    expect(choicesFromText(proposals, other)).toEqual(choicesOf(proposals));
  }
});
