import { formatDate } from '../../db/domain/date-words.ts';
import { ukDayOf } from '../../db/domain/uk-days.ts';
import { removeLaptop } from '../../db/service/devices.ts';
import { type LaptopRow, listLaptops } from '../../db/sync/laptops.ts';
import { type Command, text, UsageError } from './command.ts';
import { folderOf, withBoard } from './open-board.ts';

export const devices: Command = {
  summary: 'Lists the laptops of the board, or removes one for good',
  usage: 'devices FOLDER [--remove NAME|ID --reason WHY]',
  options: { remove: { type: 'string' }, reason: { type: 'string' } },
  takes: [1, 1],
  run: async ({ positionals, values }) => {
    const [remove, reason] = [text(values, 'remove'), text(values, 'reason')?.trim()];
    if (remove === undefined && reason !== undefined) throw new UsageError('Say which laptop: --remove NAME.');
    if (remove !== undefined && (reason === undefined || reason === ''))
      throw new UsageError('Say why it is removed: --reason WHY. That stays on record.');
    return withBoard(folderOf(positionals[0]), async ({ store }) => {
      if (remove === undefined) {
        const laptops = listLaptops(store);
        return { words: laptops.map(lineOf).join('\n'), json: laptops };
      }
      const { id, name } = laptopCalled(listLaptops(store), remove);
      await removeLaptop(store, id, reason ?? '');
      return {
        words: `${name} was removed: nothing is encrypted to it from now on. What it could read before it can go on reading.`,
        json: { removed: id, name },
      };
    });
  },
};

const laptopCalled = (laptops: readonly LaptopRow[], called: string): LaptopRow => {
  const byId = laptops.find(({ id }) => id === called.toLowerCase());
  const named = laptops.filter(({ name }) => name.toLowerCase() === called.toLowerCase());
  const working = named.filter(({ removed }) => removed === null);
  const [found, ...others] = byId === undefined ? (working.length > 0 ? working : named) : [byId];
  if (found === undefined) throw new UsageError(`There is no laptop “${called}” on this board.`);
  if (others.length > 0)
    throw new UsageError(
      `${others.length + 1} laptops are called “${called}”. Name it by its id: ${[found, ...others].map(({ id }) => id).join(', ')}.`,
    );
  return found;
};

const lineOf = ({ id, name, post, joinedOn, isThisOne, removed, lastExchangeAt }: LaptopRow): string => {
  const standing =
    removed !== null
      ? `removed on ${formatDate(removed.on)}: ${removed.reason}`
      : isThisOne
        ? 'this laptop'
        : lastExchangeAt === null
          ? 'nothing has come from it yet'
          : `last exchange on ${formatDate(ukDayOf(lastExchangeAt))}`;
  return `${name} (${post}), joined on ${formatDate(joinedOn)}, ${standing}\n  ${id}`;
};
