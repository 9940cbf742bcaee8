/** `npm test`: every suite, or those named, one after another; the last line is the sum. */
import { type Outcome, type Suite, suites } from './suites.ts';
import type { Skip } from './test-counts.ts';

async function runAll(chosen: readonly Suite[]): Promise<boolean> {
  const outcomes: { readonly suite: Suite; readonly outcome: Outcome; readonly seconds: number }[] = [];
  for (const suite of chosen) {
    console.log(`\n── ${suite.name}: ${suite.about}`);
    const start = performance.now();
    // oxlint-disable-next-line no-await-in-loop -- two cores: suites run one after another
    const outcome = await attempt(suite);
    const seconds = Math.round((performance.now() - start) / 1000);
    outcomes.push({ suite, outcome, seconds });
    console.log(`${suite.name}: ${inWords(outcome)} (${seconds} s)`);
  }
  console.log('\n── all suites');
  for (const { suite, outcome } of outcomes) console.log(`${suite.name}: ${inWords(outcome)}`);
  for (const { suite, outcome } of outcomes) {
    for (const { name, reason } of skipsOf(outcome)) console.log(`skipped in ${suite.name}: ${name} (${reason})`);
  }
  const passed = outcomes.reduce((sum, { outcome }) => sum + ('notRun' in outcome ? 0 : outcome.passed), 0);
  const failed = outcomes.reduce((sum, { outcome }) => sum + ('notRun' in outcome ? 0 : outcome.failed), 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
}

async function attempt(suite: Suite): Promise<Outcome> {
  try {
    return await suite.run();
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1, skips: [] };
  }
}

function inWords(outcome: Outcome): string {
  if ('notRun' in outcome) return `not run: ${outcome.notRun}`;
  const skipped = outcome.skips.length > 0 ? `, ${outcome.skips.length} skipped` : '';
  return `${outcome.passed} passed, ${outcome.failed} failed${skipped}`;
}

const skipsOf = (outcome: Outcome): readonly Skip[] => ('notRun' in outcome ? [] : outcome.skips);

const named = process.argv.slice(2);
const usage = `Usage: npm test                  every suite
       npm test -- SUITE...     those named: ${suites.map(({ name }) => name).join(', ')}`;
const unknown = named.filter((name) => !suites.some((suite) => suite.name === name));

if (named.includes('--help')) {
  console.log(usage);
} else if (unknown.length > 0) {
  console.error(`There is no suite called ${unknown.join(', ')}.\n${usage}`);
  process.exitCode = 2;
} else {
  const chosen = named.length === 0 ? suites : suites.filter(({ name }) => named.includes(name));
  process.exitCode = (await runAll(chosen)) ? 0 : 1;
}
