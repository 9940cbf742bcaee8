import type { Attendance } from '../domain/codes.ts';
import type { Store } from '../store/store.ts';
import type { Reader } from './context.ts';

type Member = { readonly agencyId: string; readonly post: string };

/** Who attended this body's meetings before, with the post of the last time; every agency of the area where nobody did yet. Those that are listed already are left out. */
export const membersToAdd = (reader: Reader, meetingId: string, bodyId: string): readonly Member[] => {
  const before = reader
    .prepare<[string], Member>(
      `select n.agencyId, n.post from attendances n join meetings m on m.id = n.meetingId join agencies g on g.id = n.agencyId
       where m.bodyId = ? and n.removed is null and m.removed is null and g.removed is null order by m.date, n.id`,
    )
    .all(bodyId);
  const latest = new Map(before.map(({ agencyId, post }) => [agencyId, post]));
  const members =
    latest.size > 0
      ? [...latest].map(([agencyId, post]) => ({ agencyId, post }))
      : reader
          .prepare<[], Member>(
            'select id as agencyId, contactPost as post from agencies where outsideArea = 0 and removed is null order by name, id',
          )
          .all();
  const listed = new Set(
    reader
      .prepare<[string], { agencyId: string }>(
        'select agencyId from attendances where meetingId = ? and removed is null',
      )
      .all(meetingId)
      .map(({ agencyId }) => agencyId),
  );
  return members.filter(({ agencyId }) => !listed.has(agencyId));
};

/** Adds them all at once; each that was not there is then changed on its own line. */
export const addMembers = (store: Store, meetingId: string, attendance: Attendance) => {
  const { bodyId } = store.row('meetings', meetingId);
  const members = membersToAdd(store, meetingId, bodyId);
  const committed = store.operation({ kind: 'edit-meeting' }, (write) => {
    for (const member of members) write.insert('attendances', { meetingId, attendance, ...member });
  });
  return { committed, added: members.length };
};
