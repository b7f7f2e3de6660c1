import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorOfDifference, meanChange, reliableChange, summaryOf } from './paired.ts';
import { overKept } from './scores-form.ts';
import { seenScores, type ToolScores } from './scores.ts';
import { TOOLS, toolNamed } from './tools.ts';

const PHQ = toolNamed('phq-9')!;
const SCORES: ToolScores = {
  ...{ id: 's1', toolId: 'phq-9', measureId: '', service: 'Listening visits' },
  ...{ start: '2026-04-01', end: '2026-06-30', pairs: 34 },
  ...{ meanBefore: 14.2, sdBefore: 5.1, meanAfter: 10.3, sdAfter: 5.6, sdChange: 4.4 },
  ...{ improved: 12, worsened: 5, onlyBefore: 11 },
  ...{ reliability: 0.89, reliabilitySource: 'as published', came: 'typed', note: '' },
  ...{ enteredBy: 'Grace', at: new Date(0), version: 1 },
};

describe('change between two scores of the same people', () => {
  it('gives Student’s own example: the sleep of ten patients (Biometrika 6:20)', () => {
    // Extra hours of sleep with each of two drugs, Cushny and Peebles 1905.
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const pairs = first.map((before, at) => ({ before, after: second[at] ?? null }));
    const summary = summaryOf(pairs, null, false)!;
    const change = meanChange(summary);
    expect(summary.pairs).toBe(10);
    expect(change.change).toBeCloseTo(1.58, 10);
    expect(change.interval!.low).toBeCloseTo(0.7001142, 6);
    expect(change.interval!.high).toBeCloseTo(2.4598858, 6);
    expect(change.p).toBeCloseTo(0.002833, 5);
    expect(change.dz).toBeCloseTo(1.284558, 5);
  });

  it('gives the worked example of Lakens 2013: one film rated against another', () => {
    const first = [9, 7, 8, 9, 8, 9, 9, 10, 9, 9];
    const second = [9, 6, 7, 8, 7, 9, 8, 8, 8, 7];
    const pairs = first.map((after, at) => ({ before: second[at] ?? null, after }));
    const change = meanChange(summaryOf(pairs, null, false)!);
    expect(change.change).toBeCloseTo(1, 10);
    expect(change.dz).toBeCloseTo(1.5, 2);
    expect(change.dav).toBeCloseTo(1.13, 2);
    expect(change.p).toBeCloseTo(0.001, 3);
  });

  it('gives the worked example of Jacobson and Truax 1991: 47.5 before, 32.5 after', () => {
    // Spread 10, reliability 0.80: the error of a difference is 6.32 and the index −2.37.
    expect(errorOfDifference(10, 0.8)).toBeCloseTo(6.32, 2);
    expect((32.5 - 47.5) / errorOfDifference(10, 0.8)).toBeCloseTo(-2.37, 2);
    expect(reliableChange(10, 0.8)).toBeCloseTo(12.4, 1);
  });

  it('counts who had only a first score, and who changed for the better and the worse', () => {
    const pairs = [
      ...[20, 18, 16, 14].map((before) => ({ before, after: before - 12 })),
      ...[10, 11].map((before) => ({ before, after: before + 1 })),
      { before: 5, after: 24 },
      { before: 9, after: null },
      { before: null, after: 7 },
    ];
    const summary = summaryOf(pairs, 0.89, true)!;
    expect(summary).toMatchObject({ pairs: 7, improved: 4, worsened: 1, onlyBefore: 1 });
    expect(summaryOf(pairs.slice(0, 1), 0.89, true)).toBeNull();
    expect(summaryOf(pairs, null, true)).toMatchObject({ improved: null, worsened: null });
  });

  it('a summary holds for any scores', () => {
    const score = fc.integer({ min: 0, max: 27 });
    fc.assert(
      fc.property(fc.array(fc.record({ before: score, after: score }), { minLength: 2 }), (all) => {
        const down = summaryOf(all, 0.89, true)!;
        const up = summaryOf(all, 0.89, false)!;
        // Which way is better turns the counts over and nothing else.
        expect([up.improved, up.worsened]).toEqual([down.worsened, down.improved]);
        expect((down.improved ?? 0) + (down.worsened ?? 0)).toBeLessThanOrEqual(all.length);
        const { change, interval } = meanChange(down);
        expect(interval!.low).toBeLessThanOrEqual(change + 1e-9);
        expect(interval!.high).toBeGreaterThanOrEqual(change - 1e-9);
      }),
    );
  });
});

describe('what is said of scores', () => {
  it('says the change, its range and size, who is missing, and what it does not prove', () => {
    const seen = seenScores(SCORES, PHQ);
    expect(seen.way).toBe('better');
    expect(seen.says[0]).toBe(
      'The mean fell by 3.9 points, from 14.2 to 10.3 (a lower score is better). The true change lies between −5.4 and −2.4 points, 95 in 100. That is more than chance alone would do.',
    );
    expect(seen.says[1]).toBe(
      'The size of the change: −0.73 spreads of the scores (Cohen’s d_av), −0.89 spreads of the changes (Cohen’s d_z).',
    );
    expect(seen.says[2]).toContain(
      '12 of 34 (35%; by chance 21% to 52%) got better by more than 4.69 points',
    );
    expect(seen.says[3]).toContain('11 people of 45 (24%) had a score before and none after');
  });

  it('hides fewer than five, also where they could be worked out', () => {
    const few = seenScores({ ...SCORES, pairs: 4, improved: 3, worsened: 0 }, PHQ);
    expect([few.pairs, few.before, few.change]).toEqual(['[c]', '[c]', null]);
    const worse = seenScores({ ...SCORES, worsened: 2 }, PHQ);
    const hidden = [worse.improved, worse.same, worse.worsened].filter((one) => one === '[c]');
    expect(hidden.length).toBeGreaterThanOrEqual(2);
    expect(seenScores({ ...SCORES, onlyBefore: 3 }, PHQ).onlyBefore).toBe('[c]');
    expect(JSON.stringify(seenScores({ ...SCORES, onlyBefore: 3 }, PHQ))).not.toContain('3 people');
  });

  it('says what is not known and why, and claims nothing', () => {
    const bare = { sdBefore: null, sdAfter: null, sdChange: null, improved: null, worsened: null };
    const seen = seenScores({ ...SCORES, ...bare, reliability: null, onlyBefore: null }, PHQ);
    expect(seen.way).toBe('unknown');
    expect(seen.says.join(' ')).toMatch(/Its range is not known.*size of the change.*not known/);
    expect(seen.says.join(' ')).toMatch(/its reliability was not given.*was not said/);
  });

  it('summed up from pairs stay so, and counts do not stand beside another reliability', () => {
    const { id: _, enteredBy: __, at: ___, version: ____, ...given } = SCORES;
    const there = { ...SCORES, came: 'pairs' as const };
    const typed = { ...given, came: 'typed' as const };
    expect(overKept(there, { ...typed, note: 'Late' })).toMatchObject({
      ok: true,
      given: { came: 'pairs', note: 'Late' },
    });
    expect(overKept(there, { ...typed, reliability: 0.7 })).toMatchObject({
      ok: false,
      problems: [{ field: 'reliability' }],
    });
    const emptied = { ...typed, reliability: 0.7, improved: null, worsened: null };
    expect(overKept(there, emptied)).toMatchObject({ ok: true, given: { came: 'pairs' } });
    expect(overKept(SCORES, { ...typed, reliability: 0.7 }).ok).toBe(SCORES.came === 'typed');
  });

  it('every tool knows which way is better, and a reliability says whose it is', () => {
    expect(TOOLS.length).toBeGreaterThan(8);
    for (const tool of TOOLS) {
      expect((tool.reliability === null) === (tool.reliabilitySource === '')).toBe(true);
      if (tool.least !== null) expect(tool.most).toBeGreaterThan(tool.least);
    }
  });
});
