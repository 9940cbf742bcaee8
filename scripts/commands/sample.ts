import { setImmediate as breathe } from 'node:timers/promises';
import { makeSampleBoard } from '../../db/sample/make-sample.ts';
import { civilDayOf } from '../../db/service/context.ts';
import { isCivilDate } from '../../db/domain/partial-date.ts';
import { SAMPLE_PASSPHRASE } from '../../db/domain/sample.ts';
import { type Command, text, UsageError } from './command.ts';
import { folderOf, surroundings } from './open-board.ts';

export const sample: Command = {
  summary: 'Makes the fictional Exampleshire board in an empty folder',
  usage: 'sample FOLDER [--scale small|big] [--today YYYY-MM-DD]',
  options: { scale: { type: 'string' }, today: { type: 'string' } },
  takes: [1, 1],
  run: async ({ positionals, values, say, signal }) => {
    const scale = text(values, 'scale') ?? 'small';
    if (scale !== 'small' && scale !== 'big') throw new UsageError(`--scale is small or big, not “${scale}”.`);
    const today = text(values, 'today') ?? civilDayOf(surroundings.now());
    if (!isCivilDate(today)) throw new UsageError(`--today is a day such as 2026-11-22, not “${today}”.`);
    const folder = folderOf(positionals[0]);
    let last = '';
    for await (const step of makeSampleBoard(folder, { today, scale, random: surroundings.random, signal })) {
      if (step.doing !== last) say(`${step.doing} …`);
      last = step.doing;
      // Ctrl-C is heard between two steps.
      await breathe();
    }
    return {
      words: `The sample board is in ${folder}. Its passphrase is: ${SAMPLE_PASSPHRASE}`,
      json: { folder, scale, today, passphrase: SAMPLE_PASSPHRASE },
    };
  },
};
