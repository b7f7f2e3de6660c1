import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packById } from '#templates/frameworks/index.ts';
import { readSuccession, successions } from '#templates/frameworks/successions.ts';
import { aLine, someLines } from '#test/some-plans.ts';
import { coverageOf } from './coverage.ts';
import { requirementKey, type Pack } from './packs.ts';
import type { PlanLine } from '#app/plan/plan.ts';
import { carriesOf, packDifference, type Succession } from './succession.ts';

const packNamed = (id: string): Pack => {
  const pack = packById(id);
  if (!pack) throw new Error(`There is no ${id}.`);
  return pack;
};
const before = packNamed('fhsl-2025-26');
const after = packNamed('bsfh-2026');
const [succession] = successions() as [Succession];
const differenceFor = (lines: readonly PlanLine[]) =>
  packDifference(coverageOf(before, lines, [], []), coverageOf(after, lines, [], []), succession);
const idsIn = (rows: readonly { requirement: { id: string } }[]) =>
  rows.map(({ requirement }) => requirement.id);

describe('from the guide of 2025 to 2026 to the guidance of 2026', () => {
  const found = differenceFor([]);

  test('each older item is changed, the same or gone, and each newer one is new or follows one', () => {
    const older = [
      ...found.changed.map((one) => one.before),
      ...found.same.map((one) => one.before),
      ...found.gone.map((one) => one.before),
    ];
    expect(idsIn(older).sort()).toEqual(before.requirements.map(({ id }) => id).sort());
    const follow = new Set([...found.changed, ...found.same].flatMap((one) => idsIn(one.after)));
    const fresh = idsIn(found.new);
    expect(fresh.filter((id) => follow.has(id))).toEqual([]);
    expect([...fresh, ...follow].sort()).toEqual(after.requirements.map(({ id }) => id).sort());
  });

  test('says what a reader of both would: names, panel, additional needs, the model framework', () => {
    const became = (id: string) =>
      found.changed
        .filter((one) => one.before.requirement.id === id)
        .flatMap((one) => idsIn(one.after));
    expect(became('FHSL-DEF-03')).toEqual(['BSFH-DEF-11', 'BSFH-DEF-12', 'BSFH-SITE-03']);
    expect(became('FHSL-PLAN-07')).toEqual(['BSFH-PAR-01', 'BSFH-PAR-02']);
    expect(became('FHSL-SVC-19')).toContain('BSFH-STR-11');
    expect(idsIn(found.gone.map((one) => one.before))).toContain('FHSL-MOD-09');
    expect(idsIn(found.new)).toEqual(expect.arrayContaining(['BSFH-PAR-03', 'BSFH-PLAN-12']));
    expect(idsIn(found.same.flatMap((one) => one.after))).toEqual(['BSFH-DEF-01']);
    expect([found.new, found.changed, found.same, found.gone].map((one) => one.length)).toEqual([
      24, 40, 1, 10,
    ]);
  });

  test('what a plan lacks of it is what is new or changed and not covered', () => {
    const whole = idsIn(found.missing);
    expect(new Set(whole).size).toBe(whole.length);
    expect(whole).not.toContain('BSFH-DEF-01');
    // What says only what a word means asks nothing of a plan.
    expect(whole).not.toContain('BSFH-SITE-04');
    const line = aLine({ requirementKeys: [requirementKey('bsfh-2026', 'BSFH-PAR-03')] });
    expect(idsIn(differenceFor([line]).missing)).toEqual(
      whole.filter((id) => id !== 'BSFH-PAR-03'),
    );
  });
});

describe('ties can be carried over', () => {
  const tied = (...keys: string[]) => aLine({ id: 'l', title: 'Mill Lane', requirementKeys: keys });
  const old = (id: string) => requirementKey('fhsl-2025-26', id);
  const fresh = (id: string) => requirementKey('bsfh-2026', id);
  const values = (line: PlanLine) =>
    carriesOf(differenceFor([line])).map(({ value, same }) => [value, same]);

  test('to each that follows, marked where it asks for the same, and not twice', () => {
    expect(values(tied(old('FHSL-DEF-01'), old('FHSL-MOD-03')))).toEqual([
      ['plan-line l>BSFH-DEF-01', true],
      ['plan-line l>BSFH-DEF-03', false],
    ]);
    // Two older items became one: one tie.
    expect(values(tied(old('FHSL-PLAN-01'), old('FHSL-PLAN-09')))).toEqual([
      ['plan-line l>BSFH-FUN-02', false],
    ]);
  });

  test('and not where they stand already, nor from what is gone', () => {
    expect(values(tied(old('FHSL-DEF-01'), fresh('BSFH-DEF-01'), old('FHSL-PLAN-10')))).toEqual([]);
  });

  test('carrying all over leaves nothing to carry', () => {
    const keys = fc.subarray(before.requirements.map(({ id }) => old(id)));
    const some = fc
      .tuple(someLines, keys)
      .map(([lines, more]) => [...lines, tied(...more)] as PlanLine[]);
    fc.assert(
      fc.property(some, (lines) => {
        const carries = carriesOf(differenceFor(lines));
        const carried = lines.map((line) => {
          const theirs = carries.filter(({ end }) => end.id === line.id);
          const more = theirs.map(({ to }) => fresh(to.id));
          return { ...line, requirementKeys: [...line.requirementKeys, ...more] };
        });
        expect(carriesOf(differenceFor(carried))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a succession that is wrong stops the start with its file and place', () => {
  test.each([
    [(one: Succession) => ({ ...one, to: 'nothing' }), 'there is no such pack'],
    [(one: Succession) => ({ ...one, links: one.links.slice(1) }), '“FHSL-PACK-01” is missing'],
    [
      (one: Succession) => ({ ...one, links: [...one.links, ...one.links.slice(0, 1)] }),
      '“FHSL-PACK-01” stands there twice',
    ],
    [
      (one: Succession) => ({
        ...one,
        links: one.links.map((link) => ({ ...link, to: ['BSFH-NOPE'] })),
      }),
      '“BSFH-NOPE” is not in bsfh-2026',
    ],
  ])('%#', (spoil, says) => {
    expect(() => readSuccession('x.json', spoil(succession))).toThrow(says);
    expect(() => readSuccession('x.json', spoil(succession))).toThrow('successions/x.json');
  });
});
