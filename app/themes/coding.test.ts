import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { codedComments, nextToCode, progressOf, sayProgress } from './coding.ts';
import { commentsInAnswers, redactedComments, type Comment } from './comments.ts';
import { countsByGroup, countsByQuestion, maskBesideBases } from './counts.ts';
import { judgeQuotes, publishable } from './quotes.ts';
import { agreementByTheme, differences, sampleOf } from './second-coding.ts';
import { treeOf } from './tree.ts';

const said = (
  id: string,
  words: string,
  more: Partial<Comment> = {},
): Comment & { digest: string } => ({
  source: { kind: 'response', id, question: 'q' },
  words,
  asked: 'What would help?',
  where: 'Families – What would help?',
  voice: `answer ${id}`,
  vote: null,
  flag: '',
  mayQuote: true,
  redacted: null,
  digest: words,
  ...more,
});
const at = (id: string, digest: string) => ({
  sourceKind: 'response',
  sourceId: id,
  question: 'q',
  digest,
});

describe('coding', () => {
  const comments = [said('1', 'bus'), said('2', 'late'), said('3', 'both'), said('4', 'new')];
  const coded = codedComments(
    comments,
    [
      { ...at('1', 'bus'), themeId: 't' },
      { ...at('3', 'before'), themeId: 't' },
    ],
    [at('2', 'late')],
  );

  test('words count as read when they say what they said', () => {
    expect(coded.map(({ state, themes }) => [state, themes])).toEqual([
      ['read', ['t']],
      ['read', []],
      ['changed', ['t']],
      ['new', []],
    ]);
    expect(progressOf(coded)).toEqual({ all: 4, read: 2, themed: 1, changed: 1 });
    expect(sayProgress(progressOf(coded))).toBe('2 of 4 comments coded (50%).');
    expect(sayProgress({ all: 1000, read: 999, themed: 0, changed: 0 })).toContain('(99%)');
  });

  test('the next to be coded comes after this one, and from the start again', () => {
    expect(nextToCode(coded, 'response:3:q')?.key).toBe('response:4:q');
    expect(nextToCode(coded, 'response:4:q')?.key).toBe('response:3:q');
    expect(nextToCode(coded.slice(0, 2), '')).toBeUndefined();
  });
});

describe('counts of themes', () => {
  const tree = treeOf([
    { id: 'travel', name: 'Travel', parentId: null },
    { id: 'bus', name: 'Bus', parentId: 'travel' },
  ]);
  const voiced = (themeId: string, where: string, from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => ({ themeId, where, voice: `v${from + at}` }));

  test('people count once under a theme and all below it, small cells hidden with another', () => {
    const rows = countsByQuestion(
      tree,
      [
        ...voiced('travel', 'A', 0, 10),
        ...voiced('bus', 'A', 5, 12),
        ...voiced('bus', 'B', 20, 22),
      ],
      ['A', 'B'],
    );
    expect(rows.map(({ number, people, cells }) => [number, people, cells])).toEqual([
      // 12 under A and 2 under B: the 2 would follow from the total.
      ['1', 14, [HIDDEN, HIDDEN]],
      ['1.1', 9, [HIDDEN, HIDDEN]],
    ]);
  });

  test('by group, groups too small to be shown are not there', () => {
    const writers = Array.from({ length: 43 }, (_, at) => `v${at}`);
    const groupOf = (voice: string) => {
      const n = Number(voice.slice(1));
      return n < 20 ? 'North' : n < 40 ? 'South' : 'Hamlet';
    };
    const found = countsByGroup(
      tree,
      voiced('bus', 'A', 10, 30),
      writers,
      ['North', 'South', 'Hamlet'],
      groupOf,
    );
    expect(found.groups).toEqual([
      { label: 'North', base: 20 },
      { label: 'South', base: 20 },
    ]);
    expect(found.rows[1]?.cells).toEqual([10, 10]);
    expect(found.left).toBe(HIDDEN);
  });

  test('no hidden count beside its bases can be narrowed to fewer values than the threshold', () => {
    const groups = fc.array(
      fc
        .integer({ min: 5, max: 40 })
        .chain((base) => fc.tuple(fc.integer({ min: 0, max: base }), fc.constant(base))),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(groups, (pairs) => {
        const counts = pairs.map(([count]) => count);
        const bases = pairs.map(([, base]) => base);
        const masked = maskBesideBases(counts, bases, 5);
        masked.counts.forEach((shown, i) => {
          if (shown === HIDDEN) return;
          expect(shown).toBe(counts[i]);
          expect(shown > 0 && shown < 5).toBe(false);
          const rest = (bases[i] ?? 0) - shown;
          expect(rest > 0 && rest < 5).toBe(false);
        });
        if (masked.total === HIDDEN) return;
        const hidden = masked.counts.flatMap((shown, i) => (shown === HIDDEN ? [i] : []));
        const sum = hidden.reduce((all, i) => all + (counts[i] ?? 0), 0);
        const room = hidden.reduce((all, i) => all + (bases[i] ?? 0), 0);
        for (const i of hidden) {
          const least = Math.max(0, sum - (room - (bases[i] ?? 0)));
          expect(Math.min(bases[i] ?? 0, sum) - least).toBeGreaterThanOrEqual(5);
        }
      }),
    );
  });
});

describe('quotations', () => {
  const quote = (id: string, words: string) => ({
    id: `q${id}`,
    themeId: 't',
    sourceKind: 'response',
    sourceId: id,
    question: 'q',
    words,
  });
  const enough = new Map([['t', 12]]);

  test('are published only as things stand now', () => {
    const comments = [
      said('1', 'The bus stops at five.'),
      said('2', 'No leave given', { mayQuote: false }),
      said('3', 'My son [name taken out] waits', { redacted: 'A name' }),
      said('4', 'Odd', { flag: 'hidden-field' }),
    ];
    const chosen = [
      quote('1', 'bus stops at five'),
      quote('2', 'No leave given'),
      quote('3', 'My son Jaz waits'),
      quote('4', 'Odd'),
      quote('5', 'Erased'),
    ];
    const judged = judgeQuotes(chosen, comments, enough);
    expect(judged.map(({ whyNot }) => whyNot === null)).toEqual([true, false, false, false, false]);
    expect(publishable(judged)).toEqual(new Map([['t', ['bus stops at five']]]));
    expect(judgeQuotes(chosen, comments, new Map([['t', 4]]))[0]?.whyNot).toContain('Too few');
  });

  test('words without leave are never among them, whatever is chosen', () => {
    const many = fc.array(
      fc.record({
        words: fc.string({ minLength: 1, maxLength: 12 }),
        leave: fc.boolean(),
        cut: fc.boolean(),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(many, fc.integer({ min: 0, max: 9 }), (rows, people) => {
        const comments = rows.map(({ words, leave }, i) =>
          said(String(i), words, {
            mayQuote: leave,
            source: { kind: 'response', id: String(i), question: 'q' },
          }),
        );
        const redactions = rows.flatMap(({ cut }, i) =>
          cut ? [{ ...at(String(i), ''), words: '[taken out]', reason: 'a name' }] : [],
        );
        const chosen = rows.map(({ words }, i) => quote(String(i), words));
        const read = redactedComments(comments, redactions);
        const judged = judgeQuotes(chosen, read, new Map([['t', people]]));
        const published = publishable(judged).get('t') ?? [];
        const allowed = rows.filter(
          ({ leave, cut, words }) => leave && (!cut || '[taken out]'.includes(words)),
        );
        expect(published).toEqual(people >= 5 ? allowed.map(({ words }) => words) : []);
      }),
    );
  });

  test('leave is given by the answer "yes" to the question that asks for it, and by nothing else', () => {
    const definition = {
      pages: [
        {
          name: 'p',
          elements: [{ type: 'comment' as const, name: 'better', title: 'What would help?' }],
        },
      ],
    };
    const row = { versionId: 'v', survey: 'S', flag: '' };
    const leave = (answer: unknown) =>
      commentsInAnswers(
        [{ ...row, id: 'r', answers: { better: 'A van', quoteAllowed: answer } }],
        new Map([['v', definition]]),
      )[0]?.mayQuote;
    expect([leave('yes'), leave('no'), leave(null), leave(true), leave(undefined)]).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('the second coder', () => {
  const themes = [{ id: 'a', name: 'A' }];
  const pieces = (first: boolean, second: boolean, n: number) =>
    Array.from({ length: n }, () => ({ first: first ? ['a'] : [], second: second ? ['a'] : [] }));

  test('the published tables of kappa', () => {
    // 20 5 / 10 15: po 0.7, kappa 0.4; 45 15 / 25 15 and 25 35 / 5 35: the same po, other kappas.
    const table = (a: number, b: number, c: number, d: number) =>
      agreementByTheme(themes, [
        ...pieces(true, true, a),
        ...pieces(true, false, b),
        ...pieces(false, true, c),
        ...pieces(false, false, d),
      ])[0];
    expect(table(20, 5, 10, 15)?.observed).toBeCloseTo(0.7, 10);
    expect(table(20, 5, 10, 15)?.kappa).toBeCloseTo(0.4, 10);
    expect(table(45, 15, 25, 15)?.kappa).toBeCloseTo(0.1304348, 7);
    expect(table(25, 35, 5, 35)?.kappa).toBeCloseTo(0.2592593, 7);
    expect(table(25, 35, 5, 35)?.prevalence).toBeCloseTo(90 / 200, 10);
  });

  test('differences name what each found alone', () => {
    expect(
      differences([
        { first: ['a', 'b'], second: ['b', 'c'] },
        { first: ['a'], second: ['a'] },
      ]),
    ).toEqual([{ first: ['a', 'b'], second: ['b', 'c'], firstOnly: ['a'], secondOnly: ['c'] }]);
  });

  test('a sample is drawn without replacement, again the same from its seed', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.nat(250),
        fc.integer({ min: 0, max: 2 ** 31 - 1 }),
        (n, size, seed) => {
          const drawn = sampleOf(n, size, seed);
          expect(drawn).toHaveLength(Math.min(n, size));
          expect(new Set(drawn).size).toBe(drawn.length);
          expect(drawn.every((at) => at >= 0 && at < n)).toBe(true);
          expect(sampleOf(n, size, seed)).toEqual(drawn);
        },
      ),
    );
  });

  test('every piece has the same chance, as far as 4,000 draws can tell', () => {
    const hits = Array.from({ length: 10 }, () => 0);
    for (let seed = 1; seed <= 4000; seed += 1) {
      for (const at of sampleOf(10, 3, seed * 2_654_435)) hits[at] = (hits[at] ?? 0) + 1;
    }
    // 1,200 each; the standard deviation is √(4000 · 0.3 · 0.7) = 29.
    expect(Math.max(...hits.map((hit) => Math.abs(hit - 1200)))).toBeLessThan(29 * 4.5);
  });
});
