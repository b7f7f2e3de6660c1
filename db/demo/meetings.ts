import { askMembers, replyToMeeting } from '#app/panel/meetings/ask-members.server.ts';
import type { How } from '#app/panel/meetings/attendance.ts';
import {
  changeAgenda,
  drawAgenda,
  publishPapers,
} from '#app/panel/meetings/change-agenda.server.ts';
import { MeetingForm, type MeetingReply } from '#app/panel/meetings/meeting.ts';
import { planMeeting } from '#app/panel/meetings/plan-meeting.server.ts';
import { approveMinutes, shareMinutes } from '#app/panel/meetings/run-meeting.server.ts';
import {
  recordAttendance,
  settleAction,
  writeDown,
} from '#app/panel/meetings/write-down.server.ts';
import type { Person } from '#app/people/can.ts';
import { dayOf } from '#app/ui/words.ts';
import { actionsOf } from '../meeting-notes.ts';
import { agendaOf } from '../meetings.ts';
import { membersOf, type Member } from '../panel.ts';
import { theStore } from '../store.server.ts';
import type { Demonstration } from './load.server.ts';
import { COMING, HELD, SETTLED, type DemoMeeting } from './meetings-words.ts';
import type { DemoPanel } from './panel.ts';

export interface DemoMeetings {
  /** Held, the oldest first; the last one's minutes are a draft. */
  held: string[];
  /** Members are asked to it, and can read its papers. */
  coming: string;
}

const daysFrom = (d: Demonstration, days: number) => new Date(d.now.getTime() + days * 86_400_000);

/** Three meetings that were held, with what came of them, and one that comes. */
export async function demoMeetings(d: Demonstration, panel: DemoPanel): Promise<DemoMeetings> {
  const members = (await membersOf(theStore().read, d.authorityId, d.programme.id)).filter(
    ({ leftOn }) => leftOn === null,
  );
  const held: string[] = [];
  for (const about of HELD) held.push(await hold(d, members, about));
  const [first = '', second = '', third = ''] = held;
  await approveMinutes(d.facilitator, d.programme, first, second, daysFrom(d, -70));
  await approveMinutes(d.facilitator, d.programme, second, third, daysFrom(d, -28));
  await settle(d);
  return { held, coming: await planTheNext(d, panel) };
}

/** The day so many days from now, or the weekday before it where it falls on a weekend. */
function weekday(d: Demonstration, days: number): string {
  for (let back = 0; ; back += 1) {
    const at = daysFrom(d, days - back);
    if (at.getUTCDay() % 6 !== 0) return dayOf(at);
  }
}

function fieldsOf(d: Demonstration, about: DemoMeeting) {
  const { title, days, how, place, joiningLink, interpreters, helps } = about;
  return MeetingForm.parse({
    title,
    heldOn: weekday(d, days),
    startsAt: about.from,
    endsAt: about.to,
    how,
    place,
    joiningLink,
    interpreters,
    offers: ['childcare', 'travel'],
    helps,
    quorum: '5',
    already: days < 0 ? 'yes' : undefined,
  });
}

async function plan(d: Demonstration, about: DemoMeeting, at: Date): Promise<string> {
  const made = await planMeeting(d.facilitator, d.programme, fieldsOf(d, about), dayOf(d.now), at);
  if (!made.ok) throw new Error(`“${about.title}”: ${made.problems[0]?.message ?? ''}`);
  return made.meetingId;
}

const HOW_OF: Readonly<Record<string, How>> = {
  p: 'present',
  o: 'online',
  a: 'apologies',
  x: 'absent',
};

/** A meeting that was held: its agenda, who came, and what was written down. */
async function hold(
  d: Demonstration,
  members: readonly Member[],
  about: DemoMeeting,
): Promise<string> {
  const id = await plan(d, about, daysFrom(d, about.days - 14));
  for (const { title, minutes, leads, paper } of about.items) {
    const fields = { title, minutes, leads, paper };
    await changeAgenda(d.facilitator, d.programme, id, { do: 'add', fields });
  }
  await askMembers(d.facilitator, d.programme, id, daysFrom(d, about.days - 14));
  const came = members.flatMap((member) => {
    const how = HOW_OF[about.came[member.name] ?? ''];
    const named = member.name === 'Leanne Moss' || member.name === 'Daniel Obi';
    return how ? [{ memberId: member.id, how, named: named && how !== 'apologies' }] : [];
  });
  await recordAttendance(
    d.facilitator,
    d.programme,
    id,
    { members: came, guests: about.guests.map((guest) => ({ ...guest, names: '' })) },
    dayOf(d.now),
  );
  const items = await agendaOf(theStore().read, d.authorityId, id);
  const at = daysFrom(d, about.days);
  for (const [n, { written }] of about.items.entries()) {
    const itemId = items[n]?.id ?? '';
    for (const { dueIn, ...down } of written) {
      const dueOn = dayOf(daysFrom(d, dueIn ?? 0));
      await writeDown(
        d.facilitator,
        d.programme,
        id,
        down.what === 'action'
          ? { what: 'action', itemId, fields: { ...down.fields, dueOn } }
          : { ...down, itemId },
        at,
      );
    }
  }
  await publishPapers(d.facilitator, d.programme, id, daysFrom(d, about.days - 5));
  await shareMinutes(d.facilitator, d.programme, id, daysFrom(d, about.days + 6));
  return id;
}

/** What was promised at the meetings and is done, or could not be. */
async function settle(d: Demonstration): Promise<void> {
  const actions = await actionsOf(theStore().read, d.authorityId, d.programme.id);
  for (const { starts, state, outcome, days } of SETTLED) {
    const action = actions.find(({ text }) => text.startsWith(starts));
    if (!action) throw new Error(`No action begins “${starts}”.`);
    const fields = { actionId: action.id, state, outcome, dueOn: action.dueOn, version: 1 };
    await settleAction(d.facilitator, d.programme, fields, dayOf(daysFrom(d, days)));
  }
}

/** The meeting that comes: its agenda drawn from what is open, some members have answered. */
async function planTheNext(d: Demonstration, { people }: DemoPanel): Promise<string> {
  const asked = daysFrom(d, -3);
  const id = await plan(d, COMING, asked);
  await drawAgenda(d.facilitator, d.programme, id, dayOf(d.now));
  // What is drawn is more than fits into an evening: two themes wait for another meeting.
  const drawn = await agendaOf(theStore().read, d.authorityId, id);
  for (const { id: item } of drawn.filter(({ aboutKind }) => aboutKind === 'theme').slice(-2)) {
    await changeAgenda(d.facilitator, d.programme, id, { do: 'remove', id: item });
  }
  await askMembers(d.facilitator, d.programme, id, asked);
  await publishPapers(d.facilitator, d.programme, id, daysFrom(d, -1));
  const answers = Object.entries(COMING.came);
  for (const [name, word] of answers) {
    const person = people.find((one: Person) => one.name === name);
    const reply: MeetingReply = word === 'p' ? 'coming' : word === 'o' ? 'coming-online' : 'cannot';
    const needs = COMING.needs?.[name] ?? '';
    if (person) await replyToMeeting(person, id, { reply, needs }, daysFrom(d, -2));
  }
  return id;
}
