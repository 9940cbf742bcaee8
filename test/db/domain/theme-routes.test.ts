import { describe, expect, it } from 'vitest';
import { readRoute, whyNotRouted } from '../../../db/domain/theme-routes.ts';

const today = '2026-11-23';

describe('a theme passed to a body', () => {
  it.each([
    [
      ['2026-09-01', null, null],
      'to-embed',
      null,
      'To embed by 1 March 2027, 6 months since it was routed on 1 September 2026',
    ],
    [['2026-05-01', null, null], 'to-embed', 22, 'To embed: 22 days over 6 months since it was routed on 1 May 2026'],
    [['2025', null, null], 'to-embed', 146, 'To embed: 146 days over 6 months since it was routed in 2025'],
    [
      ['2025-01', '2026-05-22', null],
      'to-verify',
      1,
      'To verify: 1 day over 6 months since it was embedded on 22 May 2026',
    ],
    [['2025-01', '2026-06', '2026-10'], 'verified', null, 'Verified in October 2026'],
    [[null, null, null], 'to-embed', null, 'To embed; nothing says since when'],
  ] as const)('%s is %s', ([routedOn, embeddedOn, verifiedOn], state, daysOver, words) => {
    expect(readRoute({ routedOn, embeddedOn, verifiedOn }, today)).toMatchObject({ state, daysOver, words });
  });

  const route = {
    routedOn: '2026-01-10',
    embeddedOn: '2026-05',
    verifiedOn: '2026-06-01',
    finding: 'Asked in 18 of 20 cases',
    bodyId: 'body',
    routedTo: '',
  };

  it.each([
    ['as it should be', {}, null],
    ['to nobody', { bodyId: null }, 'bodyId'],
    ['to a body named in words', { bodyId: null, routedTo: 'The hospital’s own group' }, null],
    ['verified without a finding', { finding: ' ' }, 'finding'],
    ['embedded before it was passed on', { embeddedOn: '2025-12' }, 'embeddedOn'],
    ['verified before it was embedded', { verifiedOn: '2026-04-30' }, 'verifiedOn'],
    ['verified in the month it was embedded', { verifiedOn: '2026-05-02' }, null],
    [
      'verified though never embedded, before it was passed on',
      { embeddedOn: null, verifiedOn: '2026-01-09' },
      'verifiedOn',
    ],
  ])('%s', (_, part, field) => {
    expect(whyNotRouted({ ...route, ...part })?.field ?? null).toBe(field);
  });
});
