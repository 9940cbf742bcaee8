import { test } from './support/fixtures.ts';
import { fromReferralToClosure } from './support/year.ts';

test('a review goes from its referral to its closure, with a trial that delays its publication', async ({
  sample: page,
}) => {
  await fromReferralToClosure(page);
});
