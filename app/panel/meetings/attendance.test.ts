import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  attendanceForm,
  attendanceOver,
  GUEST_CATEGORIES,
  HOWS,
  howField,
  isQuorate,
  namedField,
  wasThere,
  whoStoppedComing,
  whoWasThere,
} from './attendance.ts';
import { meetingsInQuarter } from './returns.ts';

const MEETINGS = [
  { id: 'a', title: 'First', heldOn: '2026-01-10', state: 'held' },
  { id: 'b', title: 'Second', heldOn: '2026-03-10', state: 'held' },
  { id: 'c', title: 'Third', heldOn: '2026-05-10', state: 'held' },
  { id: 'd', title: 'Off', heldOn: '2026-06-10', state: 'cancelled' },
];
const row = (meetingId: string, memberId: string, how: string) => ({ meetingId, memberId, how });

test('minutes name those only who were there and agreed', () => {
  const who = whoWasThere(
    [
      { how: 'present', named: true, kind: 'parent-or-carer', name: 'Leanne' },
      { how: 'online', named: false, kind: 'parent-or-carer', name: 'Daniel' },
      { how: 'apologies', named: true, kind: 'parent-or-carer', name: 'Samina' },
      { how: 'present', named: true, kind: 'practitioner', name: 'Anna' },
    ],
    [
      { category: 'officer', count: 1 },
      { category: 'something older', count: 2 },
    ],
  );
  expect(who).toMatchObject({ parents: 2, practitioners: 1, online: 1, apologies: 1 });
  expect(who.named).toEqual(['Anna', 'Leanne']);
  expect(who.guests).toEqual([
    { words: 'officer of the council', count: 1 },
    { words: 'other guests', count: 2 },
  ]);
  expect(isQuorate(who, 3)).toBe(true);
  expect(isQuorate(who, 4)).toBe(false);
  expect(isQuorate(who, null)).toBeNull();
  expect(isQuorate(whoWasThere([], []), 3)).toBeNull();
});

test('the year has the held meetings, oldest first, with the share of those recorded', () => {
  const rows = [
    row('a', 'x', 'present'),
    row('a', 'y', 'absent'),
    row('a', 'z', 'online'),
    row('c', 'x', 'apologies'),
  ];
  expect(attendanceOver(MEETINGS, rows, '2026-01-01')).toMatchObject([
    { id: 'a', attended: 2, of: 3, share: 67 },
    { id: 'b', attended: 0, of: 0, share: null },
    { id: 'c', attended: 0, of: 1, share: 0 },
  ]);
  expect(attendanceOver(MEETINGS, rows, '2026-04-01').map(({ id }) => id)).toEqual(['c']);
});

test('who missed three in a row is named, and who left or came since is not', () => {
  const missedAll = (id: string) => ['a', 'b', 'c'].map((meeting) => row(meeting, id, 'absent'));
  const rows = [
    ...missedAll('x'),
    ...missedAll('left'),
    row('a', 'y', 'absent'),
    row('b', 'y', 'absent'),
    row('c', 'y', 'online'),
    row('b', 'z', 'absent'),
    row('c', 'z', 'apologies'),
    row('d', 'z', 'absent'),
  ];
  const members = [
    { id: 'x', name: 'Rhiannon', leftOn: null },
    { id: 'left', name: 'Gone', leftOn: '2026-05-11' },
    { id: 'y', name: 'Jodie', leftOn: null },
    { id: 'z', name: 'Priti', leftOn: null },
  ];
  expect(whoStoppedComing(MEETINGS, rows, members)).toEqual([
    { id: 'x', name: 'Rhiannon', missed: 3 },
  ]);
});

test('the form takes the members it was given and nobody else', () => {
  const sent = {
    [howField('x')]: 'online',
    [namedField('x')]: 'yes',
    [howField('y')]: 'apologies',
    [namedField('y')]: 'yes',
    [howField('stranger')]: 'present',
    [howField('z')]: 'walked past',
    'count-officer': '2',
    'count-parent': '0',
  };
  expect(attendanceForm(['x', 'y', 'z']).parse(sent)).toEqual({
    members: [
      { memberId: 'x', how: 'online', named: true },
      { memberId: 'y', how: 'apologies', named: false },
    ],
    guests: [{ category: 'officer', count: 2, names: '' }],
  });
});

test('a guest with a name and no number is asked after', () => {
  const read = attendanceForm([]).safeParse({ 'count-other': '', 'names-other': 'Sam' });
  expect(read.error?.issues[0]?.path).toEqual(['count-other']);
});

test('the figures of a return add up, whatever was recorded', () => {
  const attendances = fc.uniqueArray(
    fc.record({
      meetingId: fc.constantFrom('a', 'b', 'c', 'd', 'elsewhere'),
      memberId: fc.constantFrom('m1', 'm2', 'm3', 'm4'),
      how: fc.constantFrom(...HOWS),
    }),
    { selector: ({ meetingId, memberId }) => `${meetingId} ${memberId}` },
  );
  const guests = fc.array(
    fc.record({
      meetingId: fc.constantFrom('a', 'd'),
      category: fc.constantFrom(...GUEST_CATEGORIES),
      count: fc.nat(20),
    }),
  );
  fc.assert(
    fc.property(attendances, guests, (rows, came) => {
      const kinds = rows.map((one) => ({
        ...one,
        kind: one.memberId === 'm4' ? 'practitioner' : 'parent-or-carer',
      }));
      const all = {
        meetings: MEETINGS.map((meeting) => ({ ...meeting, how: 'both' })),
        attendances: kinds,
        guests: came,
        notes: [],
        decisions: [],
      };
      const quarter = meetingsInQuarter(all, '2026-01-01', '2026-03-31');
      expect(quarter.held).toBe(2);
      expect(quarter.routes).toEqual({ 'in-person': 0, online: 0, both: 2 });
      expect(quarter.parents + quarter.practitioners).toBe(quarter.members);
      expect(quarter.members).toBeLessThanOrEqual(quarter.attendances);
      const there = rows.filter(
        ({ meetingId, how }) => wasThere(how) && (meetingId === 'a' || meetingId === 'b'),
      );
      expect(quarter.attendances).toBe(there.length);
      // Each quarter of a year apart, the times that members were there are those of the year.
      const year = meetingsInQuarter(all, '2026-01-01', '2026-12-31');
      const later = meetingsInQuarter(all, '2026-04-01', '2026-12-31');
      expect(quarter.attendances + later.attendances).toBe(year.attendances);
      expect(later.cancelled).toBe(1);
    }),
  );
});
