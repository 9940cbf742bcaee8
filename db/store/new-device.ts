import type { Sqlite } from './database.ts';
import type { Surroundings } from './store.ts';
import { v7 } from 'uuid';

/**
 * From here on the database writes as another device, so that no chain is written on in two places: one that is also kept
 * elsewhere, or that was ahead of this. It has the name and the post of the device before it. Answers both ids.
 */
export const takeNewDevice = (
  db: Sqlite,
  { now, random }: Surroundings,
): { readonly before: string; readonly device: string } =>
  db.transaction(() => {
    const before = db.prepare<[], { id: string }>('select id from thisDevice').get()?.id;
    if (before === undefined) throw new Error('the database has no device');
    const device = v7({ msecs: now(), random: random(16) });
    db.prepare('insert into devices (id, name, post, addedAt) select ?, name, post, ? from devices where id = ?').run(
      device,
      now(),
      before,
    );
    db.prepare('update thisDevice set id = ?').run(device);
    // An offer names the device that made it.
    db.prepare('delete from joinOffers').run();
    return { before, device };
  })();
