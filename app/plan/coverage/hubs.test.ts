import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HUB_POINTS } from '#app/needs/registers/choices.ts';
import { packById } from '#templates/frameworks/index.ts';
import { shownBy } from '#templates/frameworks/shown-by.ts';
import { aLine, bsfh, key, someLines } from '#test/some-plans.ts';
import { aSite, anAsset, held, someRecords } from '#test/some-records.ts';
import { coverageOf } from './coverage.ts';
import { hubTests, NUMBERED_POINTS, serviceList, strandRows } from './hubs.ts';

const all = HUB_POINTS.map(({ value }) => value);

describe('the test of a hub', () => {
  test('has the twelve points of the definition, each an item of the guidance', () => {
    expect(NUMBERED_POINTS).toHaveLength(12);
    const ids = bsfh().requirements.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(all));
  });

  test('counts what is met, says what to do, and does not fail what nobody has looked at', () => {
    const tests = hubTests([
      aSite({ id: 'a', points: all.slice(0, 10) }),
      aSite({ id: 'b', points: all }),
      aSite({ id: 'c', type: 'working-towards', points: all }),
      aSite({ id: 'd', points: null }),
      aSite({ id: 'library', type: 'delivery-site', points: all }),
    ]);
    expect(tests.map(({ id, met }) => [id, met])).toEqual([
      ['b', 12],
      ['a', 10],
      ['d', 0],
      ['c', 12],
    ]);
    expect(tests[0]?.todo).toBe('');
    expect(tests[1]?.todo).toMatch(/^2 of 12 points to meet\./);
    expect(tests[2]?.points.every(({ state }) => state === 'unknown')).toBe(true);
    expect(tests[3]?.todo).toBe('It meets every point: record it as a hub.');
  });
});

describe('the list of services', () => {
  const sites = [aSite({ id: 'a', place: 'Aldermere', services: ['health'] }), aSite({ id: 'b' })];
  const row = (assets: Parameters<typeof serviceList>[2]['assets'], at: string) =>
    serviceList(shownBy, [bsfh()], held({ sites, assets })).rows.find(
      ({ requirementId }) => requirementId === at,
    );

  test('tells a service that is named at a site from one whose strand alone is offered', () => {
    const clinic = anAsset({ name: 'Midwifery clinic', siteId: 'b', provider: 'The trust' });
    expect(row([clinic], 'BSFH-WID-03')).toMatchObject({
      confirmed: true,
      providers: [{ name: 'Midwifery clinic', provider: 'The trust', where: 'Site b' }],
      sites: [
        { siteId: 'a', at: 'strand' },
        { siteId: 'b', at: 'named' },
      ],
      gaps: 0,
    });
    expect(row([], 'BSFH-WID-03')).toMatchObject({ providers: [], gaps: 1 });
  });

  test('finds an organisation inside the hub of its part of the area, and not one beside it', () => {
    const inside = anAsset({ name: 'Health visiting team', place: 'Aldermere' });
    expect(row([inside], 'BSFH-WID-01')?.sites[0]?.at).toBe('named');
    const apart = { ...inside, how: 'apart' };
    expect(row([apart], 'BSFH-WID-01')?.sites[0]?.at).toBe('strand');
  });

  test('has the 24 of the older guide, 17 of them to be confirmed', () => {
    const older = packById('fhsl-2025-26');
    if (!older) throw new Error('The older pack is gone.');
    const { rows } = serviceList(shownBy, [older], held({ sites }));
    expect(rows).toHaveLength(24);
    expect(rows.filter(({ confirmed }) => !confirmed)).toHaveLength(17);
  });
});

describe('strand by strand', () => {
  test('a line stands where it says, or where its first requirement does, or apart', () => {
    const lines = [
      aLine({ id: 'said', strand: 'money', requirementKeys: [key('BSFH-STR-01')] }),
      aLine({ id: 'tied', requirementKeys: [key('BSFH-STR-01')], costPence: 500 }),
      aLine({ id: 'unknown', requirementKeys: [key('BSFH-STR-01')], costPence: null }),
      aLine({ id: 'none' }),
    ];
    const rows = strandRows(shownBy, [coverageOf(bsfh(), lines, [], [])], lines, [], []);
    const of = (id: string | null) => rows.find((one) => one.id === id);
    expect(of('money')?.lines.map(({ id }) => id)).toEqual(['said']);
    expect(of('parenting')).toMatchObject({ knownPence: 500, unknownCosts: 1 });
    expect(of(null)?.lines.map(({ id }) => id)).toEqual(['none']);
  });

  test('every running line stands once, and its money with it, for any plan and any records', () => {
    fc.assert(
      fc.property(someLines, someRecords, (lines, { sites }) => {
        const rows = strandRows(shownBy, [coverageOf(bsfh(), lines, [], [])], lines, sites, []);
        const running = lines.filter(({ status }) => status !== 'stopped');
        const ids = rows.flatMap((row) => row.lines.map(({ id }) => id));
        expect(ids.toSorted()).toEqual(running.map(({ id }) => id).toSorted());
        const known = running.reduce((sum, { costPence }) => sum + (costPence ?? 0), 0);
        expect(rows.reduce((sum, row) => sum + (row.knownPence ?? 0), 0)).toBe(known);
      }),
    );
  });
});
