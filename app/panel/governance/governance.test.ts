import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoardForm, MatterForm, SeatForm } from './board.ts';
import {
  governancePage,
  registerRows,
  seatFor,
  type KeptGovernance,
  type KeptSeat,
} from './governance-page.ts';
import { BOX, inLines, mayReportTo, reportingLines, type Reporting } from './reporting-lines.ts';
import { countSeats, lacks, readSeatList, sayTerm, termOf } from './seats.ts';

const TODAY = '2026-11-22';

const seat = (more: Partial<KeptSeat> = {}): KeptSeat => ({
  id: 's',
  name: 'Ama Boateng',
  organisation: 'Health visiting',
  role: 'member',
  voting: true,
  ofPanel: false,
  memberId: null,
  memberName: null,
  fromOn: null,
  untilOn: null,
  ...more,
});
const board = (id: string, more: Partial<KeptGovernance['board']> = {}) => ({
  ...{ id, name: id, kind: 'steers', purpose: '', terms: 'Yes', cycle: 'quarterly' },
  ...{ quorum: null, reportsTo: null, closedOn: null },
  ...more,
});
const seats = (rows: readonly KeptSeat[]) => rows.map((one) => seatFor(one, true));

describe('the sizes that boards have', () => {
  it('holds fifteen with a vote who meet each quarter', () => {
    const rows = Array.from({ length: 15 }, (_, at) =>
      seat({ role: at === 0 ? 'chair' : 'member' }),
    );
    const all = [{ board: board('Family hub board', { quorum: 8 }), seats: rows, matters: [] }];
    const [line] = governancePage(all, TODAY, true).boards;
    expect(line).toMatchObject({ cycle: 'Every quarter', count: { seats: 15, voting: 15 } });
    expect(line?.lacks).toEqual(['Parents and carers have no seat on it.']);
  });

  it('takes a hundred and seventeen representatives as one list', () => {
    const list = Array.from({ length: 117 }, (_, at) => `Person ${at}, School ${at % 9}`).join(
      '\n',
    );
    const read = readSeatList(`${list}\n\n`);
    expect(read.ok && read.seats.length).toBe(117);
    expect(read.ok && read.seats.every(({ voting, role }) => voting && role === 'member')).toBe(
      true,
    );
  });
});

describe('a list that is pasted', () => {
  it('reads roles and votes, out of words or a spreadsheet', () => {
    const read = readSeatList(
      'Ama, Health visiting, Chair, yes\nBo\tPublic health\tadviser\n,Police,observer,no',
    );
    expect(read.ok && read.seats).toEqual([
      { name: 'Ama', organisation: 'Health visiting', role: 'chair', voting: true },
      { name: 'Bo', organisation: 'Public health', role: 'adviser', voting: false },
      { name: '', organisation: 'Police', role: 'observer', voting: false },
    ]);
  });

  it('says which line cannot be read', () => {
    const wrong = readSeatList(
      'Ama, Health, boss\nBo, Health, member, perhaps\n , \nCy, a, member, yes, x',
    );
    expect(wrong.ok ? [] : wrong.problems.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
    expect(readSeatList('  \n').ok).toBe(false);
    expect(readSeatList('A, B\n'.repeat(301)).ok).toBe(false);
  });
});

describe('terms', () => {
  it.each([
    [null, null, 'open', 'No end set'],
    [null, '2027-06-01', 'open', 'Until 1 Jun 2027'],
    [null, '2026-12-31', 'ends-soon', 'Ends soon: 31 Dec 2026'],
    [null, '2026-11-21', 'over', 'Ended 21 Nov 2026'],
    ['2027-01-01', null, 'to-come', 'From 1 Jan 2027'],
  ] as const)('from %s to %s', (fromOn, untilOn, term, words) => {
    expect(termOf({ fromOn, untilOn }, TODAY)).toBe(term);
    expect(sayTerm({ fromOn, untilOn }, TODAY)).toBe(words);
  });

  it('that are over count no more, and are said', () => {
    const rows = seats([seat({ role: 'chair', ofPanel: true }), seat({ untilOn: '2026-01-01' })]);
    expect(countSeats(rows, TODAY)).toMatchObject({ seats: 1, voting: 1, ending: 1 });
    expect(lacks({ quorum: 3, terms: '', kind: 'steers', closedOn: null }, rows, TODAY)).toEqual([
      'It has no terms of reference.',
      'Its quorum is 3 and it has 1 member.',
      'One term has ended.',
    ]);
    expect(
      lacks({ quorum: 3, terms: '', kind: 'partnership', closedOn: null }, rows, TODAY),
    ).toEqual([]);
  });
});

describe('the seat of the panel', () => {
  const held = seat({
    name: '',
    organisation: '',
    ofPanel: true,
    memberId: 'm',
    memberName: 'Leanne Moss',
  });

  it('names its member only to those who may see who is on the panel', () => {
    expect(seatFor(held, true).name).toBe('Leanne Moss');
    expect(JSON.stringify(seatFor(held, false))).not.toContain('Leanne');
    const all = [{ board: board('B'), seats: [{ ...held, untilOn: '2026-12-01' }], matters: [] }];
    expect(JSON.stringify(governancePage(all, TODAY, false))).not.toContain('Leanne');
    expect(JSON.stringify(registerRows(all, TODAY, false))).not.toContain('Leanne');
    expect(JSON.stringify(registerRows(all, TODAY, false))).toContain('A member of the panel');
  });

  it('says how the panel was heard', () => {
    const matter = (putBy: string, outcome: string) => ({
      ...{ id: outcome, putOn: '2026-06-01', putBy, put: 'Evenings', outcome },
      ...{ decided: '', decidedOn: null },
    });
    const matters = [
      matter('panel', 'agreed'),
      matter('panel', 'changed'),
      matter('panel', 'not-agreed'),
      matter('panel', 'deferred'),
      matter('officer', 'agreed'),
    ];
    expect(governancePage([{ board: board('B'), seats: [], matters }], TODAY, true).heard).toEqual({
      ...{ put: 4, agreed: 2, notAgreed: 1, waiting: 1 },
    });
  });
});

describe('who reports to whom', () => {
  const one = (id: string, reportsTo: string | null): Reporting => ({ id, reportsTo });

  it('puts who is reported to above, in the middle of those who report', () => {
    const { boxes, lines, width } = reportingLines([one('a', null), one('b', 'a'), one('c', 'a')]);
    const at = (id: string) => boxes.find(({ board: { id: own } }) => own === id);
    expect(at('a')?.x).toBe(((at('b')?.x ?? 0) + (at('c')?.x ?? 0)) / 2);
    expect(at('b')?.y).toBeGreaterThan(at('a')?.y ?? 0);
    expect(lines).toHaveLength(2);
    expect(width).toBe(2 * BOX.width + BOX.across);
  });

  it('offers no board that would report to itself in the end', () => {
    const boards = [one('a', null), one('b', 'a'), one('c', 'b')];
    expect(mayReportTo(boards, 'a').map(({ id }) => id)).toEqual([]);
    expect(mayReportTo(boards, 'c').map(({ id }) => id)).toEqual(['a', 'b']);
    expect(mayReportTo(boards, null)).toHaveLength(3);
  });

  it('draws each board once at most and never over another, whatever reports to whatever', () => {
    const some = fc.array(fc.option(fc.nat(11), { nil: null }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(some, (to) => {
        const boards = to.map((at, id) => one(String(id), at === null ? null : String(at)));
        const { boxes } = reportingLines(boards);
        expect(new Set(boxes.map(({ board: { id } }) => id)).size).toBe(boxes.length);
        for (const [at, a] of boxes.entries()) {
          for (const b of boxes.slice(at + 1)) {
            expect(Math.abs(a.x - b.x) >= BOX.width || Math.abs(a.y - b.y) >= BOX.height).toBe(
              true,
            );
          }
        }
      }),
    );
  });

  it('breaks a long name into lines that fit', () => {
    expect(inLines('Best Start Family Hubs Partnership Board of Wexcombe', 23, 2)).toEqual([
      'Best Start Family Hubs',
      'Partnership Board of…',
    ]);
    expect(inLines('Donaudampfschifffahrtsgesellschaft', 10, 2)).toEqual(['Donaudamp…']);
  });
});

describe('the forms', () => {
  it('ask for what makes a decision one', () => {
    const put = { putOn: '2026-06-01', putBy: 'panel', put: 'Evenings' };
    expect(MatterForm.safeParse({ ...put, outcome: 'open' }).success).toBe(true);
    const bare = MatterForm.safeParse({ ...put, outcome: 'agreed' });
    expect(bare.error?.issues.map(({ path }) => path[0])).toEqual(['decided', 'decidedOn']);
    const before = { ...put, outcome: 'agreed', decided: 'Yes', decidedOn: '2026-05-01' };
    expect(MatterForm.safeParse(before).success).toBe(false);
  });

  it('keep a member of the panel out of the name, and a term from ending before it begins', () => {
    const base = { name: 'A', organisation: 'B', role: 'member', voting: 'yes' };
    expect(SeatForm.safeParse(base).success).toBe(true);
    expect(SeatForm.safeParse({ ...base, memberId: 'm', ofPanel: 'yes' }).success).toBe(false);
    expect(SeatForm.safeParse({ ...base, name: '', memberId: 'm' }).success).toBe(false);
    expect(
      SeatForm.safeParse({ ...base, fromOn: '2026-02-01', untilOn: '2026-01-01' }).success,
    ).toBe(false);
    expect(SeatForm.safeParse({ ...base, name: '', organisation: '' }).success).toBe(false);
    const named = { name: 'Board', kind: 'steers', cycle: 'quarterly' };
    expect(BoardForm.parse({ ...named, quorum: '', reportsTo: '' })).toMatchObject({
      quorum: null,
      reportsTo: null,
    });
    expect(BoardForm.safeParse({ ...named, quorum: 'many' }).success).toBe(false);
  });
});
