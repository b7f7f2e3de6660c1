import { z } from 'zod';

/** How a member took part. */
export const HOWS = ['present', 'online', 'apologies', 'absent'] as const;
export type How = (typeof HOWS)[number];

export const HOW_NAMES: Readonly<Record<How, string>> = {
  present: 'In the room',
  online: 'Online',
  apologies: 'Sent apologies',
  absent: 'Did not come',
};

const howOf = (word: string | undefined): How | null => HOWS.find((how) => how === word) ?? null;

export const wasThere = (how: string): boolean => how === 'present' || how === 'online';

/** Who comes besides members. */
export const GUEST_CATEGORIES = [
  'parent',
  'practitioner',
  'officer',
  'councillor',
  'interpreter',
  'other',
] as const;
export type GuestCategory = (typeof GUEST_CATEGORIES)[number];

export const GUEST_NAMES: Readonly<Record<GuestCategory, { one: string; more: string }>> = {
  parent: { one: 'parent or carer not on the panel', more: 'parents and carers not on the panel' },
  practitioner: { one: 'practitioner', more: 'practitioners' },
  officer: { one: 'officer of the council', more: 'officers of the council' },
  councillor: { one: 'councillor', more: 'councillors' },
  interpreter: { one: 'interpreter', more: 'interpreters' },
  other: { one: 'other guest', more: 'other guests' },
};

const guestCategoryOf = (word: string): GuestCategory =>
  GUEST_CATEGORIES.find((category) => category === word) ?? 'other';

export interface AttendanceFields {
  members: { memberId: string; how: How; named: boolean }[];
  guests: { category: GuestCategory; count: number; names: string }[];
}

/** The fields of the form: one pair for each member, one for each category of guests. */
export const howField = (memberId: string) => `how-${memberId}`;
export const namedField = (memberId: string) => `named-${memberId}`;
export const countField = (category: GuestCategory) => `count-${category}`;
export const namesField = (category: GuestCategory) => `names-${category}`;

/** The most guests of one kind that come to a meeting, rather than to a rally. */
const MOST_GUESTS = 500;

/**
 * The form of a meeting's attendance. A member for whom nothing is chosen is left out; nothing else
 * is taken than the members given.
 */
export function attendanceForm(memberIds: readonly string[]) {
  return z.record(z.string(), z.unknown()).transform((sent, context): AttendanceFields => {
    const text = (name: string) => (typeof sent[name] === 'string' ? sent[name] : '');
    const members = memberIds.flatMap((memberId) => {
      const how = howOf(text(howField(memberId)));
      const named = text(namedField(memberId)) === 'yes';
      return how === null ? [] : [{ memberId, how, named: named && wasThere(how) }];
    });
    const guests = GUEST_CATEGORIES.flatMap((category) => {
      const typed = text(countField(category));
      const names = text(namesField(category));
      if (typed === '' && names === '') return [];
      const say = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: [field], message });
      if (!/^\d{1,4}$/.test(typed) || Number(typed) > MOST_GUESTS) {
        say(countField(category), `Enter how many ${GUEST_NAMES[category].more} came, such as 2`);
        return [];
      }
      if (names.length > 500) {
        say(namesField(category), 'Names must be 500 characters or fewer');
        return [];
      }
      return Number(typed) === 0 && names === '' ? [] : [{ category, count: Number(typed), names }];
    });
    return { members, guests };
  });
}

/** Who was at a meeting, counted by role: what minutes and returns may say. */
export interface WhoWasThere {
  parents: number;
  practitioners: number;
  /** Of these, how many came online. */
  online: number;
  apologies: number;
  absent: number;
  guests: { words: string; count: number }[];
  /** Names of those who agreed to be named, sorted. */
  named: string[];
}

export function whoWasThere(
  rows: readonly { how: string; named: boolean; kind: string; name: string }[],
  guests: readonly { category: string; count: number }[],
): WhoWasThere {
  const there = rows.filter(({ how }) => wasThere(how));
  const parents = there.filter(({ kind }) => kind === 'parent-or-carer').length;
  return {
    parents,
    practitioners: there.length - parents,
    online: there.filter(({ how }) => how === 'online').length,
    apologies: rows.filter(({ how }) => how === 'apologies').length,
    absent: rows.filter(({ how }) => how === 'absent').length,
    guests: GUEST_CATEGORIES.flatMap((category) => {
      const count = guests
        .filter((one) => guestCategoryOf(one.category) === category)
        .reduce((sum, one) => sum + one.count, 0);
      const { one, more } = GUEST_NAMES[category];
      return count === 0 ? [] : [{ words: count === 1 ? one : more, count }];
    }),
    named: there
      .filter(({ named }) => named)
      .map(({ name }) => name)
      .sort((a, b) => a.localeCompare(b, 'en-GB')),
  };
}

/** Whether enough members were there to decide; null where no quorum is set. */
export function isQuorate(who: WhoWasThere, quorum: number | null): boolean | null {
  const { parents, practitioners, apologies, absent } = who;
  const recorded = parents + practitioners + apologies + absent > 0;
  return quorum === null || !recorded ? null : parents + practitioners >= quorum;
}

/** One held meeting as it counts in the year. */
export interface HeldMeeting {
  id: string;
  title: string;
  heldOn: string;
  attended: number;
  /** Members for whom something was recorded. */
  of: number;
  /** Per cent, a whole number; null where nobody was recorded. */
  share: number | null;
}

/** The held meetings since a day, oldest first, with how many of the members recorded were there. */
export function attendanceOver(
  meetings: readonly { id: string; title: string; heldOn: string; state: string }[],
  rows: readonly { meetingId: string; how: string }[],
  since: string,
): HeldMeeting[] {
  const byMeeting = groupedBy(rows, ({ meetingId }) => meetingId);
  return meetings
    .filter(({ state, heldOn }) => state === 'held' && heldOn >= since)
    .sort((a, b) => a.heldOn.localeCompare(b.heldOn) || a.id.localeCompare(b.id))
    .map(({ id, title, heldOn }) => {
      const recorded = byMeeting.get(id) ?? [];
      const attended = recorded.filter(({ how }) => wasThere(how)).length;
      const of = recorded.length;
      return {
        id,
        title,
        heldOn,
        attended,
        of,
        share: of === 0 ? null : Math.round((attended / of) * 100),
      };
    });
}

/** How many meetings in a row somebody misses before staff ask how they are. */
export const MISSED_IN_A_ROW = 3;

/**
 * The members who missed their last three meetings, or more: somebody should ask how they are. Only
 * meetings for which something was recorded of the member count, and apologies count as missed.
 *
 * @param meetings in any order
 */
export function whoStoppedComing(
  meetings: readonly { id: string; heldOn: string; state: string }[],
  rows: readonly { meetingId: string; memberId: string; how: string }[],
  members: readonly { id: string; name: string; leftOn: string | null }[],
): { id: string; name: string; missed: number }[] {
  const day = new Map(
    meetings.filter(({ state }) => state === 'held').map(({ id, heldOn }) => [id, heldOn]),
  );
  const byMember = groupedBy(
    rows.filter(({ meetingId }) => day.has(meetingId)),
    ({ memberId }) => memberId,
  );
  return members.flatMap(({ id, name, leftOn }) => {
    if (leftOn !== null) return [];
    const latestFirst = [...(byMember.get(id) ?? [])].sort((a, b) =>
      (day.get(b.meetingId) ?? '').localeCompare(day.get(a.meetingId) ?? ''),
    );
    const came = latestFirst.findIndex(({ how }) => wasThere(how));
    const missed = came === -1 ? latestFirst.length : came;
    return missed >= MISSED_IN_A_ROW ? [{ id, name, missed }] : [];
  });
}

function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** The guests of one meeting as the form shows them. */
export function guestsByCategory(
  rows: readonly { category: string; count: number; names: string }[],
): Partial<Record<GuestCategory, { count: number; names: string }>> {
  const found = new Map(rows.map((row) => [guestCategoryOf(row.category), row]));
  return Object.fromEntries(
    [...found].map(([category, { count, names }]) => [category, { count, names }]),
  );
}
