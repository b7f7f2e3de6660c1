import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMember } from '#app/panel/add-member.server.ts';
import { MemberForm } from '#app/panel/members.ts';
import { factRows } from '#db/records.ts';
import { theStore } from '#db/store.server.ts';
import { action as add } from '#app/routes/programmes.$programmeId.panel.boards.new/route.tsx';
import { action as edit } from '#app/routes/programmes.$programmeId.panel.boards.$boardId.edit/route.tsx';
import {
  action as onBoard,
  loader as boardPage,
} from '#app/routes/programmes.$programmeId.panel.boards.$boardId._index/route.tsx';
import { action as seat } from '#app/routes/programmes.$programmeId.panel.boards.$boardId.members._index/route.tsx';
import { action as changeSeat } from '#app/routes/programmes.$programmeId.panel.boards.$boardId.members.$seatId/route.tsx';
import { action as changeMatter } from '#app/routes/programmes.$programmeId.panel.boards.$boardId.matters.$matterId/route.tsx';
import { loader as boardsPage } from '#app/routes/programmes.$programmeId.panel.boards._index/route.tsx';
import { loader as register } from '#app/routes/programmes.$programmeId.panel.boards.register[.]csv/route.tsx';
import { BrowserOf } from '#test/browser-of.ts';
import { freshStore } from '#test/fresh-store.ts';
import { makeBorough, type Borough } from '#test/people.ts';

// Boards as an authority has them, the panel’s seat among them, and how it was heard.

let borough: Borough;
let priya: BrowserOf;
let dan: BrowserOf;

beforeAll(async () => {
  await freshStore();
  borough = await makeBorough();
  priya = await BrowserOf.signedIn(borough.priya);
  dan = await BrowserOf.signedIn(borough.dan);
});
afterAll(() => theStore().close());

const of = (more: Record<string, string> = {}) => ({ programmeId: borough.programme.id, ...more });
const BOARD = { kind: 'decides', purpose: '', terms: 'Yes', cycle: 'quarterly', quorum: '8' };

async function newBoard(name: string, reportsTo = ''): Promise<string> {
  const came = await priya.post(add, '/', { ...BOARD, name, reportsTo }, of());
  return (came.location ?? '').split('/').at(-1) ?? '';
}

/** The boards that show a seat of the panel on a day. */
async function seatsOn(today: string): Promise<string[]> {
  const { authorityId, programme } = borough;
  const facts = await factRows(theStore().read, authorityId, programme.id, today);
  return facts.filter(({ kind }) => kind === 'panel-seat').map(({ words }) => words);
}

describe('boards and groups', () => {
  let boardId = '';
  let team = '';

  test('are added by those who may, and report to each other without a ring', async () => {
    expect((await dan.post(add, '/', { ...BOARD, name: 'No' }, of())).status).toBe(403);
    expect((await priya.post(add, '/', { ...BOARD, name: '', reportsTo: '' }, of())).status).toBe(
      422,
    );
    boardId = await newBoard('Hubs board');
    team = await newBoard('Leadership team', boardId);
    const ring = { ...BOARD, name: 'Hubs board', reportsTo: team, version: '1' };
    const refused = await priya.post(edit, '/', ring, of({ boardId }));
    expect(refused.status).toBe(422);
    const fine = { ...ring, reportsTo: '', quorum: '9' };
    expect((await priya.post(edit, '/', fine, of({ boardId }))).status).toBe(302);
    expect((await priya.post(edit, '/', fine, of({ boardId }))).status, 'changed meanwhile').toBe(
      422,
    );
  });

  test('take a whole list at once, or nothing of it', async () => {
    const rows = Array.from({ length: 117 }, (_, at) => `Person ${at}, Organisation ${at % 12}`);
    const wrong = [...rows.slice(0, 3), 'Cy, Police, boss'].join('\r\n');
    const refused = await priya.post(
      seat,
      '/',
      { intent: 'list', list: wrong },
      of({ boardId: team }),
    );
    expect(refused.status).toBe(422);
    expect(refused.data.problems[0]?.message).toMatch(/^Line 4: “boss” is no role/);
    const fields = { intent: 'list', list: rows.join('\r\n') };
    expect((await priya.post(seat, '/', fields, of({ boardId: team }))).status).toBe(302);
    const page = await dan.get(boardPage, '/', of({ boardId: team }));
    expect(page.data.line.count).toMatchObject({ seats: 117, voting: 117, panel: 0 });
    expect(page.data.organisations).toHaveLength(12);
  });

  test('name who holds the panel’s seat only to those who may see the panel', async () => {
    const about = { name: 'Leanne Moss', kind: 'parent-or-carer', joinedOn: '2026-05-01' };
    const member = await addMember(borough.tom, borough.programme, MemberForm.parse(about));
    const fields = {
      ...{ name: '', organisation: 'Parent carer panel', role: 'member', voting: 'yes' },
      ...{ ofPanel: 'yes', memberId: member.memberId, fromOn: '', untilOn: '' },
    };
    expect((await priya.post(seat, '/', fields, of({ boardId }))).status).toBe(302);
    const [seen, hidden] = [
      await priya.get(boardPage, '/', of({ boardId })),
      await dan.get(boardPage, '/', of({ boardId })),
    ];
    expect(seen.data.seats[0]?.name).toBe('Leanne Moss');
    expect(JSON.stringify(hidden.data)).not.toContain('Leanne');
    expect((await priya.get(register, '/', of())).text).not.toContain('Leanne');
    const seatId = seen.data.seats[0]?.id ?? '';
    const moved = { ...fields, intent: 'change', voting: 'no', untilOn: '2026-10-31' };
    expect(await seatsOn('2027-05-01'), 'a seat without an end').toEqual(['Hubs board']);
    await priya.post(changeSeat, '/', moved, of({ boardId, seatId }));
    expect((await dan.get(boardPage, '/', of({ boardId }))).data.line.count.voting).toBe(0);
    expect(await seatsOn('2026-10-31')).toEqual(['Hubs board']);
    expect(await seatsOn('2026-11-01'), 'it ended the day before').toEqual([]);
    const elsewhere = await priya.post(changeSeat, '/', moved, of({ boardId: team, seatId }));
    expect(elsewhere.status, 'the seat is of another board').toBe(404);
    await priya.post(changeSeat, '/', { intent: 'remove' }, of({ boardId, seatId }));
    expect((await dan.get(boardPage, '/', of({ boardId }))).data.seats).toEqual([]);
  });

  test('keep what the panel put to them, and what became of it', async () => {
    const put = {
      intent: 'matter',
      putOn: '2026-06-01',
      putBy: 'panel',
      put: 'Open in the evening',
    };
    const undecided = { ...put, outcome: 'agreed', decided: '', decidedOn: '' };
    expect((await priya.post(onBoard, '/', undecided, of({ boardId }))).status).toBe(422);
    const open = { ...undecided, outcome: 'open' };
    expect((await priya.post(onBoard, '/', open, of({ boardId }))).status).toBe(302);
    const [matter] = (await dan.get(boardPage, '/', of({ boardId }))).data.matters;
    const at = of({ boardId, matterId: matter?.id ?? '' });
    const decided = { ...open, intent: 'change', outcome: 'agreed', decided: 'Yes', version: '1' };
    const fields = { ...decided, decidedOn: '2026-06-01' };
    expect((await priya.post(changeMatter, '/', fields, at)).status).toBe(302);
    expect((await priya.post(changeMatter, '/', fields, at)).status, 'changed meanwhile').toBe(422);
    const all = await dan.get(boardsPage, '/', of());
    expect(all.data.heard).toEqual({ put: 1, agreed: 1, notAgreed: 0, waiting: 0 });
    expect((await dan.get(register, '/', of())).text).toContain('Open in the evening');
  });

  test('end, and what is recorded stays', async () => {
    expect((await priya.post(onBoard, '/', { intent: 'end' }, of({ boardId }))).status).toBe(302);
    const { boards } = (await dan.get(boardsPage, '/', of())).data;
    expect(boards.find(({ id }) => id === boardId)?.closedOn).not.toBeNull();
    expect((await dan.get(boardPage, '/', of({ boardId }))).data.matters).toHaveLength(1);
  });
});
