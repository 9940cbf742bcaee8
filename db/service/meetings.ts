import { os, savedBy, todayOf } from './context.ts';
import {
  cancelMeeting,
  deferItem,
  holdMeeting,
  moveMeeting,
  orderItems,
  planMeetings,
  proposeYear,
  putOnAgenda,
  replanMeeting,
} from './meeting-acts.ts';
import { addMembers } from './meeting-attendance.ts';
import { readMeeting } from './meeting-detail.ts';
import { askedByMeeting, attendanceTable, listMeetings } from './meeting-list.ts';

export const meetings = {
  list: os.meetings.list.handler(({ input, context: { session } }) =>
    listMeetings(session.store, todayOf(session.store), input),
  ),
  get: os.meetings.get.handler(({ input, context: { session } }) =>
    readMeeting(session.store, todayOf(session.store), input.id),
  ),
  asked: os.meetings.asked.handler(({ context: { session } }) => ({
    bodies: askedByMeeting(session.store, todayOf(session.store)),
  })),
  attendance: os.meetings.attendance.handler(({ input, context: { session } }) =>
    attendanceTable(session.store, input.bodyId, input.year),
  ),
  propose: os.meetings.propose.handler(({ input, context: { session } }) =>
    proposeYear(session.store, input.bodyId, input.fromMonth, input.day),
  ),
  plan: os.meetings.plan.handler(({ input, context: { session } }) => ({
    ...savedBy(planMeetings(session.store, input.bodyId, input.meetings)),
    planned: input.meetings.length,
  })),
  move: os.meetings.move.handler(({ input, context: { session } }) => savedBy(moveMeeting(session.store, input))),
  cancel: os.meetings.cancel.handler(({ input, context: { session } }) =>
    savedBy(cancelMeeting(session.store, input.id, input.reason, input.carryTo)),
  ),
  hold: os.meetings.hold.handler(({ input, context: { session } }) => savedBy(holdMeeting(session.store, input.id))),
  replan: os.meetings.replan.handler(({ input, context: { session } }) =>
    savedBy(replanMeeting(session.store, input.id, input.reason)),
  ),
  putOnAgenda: os.meetings.putOnAgenda.handler(({ input, context: { session } }) =>
    savedBy(putOnAgenda(session.store, input.meetingId, input.keys)),
  ),
  order: os.meetings.order.handler(({ input, context: { session } }) =>
    savedBy(orderItems(session.store, input.meetingId, input.itemIds)),
  ),
  deferItem: os.meetings.deferItem.handler(({ input, context: { session } }) =>
    savedBy(deferItem(session.store, input.itemId, input.toMeetingId, input.text, input.reason)),
  ),
  addMembers: os.meetings.addMembers.handler(({ input, context: { session } }) => {
    const { committed, added } = addMembers(session.store, input.meetingId, input.attendance);
    return { ...savedBy(committed), added };
  }),
};
