import { expect, test } from 'vitest';
import type { ThreadEnd, ThreadKind } from './kinds.ts';
import { quietCounts } from './quiet-counts.ts';
import { threadDocument, type PrintedFor } from './thread-document.ts';
import { threadJson } from './thread-json.ts';
import { traceOf, type Hop, type Thing } from './trace.ts';

const thing = (kind: ThreadKind, id: string): Thing => ({
  end: { kind, id },
  what: kind,
  title: id,
});
const hop = (from: ThreadEnd, to: ThreadEnd, change: Partial<Hop> = {}): Hop => ({
  ...{ from, to, way: 'tied', note: '', by: 'Priya Shah', at: new Date('2026-02-03') },
  wordsThen: from.id,
  wordsNow: from.id,
  ...change,
});
const theme = thing('theme', 'Evenings');
const need = thing('need', 'Hubs are shut');
const measure: Thing = {
  ...thing('measure', 'Came early'),
  says: 'Came early (per cent); target 70',
  newest: { words: '63.1% in Apr to Jun 2026', by: 'Grace', at: new Date('2026-07-05') },
};
const line = thing('plan-line', 'Open late');

function traced(answers: number) {
  const said = Array.from({ length: answers }, (_, at) => thing('response', `secret ${at}`));
  const hops = [
    ...said.map(({ end }) => hop(end, theme.end, { way: 'gathered', wordsThen: 'My own words' })),
    hop(theme.end, need.end),
    hop(need.end, line.end),
    hop(line.end, measure.end, { toWordsThen: 'target 60', toWordsNow: 'target 70' }),
  ];
  const trace = traceOf(line.end, hops, [...said, theme, need, line, measure]);
  if (trace === null) throw new Error('The line is not on its own thread.');
  return trace;
}

const about: PrintedFor = {
  authority: { name: 'Northmere', colour: '#0b5cad', isDemonstration: false },
  programme: { title: 'Best Start' },
  madeOn: '2026-11-22',
  by: 'Priya Shah',
  more: false,
  mayCount: true,
};

test.each([
  [3, 'fewer than 5 answers to surveys', null],
  [12, '12 answers to surveys', 12],
])('%i answers are printed as “%s”', (answers, words, count) => {
  expect(quietCounts(traced(answers))).toEqual([{ kind: 'response', count, words }]);
  const printed = JSON.stringify(threadDocument(traced(answers), about));
  expect(printed).toContain(words);
  expect(printed).not.toContain('My own words');
  expect(printed).not.toContain('secret');
});

test('whoever may not read single answers is not told how many there are', () => {
  const printed = JSON.stringify(threadDocument(traced(12), { ...about, mayCount: false }));
  expect(printed).not.toContain('12 answers');
  expect(printed).toContain('Single answers or comments, which are not printed.');
});

test('the page says who and when, the newest figure, and what no longer holds', () => {
  const printed = JSON.stringify(threadDocument(traced(12), about));
  expect(printed).toContain('Priya Shah, 3 February 2026');
  expect(printed).toContain('Newest figure: 63.1% in Apr to Jun 2026 (Grace');
  expect(printed).toContain('The measure was changed since. It said: “target 60”');
  expect(printed).toContain('1 step no longer holds as it was made');
});

test('as data it has both sides, counts few as null and quotes nobody', () => {
  const data = threadJson(traced(3));
  expect(data.object).toMatchObject({ kind: 'plan-line', title: 'Open late' });
  expect(data.upstream[0]).toEqual({
    kind: 'response',
    count: null,
    says: 'fewer than 5 answers to surveys',
  });
  expect(data.downstream).toMatchObject([
    { kind: 'measure', steps: [{ newest: { says: '63.1% in Apr to Jun 2026', by: 'Grace' } }] },
  ]);
  expect(data.stale).toBe(1);
  expect(JSON.stringify(data)).not.toMatch(/My own words|secret/);
});
