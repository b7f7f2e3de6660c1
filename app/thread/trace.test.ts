import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayTie, THREAD_KINDS, type ThreadEnd, type ThreadKind } from './kinds.ts';
import { hasQuotes, withoutQuotes } from './quiet.ts';
import { staleOf } from './stale.ts';
import { endKey, indexOf, restsOn, traceOf, type Hop, type Thing } from './trace.ts';

const end = (kind: ThreadKind, id: string): ThreadEnd => ({ kind, id });
const thing = (kind: ThreadKind, id: string, what = kind): Thing => ({
  end: end(kind, id),
  what,
  title: id,
});
const hop = (from: Thing, to: Thing, change: Partial<Hop> = {}): Hop => ({
  from: from.end,
  to: to.end,
  way: 'tied',
  note: '',
  by: 'Priya Shah',
  at: new Date('2026-02-03'),
  wordsThen: from.title,
  wordsNow: from.title,
  ...change,
});

const comment = { ...thing('vote', 'v1', 'vote'), title: 'A panel member’s comment' };
const theme = thing('theme', 'Groups at times we can come');
const evidence = thing('evidence', '9 of 12 members agree');
const need = thing('need', 'Parents at work cannot come by day');
const outcome = thing('box', 'Fathers take part', 'box');
const activity = thing('box', 'Evening groups', 'box');
const line = thing('plan-line', 'Open two hubs on Thursday evenings');
const requirement = thing('requirement', 'bsfh-2026:BSFH-PAR-01');
const things = [comment, theme, evidence, need, outcome, activity, line, requirement];
const hops = [
  hop(comment, theme, {
    way: 'gathered',
    wordsThen: 'Never after six',
    wordsNow: 'Never after six',
  }),
  hop(theme, evidence),
  hop(evidence, need),
  hop(need, outcome, { way: 'addresses' }),
  hop(outcome, activity, { way: 'leads-to' }),
  hop(activity, line),
  hop(line, requirement),
];
const kinds = (stretches: { kind: ThreadKind }[]) => stretches.map((stretch) => stretch.kind);

describe('the thread', () => {
  test('of a requirement goes up to the comment, along the whole line', () => {
    const trace = traceOf(requirement.end, hops, things);
    expect(kinds(trace?.upstream ?? [])).toEqual([
      'vote',
      'theme',
      'evidence',
      'need',
      'box',
      'plan-line',
    ]);
    expect(trace?.downstream).toEqual([]);
    expect(trace?.stale).toBe(0);
  });

  test('of a comment goes down to the requirement', () => {
    const trace = traceOf(comment.end, hops, things);
    expect(kinds(trace?.downstream ?? [])).toEqual([
      'theme',
      'evidence',
      'need',
      'box',
      'plan-line',
      'requirement',
    ]);
  });

  test('of the middle goes both ways, boxes in the order of the way', () => {
    const trace = traceOf(line.end, hops, things);
    const boxes = trace?.upstream.find((stretch) => stretch.kind === 'box');
    expect(boxes?.steps.map((step) => step.thing.title)).toEqual([
      'Fathers take part',
      'Evening groups',
    ]);
    expect(boxes?.steps[1]?.hops[0]).toMatchObject({
      sentence:
        'The plan line “Open two hubs on Thursday evenings” delivers the box “Evening groups”.',
      by: 'Priya Shah',
    });
  });

  test('of something that is not there is null', () => {
    expect(traceOf(end('need', 'nobody'), hops, things)).toBeNull();
  });

  test('ends where a loop closes', () => {
    const loop = [...hops, hop(activity, outcome, { way: 'leads-to' })];
    const trace = traceOf(line.end, loop, things);
    const all = trace?.upstream.flatMap((stretch) => stretch.steps) ?? [];
    expect(new Set(all.map((step) => endKey(step.thing.end))).size).toBe(all.length);
  });
});

describe('a hop is stale', () => {
  test('when what it rests on was reworded, and says both', () => {
    const changed = hop(need, outcome, { wordsNow: 'Parents want more choice' });
    expect(staleOf(changed)).toEqual({
      why: 'changed',
      then: need.title,
      now: 'Parents want more choice',
    });
    expect(traceOf(outcome.end, [changed], things)?.stale).toBe(1);
  });

  test('when what it rests on is gone, which still stands there in the words that were kept', () => {
    const lost = hop(need, outcome, { wordsNow: null });
    const trace = traceOf(outcome.end, [lost], [outcome]);
    expect(trace?.upstream[0]?.steps[0]?.thing.title).toBe(need.title);
    expect(trace?.upstream[0]?.steps[0]?.hops[0]?.stale?.why).toBe('gone');
  });

  test('and of a private comment never tells what it says now', () => {
    const changed = hop(comment, theme, {
      wordsThen: 'Never after six',
      wordsNow: 'I am Ann, 12 Mill Lane',
    });
    expect(JSON.stringify(traceOf(theme.end, [changed], things))).not.toContain('Mill Lane');
    expect(staleOf(changed)).toMatchObject({ why: 'changed', now: null });
  });
});

test('evidence whose source says something else by now counts as broken', () => {
  const old = { ...evidence, outdated: { now: '10 of 12 members agree' } };
  const some = things.map((one) => (one === evidence ? old : one));
  const trace = traceOf(need.end, hops, some);
  expect(trace?.stale).toBe(1);
  expect(trace?.upstream.at(-1)?.steps[0]?.thing.outdated?.now).toBe('10 of 12 members agree');
});

describe('the words that somebody wrote', () => {
  const lost = hop(comment, theme, { wordsThen: 'Never after six', wordsNow: null });

  test('are quoted as they were gathered', () => {
    const quoted = traceOf(theme.end, hops, things)?.upstream[0]?.steps[0]?.hops[0];
    expect(quoted?.quote).toBe('Never after six');
  });

  test('are nowhere in the thread of somebody who may not read them, stale or not', () => {
    for (const some of [hops, [lost]]) {
      const trace = traceOf(theme.end, some, things);
      expect(JSON.stringify(trace && withoutQuotes(trace))).not.toContain('after six');
    }
  });

  test('are not even counted there: few people would be counted out', () => {
    const two = { ...thing('response', 'r1'), title: 'An answer to a survey' };
    const some = [...hops, lost, hop(two, theme, { way: 'gathered' })];
    const trace = traceOf(need.end, some, [...things, two]);
    expect(kinds(trace?.upstream ?? [])).toEqual(['response', 'vote', 'theme', 'evidence']);
    const quiet = trace && withoutQuotes(trace);
    expect(kinds(quiet?.upstream ?? [])).toEqual(['theme', 'evidence']);
    expect(quiet?.stale).toBe(0);
    expect(trace && hasQuotes(trace)).toBe(true);
  });

  test('never stand in for the name of an answer that is gone', () => {
    const trace = traceOf(theme.end, [lost], [theme]);
    expect(trace?.upstream[0]?.steps[0]?.thing.title).toBe('Removed since');
  });
});

test('what a line rests on is found near or far', () => {
  const index = indexOf(hops);
  expect(restsOn(index, line.end, 'theme')).toEqual([theme.end]);
  expect(restsOn(index, line.end, 'need')).toEqual([need.end]);
  expect(restsOn(index, line.end, 'reply')).toEqual([]);
});

describe('for any hops', () => {
  const node = fc.record({
    kind: fc.constantFrom(...THREAD_KINDS),
    id: fc.constantFrom('a', 'b', 'c'),
  });
  const anyHops = fc
    .array(fc.tuple(node, node), { maxLength: 40 })
    .map((pairs) =>
      pairs.map(([from, to]) =>
        hop({ end: from, what: '', title: from.id }, { end: to, what: '', title: to.id }),
      ),
    );
  const every = THREAD_KINDS.flatMap((kind) => ['a', 'b', 'c'].map((id) => thing(kind, id)));

  test('up from one end reaches the other exactly when down from the other reaches it', () => {
    fc.assert(
      fc.property(anyHops, node, node, (some, a, b) => {
        fc.pre(endKey(a) !== endKey(b));
        const reaches = (from: ThreadEnd, side: 'upstream' | 'downstream', to: ThreadEnd) =>
          traceOf(from, some, every)?.[side].some((stretch) =>
            stretch.steps.some((step) => endKey(step.thing.end) === endKey(to)),
          );
        expect(reaches(a, 'upstream', b)).toBe(reaches(b, 'downstream', a));
      }),
    );
  });
});

test('only what the line allows may be tied', () => {
  expect(mayTie('need', 'box')).toBe(true);
  expect(mayTie('requirement', 'need')).toBe(false);
  expect(mayTie('plan-line', 'need')).toBe(false);
});
