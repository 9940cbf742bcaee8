import { describe, expect, it } from 'vitest';
import { packToDocx } from '../../../db/packs/docx.ts';
import type { Pack, PackTable } from '../../../db/packs/model.ts';
import { packToXlsx } from '../../../db/packs/xlsx.ts';
import { writeInTurns } from '../../../db/service/write-in-turns.ts';
import { examplePack } from '../packs/example-pack.ts';

const table = (id: string): PackTable => ({
  kind: 'table',
  id,
  caption: id,
  columns: [{ key: 'action', heading: 'Action', kind: 'text', width: 1 }],
  rows: Array.from({ length: 1200 }, (_, row) => [{ kind: 'text', text: `Action ${row}` }]),
  nil: 'None.',
});
const long: Pack = {
  ...examplePack,
  sections: ['One', 'Two', 'Three', 'Four'].map((id) => ({ id, heading: id, blocks: [table(id)] })),
};

const WRITERS = [
  ['DOCX', packToDocx],
  ['XLSX', packToXlsx],
] as const;

describe('writing a long document', () => {
  it.each(WRITERS)('%s: tells how far it is, and gives the same bytes as writing it in one go', async (_, write) => {
    const writing = writeInTurns(
      (turn) => write(long, turn),
      () => undefined,
    );
    const steps: number[] = [];
    let step = await writing.next();
    // oxlint-disable-next-line no-await-in-loop -- one step after another
    for (; !step.done; step = await writing.next()) steps.push(step.value.done);
    expect(steps.length).toBeGreaterThan(2);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(Buffer.compare(step.value, await write(long))).toBe(0);
  });

  it.each(WRITERS)('%s: that is cancelled on the way ends there', async (_, write) => {
    let turns = 0;
    const writing = writeInTurns(
      (turn) => write(long, turn),
      () => {
        turns += 1;
        if (turns === 2) throw new Error('cancelled');
      },
    );
    const untilItEnds = async () => {
      // oxlint-disable-next-line no-await-in-loop -- one step after another
      while (!(await writing.next()).done);
    };
    await expect(untilItEnds()).rejects.toThrow('cancelled');
    expect(turns).toBe(2);
  });
});
