import { afterAll, expect, it } from 'vitest';
import { openInMemory } from '../../../db/store/database.ts';
import { createStatements } from '../../../db/store/statements.ts';

const db = openInMemory();
db.exec(
  `create table laptops (id text, post text); insert into laptops values ('a', 'Board manager'), ('b', 'Administrator')`,
);
afterAll(() => db.close());

const SQL = 'select id, post from laptops order by id';

it('answers each who asks the same SQL in the way that they asked for, whoever asked before', () => {
  const prepare = createStatements(db);
  const rows = prepare(SQL);
  const values = prepare(SQL).pluck();
  const lists = prepare(SQL).raw();
  const all = [
    { id: 'a', post: 'Board manager' },
    { id: 'b', post: 'Administrator' },
  ];
  expect(values.all()).toEqual(['a', 'b']);
  expect(lists.all()).toEqual([
    ['a', 'Board manager'],
    ['b', 'Administrator'],
  ]);
  expect(rows.all()).toEqual(all);
  expect(prepare(SQL).all()).toEqual(all);
  expect(lists.pluck().get()).toBe('a');
  expect(values.raw().get()).toEqual(['a', 'Board manager']);
});

it('makes a statement once for each way of answering', () => {
  const prepare = createStatements(db);
  expect(prepare(SQL)).toBe(prepare(SQL));
  expect(prepare(SQL).pluck()).toBe(prepare(SQL).pluck());
  expect(prepare(SQL).raw()).toBe(prepare(SQL).pluck().raw());
});

it('goes through the values of a statement while another asks for its rows', () => {
  const prepare = createStatements(db);
  const met: unknown[] = [];
  for (const id of prepare(SQL).pluck().iterate()) met.push([id, prepare(SQL).all().length]);
  expect(met).toEqual([
    ['a', 2],
    ['b', 2],
  ]);
});
