import { describe, expect, test } from 'vitest';
import type { KeptGovernance } from '#app/panel/governance/governance-page.ts';
import { governanceInPlan, inTree, lateness, sayPanelSeats, withoutPanel } from './governance.ts';
import { governanceSvg } from './governance-picture.ts';

const TODAY = '2026-11-22';

const aBoard = (
  id: string,
  more: Partial<KeptGovernance['board']> = {},
  seats: Partial<KeptGovernance['seats'][number]>[] = [],
  met: string[] = [],
): KeptGovernance => ({
  board: {
    ...{ id, name: id, kind: 'decides', purpose: '', terms: 'Yes', cycle: 'quarterly' },
    ...{ quorum: null, reportsTo: null, closedOn: null, ...more },
  },
  seats: seats.map((seat, at) => ({
    ...{ id: `${id}-${at}`, name: `Person ${at}`, organisation: 'Council', role: 'member' },
    ...{ voting: true, ofPanel: false, memberId: null, memberName: null, fromOn: null },
    ...{ untilOn: null, ...seat },
  })),
  matters: met.map((putOn, at) => ({
    ...{ id: `${id}-m${at}`, putOn, putBy: 'officer', put: 'A paper', outcome: 'agreed' },
    ...{ decided: 'Agreed', decidedOn: putOn },
  })),
});

describe('who decides', () => {
  test('Essex: fifteen with a vote, every quarter', () => {
    const seats = Array.from({ length: 15 }, (_, at) => (at === 0 ? { role: 'chair' } : {}));
    const [board] = governanceInPlan([aBoard('Essex', {}, seats, ['2026-10-01'])], TODAY, true);
    expect(board?.count).toMatchObject({ seats: 15, voting: 15, vacant: 0, panel: 0 });
    expect(board?.cycle).toBe('Every quarter');
    expect(board?.lacks).toEqual(['Parents and carers have no seat on it.']);
    expect(withoutPanel(board ? [board] : [])).toHaveLength(1);
  });

  test('Doncaster: 117 representatives are drawn and told without falling over', () => {
    const seats = Array.from({ length: 117 }, () => ({}));
    const boards = governanceInPlan([aBoard('Doncaster', {}, seats)], TODAY, true);
    expect(boards[0]?.count.seats).toBe(117);
    expect(governanceSvg(boards)).toContain('117 with a vote');
  });

  test('Westminster: a monthly team is late after six weeks and a bit', () => {
    const monthly = { cycle: 'monthly', kind: 'delivers' };
    expect(lateness(monthly, '2026-10-08', TODAY)).toBeNull();
    expect(lateness(monthly, '2026-10-07', TODAY)).toContain('46 days ago');
    expect(lateness(monthly, null, TODAY)).toBe('No meeting of it is recorded.');
    expect(lateness({ cycle: 'as-needed', kind: 'decides' }, null, TODAY)).toBeNull();
    expect(lateness({ cycle: 'monthly', kind: 'partnership' }, null, TODAY)).toBeNull();
  });

  test('a member of the panel is named only to those who may see who is on it', () => {
    const panel = { ofPanel: true, memberId: 'm', memberName: 'Leanne Moss', name: '' };
    const vacant = { ofPanel: true, name: '', organisation: 'Panel' };
    const who = (maySee: boolean) =>
      governanceInPlan([aBoard('B', {}, [panel, vacant])], TODAY, maySee)[0];
    expect(who(true)?.seats[0]?.who).toBe('Leanne Moss');
    expect(who(false)?.seats[0]?.who).toBe('A member of the panel');
    expect(who(false) && sayPanelSeats(who(false)!)).toBe('2, 1 vacant');
  });

  test('the list follows who reports to whom; a ring loses nobody; what has ended is left out', () => {
    const boards = governanceInPlan(
      [
        aBoard('team', { reportsTo: 'board' }),
        aBoard('board', { reportsTo: 'health' }),
        aBoard('health'),
        aBoard('x', { reportsTo: 'y' }),
        aBoard('y', { reportsTo: 'x' }),
        aBoard('old', { closedOn: '2026-01-01' }),
      ],
      TODAY,
      true,
    );
    const rows = inTree(boards).map(({ board, depth }) => `${depth} ${board.id}`);
    expect(rows).toEqual(['0 health', '1 board', '2 team', '0 x', '0 y']);
  });
});
