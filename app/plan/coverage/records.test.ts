import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packs, packById } from '#templates/frameworks/index.ts';
import { readShownBy, shownBy } from '#templates/frameworks/shown-by.ts';
import { bsfh, key, someLines } from '#test/some-plans.ts';
import { aSite, anAsset, held, PAGES, someRecords, withOneLess } from '#test/some-records.ts';
import { coverageOf, type CoverageState, type Judgement } from './coverage.ts';
import { recordsShown, type HeldRecords } from './records.ts';
import { faultsInRules } from './shown-by.ts';

const pack = bsfh();
const stateOf = (records: HeldRecords, at: string, judgements: Judgement[] = []) => {
  const coverage = coverageOf(pack, [], [], judgements, recordsShown(shownBy, records, PAGES));
  const found = coverage.requirements.find((row) => row.key === key(at));
  if (!found) throw new Error(`There is no ${at}.`);
  return found;
};

describe('a record raises a requirement', () => {
  test('in part, when a hub meets its point of the definition; at a network site it does not', () => {
    const points = ['BSFH-DEF-03'];
    const hub = stateOf(held({ sites: [aSite({ points }), aSite({ id: 'b' })] }), 'BSFH-DEF-03');
    expect(hub.state).toBe('partly');
    expect(hub.because).toBe(
      '1 of 2 hubs meets this point of the definition: partner services share the building.',
    );
    expect(hub.shown).toMatchObject([{ href: '/hubs' }]);
    const network = held({ sites: [aSite({ type: 'network-site', points })] });
    expect(stateOf(network, 'BSFH-DEF-03').state).toBe('not');
  });

  test('whole, when an organisation of the audit is the service that is asked for', () => {
    const team = anAsset({ name: 'Health visiting team', strands: ['health'] });
    expect(stateOf(held({ assets: [team] }), 'BSFH-WID-01')).toMatchObject({
      state: 'covered',
      because: 'The asset audit names Health visiting team for health visiting.',
    });
    // Only its strand is named: that health is offered does not say that vaccinations are.
    expect(stateOf(held({ assets: [team] }), 'BSFH-WID-05').state).toBe('partly');
  });

  test('when a measure has a figure of the last months, and no longer when it is old', () => {
    const figure = { measureId: 'm', label: 'Ready for school', library: 'gld' };
    const fresh = held({ figures: [{ ...figure, until: '2026-08-31' }] });
    expect(stateOf(fresh, 'BSFH-PLAN-06').state).toBe('partly');
    const old = held({ figures: [{ ...figure, until: '2025-05-21' }] });
    expect(stateOf(old, 'BSFH-PLAN-06').state).toBe('not');
  });

  test('by an agreement that was tied to it once it is signed, and not while it is blocked', () => {
    const agreement = { kind: 'sharing', id: 'a', words: 'Births', detail: 'signed' } as const;
    const tied = { ...agreement, keys: [key('BSFH-PLAN-03')] };
    expect(stateOf(held({ facts: [tied] }), 'BSFH-PLAN-03').state).toBe('partly');
    const blocked = held({ facts: [{ ...tied, detail: 'blocked' }] });
    expect(stateOf(blocked, 'BSFH-PLAN-03').state).toBe('not');
  });

  test('by the very count that is asked for, and one return stands once', () => {
    const mi = packById('bsfh-mi-2026')!;
    const states = (...details: string[]) => {
      const facts = details.map((detail) => ({
        ...({ kind: 'reach-return', id: 'r', words: '2026-27-Q1' } as const),
        ...{ detail, keys: [] },
      }));
      const records = recordsShown(shownBy, held({ facts }), PAGES);
      const rows = [mi, pack].flatMap((one) => coverageOf(one, [], [], [], records).requirements);
      return (id: string) => rows.find((row) => row.key.endsWith(`:${id}`));
    };
    const other = states('attendances', 'children:age');
    expect(other('MI-QSU05')?.state).toBe('not');
    expect(other('MI-QSU12')?.state).toBe('not');
    const asked = states('users', 'children', 'users:age');
    expect(asked('MI-QSU05')?.state).toBe('covered');
    expect(asked('MI-QSU12')?.state).toBe('covered');
    expect(asked('BSFH-FUN-03')?.because).toContain('1 quarter’s reach return was submitted');
  });

  test('never over what a person decided, nor what says what a word means', () => {
    const records = held({ sites: [aSite({ points: ['BSFH-DEF-01'] })] });
    const judged: Judgement = {
      packId: pack.id,
      requirementId: 'BSFH-DEF-01',
      state: 'not',
      reason: 'The hub is closed for repairs.',
      decidedBy: 'Grace',
      decidedAt: new Date('2026-10-01'),
    };
    expect(stateOf(records, 'BSFH-DEF-01', [judged]).state).toBe('not');
    expect(stateOf(records, 'BSFH-SITE-02').state).toBe('not-applicable');
  });

  test('that was recalled and not read only once the authority confirmed it', () => {
    const older = packById('fhsl-2025-26');
    if (!older) throw new Error('The older pack is gone.');
    const records = recordsShown(
      shownBy,
      held({ assets: [anAsset({ name: 'Health visiting team' })] }),
      PAGES,
    );
    const at = 'fhsl-2025-26:FHSL-SVC-07';
    const unread = coverageOf(older, [], [], [], records);
    expect(unread.requirements.find((one) => one.key === at)?.state).toBe('to-be-confirmed');
    const confirmed = {
      ...older,
      requirements: older.requirements.map((one) => ({ ...one, grade: 'A' as const })),
    };
    const read = coverageOf(confirmed, [], [], [], records);
    expect(read.requirements.find((one) => one.key === at)?.state).toBe('covered');
  });
});

describe('coverage never rises when a record is taken out', () => {
  const rank: Record<CoverageState, number> = {
    not: 0,
    partly: 1,
    covered: 2,
    'not-applicable': 3,
    'to-be-confirmed': 3,
  };
  const what = fc.constantFrom(
    'site',
    'point',
    'points',
    'strand',
    'asset',
    'measure',
    'figure',
    'fact',
  );

  test('for any plan, any records and any removal, in every pack', () => {
    fc.assert(
      fc.property(someLines, someRecords, what, fc.nat(7), (lines, records, removed, at) => {
        const before = recordsShown(shownBy, records, PAGES);
        const after = recordsShown(shownBy, withOneLess(records, removed, at), PAGES);
        for (const each of packs()) {
          const was = coverageOf(each, lines, [], [], before);
          const now = coverageOf(each, lines, [], [], after);
          was.requirements.forEach((row, index) => {
            const then = now.requirements[index];
            expect(then && rank[then.state]).toBeLessThanOrEqual(rank[row.state]);
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  test('and records never lower what the plan covers by itself', () => {
    fc.assert(
      fc.property(someLines, someRecords, (lines, records) => {
        const without = coverageOf(pack, lines, [], []);
        const withThem = coverageOf(pack, lines, [], [], recordsShown(shownBy, records, PAGES));
        without.requirements.forEach((row, index) => {
          const then = withThem.requirements[index];
          expect(then && rank[then.state]).toBeGreaterThanOrEqual(rank[row.state]);
        });
      }),
    );
  });
});

describe('the rules that ship', () => {
  test('name only what is there', () => {
    expect(faultsInRules(shownBy, packs())).toEqual([]);
  });

  test('have a service for each of the 24 of the older guide and each wider one of the newer', () => {
    const of = (begins: string) =>
      shownBy.services.filter(({ requirement }) => requirement.startsWith(begins)).length;
    expect(of('fhsl-2025-26:FHSL-SVC-')).toBe(24);
    expect(of('bsfh-2026:BSFH-WID-')).toBe(22);
  });

  test('stop the start with the file and the place when they name what is not there', () => {
    const wrong = {
      ...shownBy,
      rules: [{ requirements: ['bsfh-2026:GONE'], by: [{ kind: 'hub-point', point: 'X' }] }],
    };
    expect(() => readShownBy(wrong)).toThrow(
      /shown-by\.json cannot be used:\n {2}rules: there is no requirement “bsfh-2026:GONE”\.\n {2}rules, bsfh-2026:GONE: there is no point “X”/,
    );
    expect(() => readShownBy({})).toThrow(/source/);
  });
});
