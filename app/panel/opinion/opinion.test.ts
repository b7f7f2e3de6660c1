import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diceFrom } from '#app/statistics/exact-tests.ts';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { comparisonOf, strengthFor } from './compare-groups.ts';
import { findGroups, SMALLEST_GROUP } from './find-groups.ts';
import { groupsOfConversation, REMEMBERED } from './found-groups.server.ts';
import { pictureOf } from './group-picture.ts';
import { lookForGroups } from './look-for-groups.ts';
import { dividedBy, opinionsOf, unitedBy, type Known } from './opinions.ts';
import { silhouette } from './silhouette.ts';
import { asWord, fromWord, tableOfVotes, type Sign, type VoteTable } from './vote-table.ts';

/** What votes say, with the groups that are found in them. */
const said = (table: VoteTable, closely: boolean, known?: Known) =>
  opinionsOf(table, closely, lookForGroups(table), known);

const statementsOf = (n: number, refused: readonly number[] = []) =>
  Array.from({ length: n }, (_, at) => ({
    id: `s${at}`,
    number: at + 1,
    text: `Statement ${at + 1}`,
    asked: !refused.includes(at),
  }));

/** Two camps that disagree on the first six of ten statements and agree on the rest. */
function twoCamps(first: number, second: number): VoteTable {
  const voter = (camp: Sign, who: number): Sign[] =>
    Array.from({ length: 10 }, (_, at): Sign => {
      if ((who * 7 + at * 3) % 11 === 0) return 0;
      return at < 6 ? camp : 1;
    });
  return {
    statements: statementsOf(10),
    voters: [
      ...Array.from({ length: first }, (_, who) => voter(1, who)),
      ...Array.from({ length: second }, (_, who) => voter(-1, who)),
    ],
  };
}

describe('silhouette', () => {
  it('gives the figures of a small case worked out by hand', () => {
    const points: [number, number][] = [
      [0, 0],
      [0, 1],
      [4, 0],
      [4, 1],
    ];
    const near = 1;
    const far = (4 + Math.sqrt(17)) / 2;
    expect(silhouette(points, [0, 0, 1, 1])).toBeCloseTo((far - near) / far, 12);
    expect(silhouette(points, [0, 0, 0, 0])).toBe(0);
    expect(silhouette([], [])).toBe(0);
  });

  it('is measured at a sample of many points, always the same, and reads no more than it', () => {
    const dice = diceFrom(3);
    let reads = 0;
    const counted = Array.from({ length: 600 }, (_, at) => {
      const x = dice() + (at % 3 === 0 ? 1.5 : 0);
      const point: [number, number] = [x, dice()];
      Object.defineProperty(point, 0, { get: () => ((reads += 1), x) });
      return point;
    });
    const clusters = counted.map((_, at) => (at % 3 === 0 ? 1 : 0));
    const exact = silhouette(counted, clusters, 600);
    const readForAll = reads;
    reads = 0;
    const near = silhouette(counted, clusters, 60);
    expect(near).not.toBe(exact);
    expect(Math.abs(near - exact)).toBeLessThan(0.05);
    expect(reads).toBeLessThanOrEqual(readForAll / 10);
    expect(silhouette(counted, clusters, 60)).toBe(near);
  });
});

describe('groups of people who vote alike', () => {
  it('finds two camps and who belongs to which', () => {
    const found = findGroups(twoCamps(40, 25));
    if (!found.found) throw new Error('There are two camps.');
    expect(found.groups.map((group) => group.length)).toEqual([40, 25]);
    expect(found.groups[1]?.every((voter) => voter >= 40)).toBe(true);
    expect(found.silhouette).toBeGreaterThan(0.7);
    expect(found.shown).toBeGreaterThan(0.5);
    expect(findGroups(twoCamps(40, 25))).toEqual(found);
  });

  it('looks for none among fifty, or where a camp is too small to be shown', () => {
    expect(findGroups(twoCamps(30, 20))).toEqual({ found: false, why: 'too-few' });
    const small = findGroups(twoCamps(60, 5));
    if (small.found) {
      expect(Math.min(...small.groups.map((group) => group.length))).toBeGreaterThanOrEqual(10);
    }
    const same: VoteTable = {
      statements: statementsOf(8),
      voters: Array.from({ length: 80 }, () => Array.from({ length: 8 }, (): Sign => 1)),
    };
    expect(findGroups(same)).toEqual({ found: false, why: 'alike' });
  });

  it('leaves out those who voted on too little, and statements that were refused', () => {
    const { voters } = twoCamps(40, 25);
    const little = voters.map((votes, at) =>
      at < 5 ? votes.map((v, s) => (s < 6 ? v : null)) : votes,
    );
    const found = findGroups({ statements: statementsOf(10), voters: little });
    expect(found.found && found.left).toBe(5);
    const refused = findGroups({ statements: statementsOf(10, [0, 1, 2, 3, 4, 5]), voters });
    const camps = refused.found
      ? refused.groups.map((group) => new Set(group.map((voter) => voter < 40)).size)
      : [2];
    expect(new Set(camps), 'what parted the camps was refused').toEqual(new Set([2]));
  });

  it('never gives a small group, whatever the votes', () => {
    const sign = fc.constantFrom<Sign | null>(1, 0, -1, null);
    const votes = fc.array(fc.array(sign, { minLength: 8, maxLength: 8 }), {
      minLength: 40,
      maxLength: 90,
    });
    fc.assert(
      fc.property(votes, (voters) => {
        const found = findGroups({ statements: statementsOf(8), voters });
        if (!found.found) return;
        const sizes = found.groups.map((group) => group.length);
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(SMALLEST_GROUP);
        expect(sizes.reduce((sum, size) => sum + size, 0) + found.left).toBe(voters.length);
        expect(new Set(found.groups.flat()).size).toBe(voters.length - found.left);
        expect(Number.isFinite(found.silhouette)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});

describe('groups side by side', () => {
  const table = twoCamps(40, 25);
  const groups = [
    { name: 'A', who: Array.from({ length: 40 }, (_, at) => at) },
    { name: 'B', who: Array.from({ length: 25 }, (_, at) => at + 40) },
  ];

  it('says what each stands for, what both share, and where they differ', () => {
    const { groups: shown, consensus, differences } = comparisonOf(table, groups, true);
    expect(shown[0]?.standsFor.every(({ at, side }) => at < 6 && side === 'agree')).toBe(true);
    expect(shown[1]?.standsFor.every(({ at, side }) => at < 6 && side === 'disagree')).toBe(true);
    expect(consensus.map(({ at }) => at).sort()).toEqual([6, 7, 8, 9]);
    expect(consensus.every(({ side, score }) => side === 'agree' && score > 0.7)).toBe(true);
    expect(differences[0]).toMatchObject({ most: 'A', least: 'B' });
    expect(differences.every(({ at }) => at < 6)).toBe(true);
  });

  it('needs both tests: 18 of 20 against 10 of 40', () => {
    const [most, few] = [
      { agrees: 18, disagrees: 2, passes: 0 },
      { agrees: 10, disagrees: 30, passes: 0 },
    ];
    const ratio = 19 / 22 / (11 / 42);
    const strength = 3.709704 * 4.746125 * (19 / 22) * ratio;
    expect(strengthFor(most, few, 'agree')).toBeCloseTo(strength, 3);
    expect(strengthFor(few, most, 'agree')).toBe(0);
    expect(strengthFor(most, most, 'agree')).toBe(0);
  });

  it('hides small numbers of a group with those they could be worked out from', () => {
    const one = Array.from({ length: 30 }, (_, at): Sign[] => [at < 2 ? -1 : 1]);
    const other = Array.from({ length: 30 }, (_, at): Sign[] => [at < 12 ? -1 : 1]);
    const small: VoteTable = { statements: statementsOf(1), voters: [...one, ...other] };
    const half = [
      { name: 'A', who: one.map((_, at) => at) },
      { name: 'B', who: other.map((_, at) => at + 30) },
    ];
    const [row] = comparisonOf(small, half, false).rows;
    expect(row?.cells[0]).toMatchObject({ agrees: HIDDEN, disagrees: HIDDEN, base: 30 });
    expect(row?.cells[1], 'the totals are known: 14 disagree').toMatchObject({
      agrees: HIDDEN,
      disagrees: HIDDEN,
    });
    expect(comparisonOf(small, half, false).differences).toEqual([]);
    expect(comparisonOf(small, half, true).rows[0]?.cells[0]?.disagrees).toBe(2);
  });

  it('never lists a statement that rests on a hidden number', () => {
    const sign = fc.constantFrom<Sign | null>(1, 0, -1, null);
    const votes = fc.array(fc.array(sign, { minLength: 4, maxLength: 4 }), {
      minLength: 10,
      maxLength: 40,
    });
    fc.assert(
      fc.property(votes, fc.integer({ min: 5, max: 9 }), (voters, cut) => {
        const who = voters.map((_, at) => at);
        const shown = comparisonOf(
          { statements: statementsOf(4), voters },
          [
            { name: 'A', who: who.slice(0, cut) },
            { name: 'B', who: who.slice(cut) },
          ],
          false,
        );
        const listed = [
          ...shown.consensus,
          ...shown.groups.flatMap((group) => group.standsFor),
          ...shown.differences.map(({ at }) => ({ at, side: 'agree' as const })),
        ];
        for (const { at, side } of listed) {
          const cells = shown.rows.find((row) => row.at === at)?.cells ?? [];
          expect(cells.map((cell) => cell[`${side}s`])).not.toContain(HIDDEN);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what unites and what divides', () => {
  it('does not put three against three before ninety against a hundred', () => {
    const few = { counts: { agree: 3, disagree: 3, unsure: 0 }, base: 6 };
    const lots = { counts: { agree: 100, disagree: 90, unsure: 0 }, base: 190 };
    expect(dividedBy(lots)).toBeGreaterThan(dividedBy(few));
    expect(unitedBy({ counts: { agree: 18, disagree: 2, unsure: 0 }, base: 20 })).toBeCloseTo(
      19 / 22,
    );
    expect(dividedBy({ counts: { agree: 0, disagree: 0, unsure: 0 }, base: 0 })).toBe(0);
  });

  it('lists the camps’ statements as dividing and the shared ones as uniting', () => {
    const opinions = said(twoCamps(35, 30), true);
    expect([...opinions.unites].sort()).toEqual([6, 7, 8, 9]);
    expect([...opinions.divides].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(opinions.groups.shown && opinions.groups.picture?.blobs).toHaveLength(2);
  });

  it('takes the groups that are known where there are too few to look for others', () => {
    const known = [
      { name: 'Parents and carers', who: [0, 1, 2, 3, 4, 5] },
      { name: 'Practitioners', who: [6, 7, 8, 9, 10] },
    ];
    const { groups } = said(twoCamps(6, 0), true, { table: twoCamps(6, 5), groups: known });
    expect(groups.shown && [groups.picture, groups.left]).toEqual([null, 0]);
    expect(said(twoCamps(6, 5), true).groups).toEqual({ shown: false, why: 'too-few' });
  });

  it('stands for nobody voting, and for nothing asked', () => {
    expect(said({ statements: [], voters: [] }, false)).toMatchObject({
      unites: [],
      divides: [],
    });
    expect(said({ statements: statementsOf(3), voters: [] }, false).voters).toBe(0);
  });
});

describe('the groups of a conversation', () => {
  it('are looked for once: reading it again reads no vote for them', async () => {
    const table = twoCamps(40, 25);
    const first = await groupsOfConversation('once', table);
    expect(first).toEqual(lookForGroups(table));
    const unread = { statements: table.statements, voters: [] };
    expect(await groupsOfConversation('once', unread)).toBe(first);
    const again = opinionsOf(table, true, first);
    expect(again).toEqual(said(table, true));
    const other = await groupsOfConversation('another', twoCamps(30, 35));
    expect(other.found && other.groups.map(({ who }) => who.length)).toEqual([35, 30]);
  });

  it('are remembered for the conversations that were asked for last', async () => {
    const table = twoCamps(30, 25);
    const first = await groupsOfConversation('kept', table);
    const empty = { statements: [], voters: [] };
    for (let at = 1; at < REMEMBERED; at += 1) await groupsOfConversation(`other ${at}`, empty);
    expect(await groupsOfConversation('kept', empty)).toBe(first);
    for (let at = 0; at < REMEMBERED; at += 1) await groupsOfConversation(`more ${at}`, empty);
    expect(await groupsOfConversation('kept', empty)).toEqual({ found: false, why: 'too-few' });
  });
});

describe('the picture', () => {
  it('draws no square in which fewer than five people stand', () => {
    const few: [number, number][] = [
      [0, 0],
      [0.1, 0],
      [0, 0.1],
      [0.05, 0],
    ];
    const lots = Array.from({ length: 12 }, (): [number, number] => [1, 1]);
    const { squares, blobs } = pictureOf([few, lots], 0.4);
    expect(squares).toHaveLength(1);
    expect(squares[0]?.level).toBe(2);
    expect(blobs.every((blob) => Object.values(blob).every(Number.isFinite))).toBe(true);
  });
});

describe('votes in one word', () => {
  it('come back as they were', () => {
    const votes: (Sign | null)[] = [1, -1, 0, null, 1];
    expect(asWord(votes)).toBe('+-0.+');
    expect(fromWord('+-0.+')).toEqual(votes);
  });

  it('are made of the votes of a consultation', () => {
    const { table, members } = tableOfVotes(
      [
        { id: 'a', text: 'A' },
        { id: 'b', text: 'B' },
      ],
      [
        { statementId: 'a', memberId: 'm', vote: 'agree' },
        { statementId: 'b', memberId: 'n', vote: 'unsure' },
        { statementId: 'c', memberId: 'n', vote: 'agree' },
        { statementId: 'a', memberId: 'o', vote: 'shrug' },
      ],
    );
    expect(members).toEqual(['m', 'n']);
    expect(table.voters).toEqual([
      [1, null],
      [null, 0],
    ]);
  });
});
