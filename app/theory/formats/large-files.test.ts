import { describe, expect, test } from 'vitest';
import { LIMITS } from '../graph.ts';
import { MOST, withoutTags } from './foreign.ts';
import { readTheoryFile } from './read-file.ts';
import { flowchartIn, statements } from './mermaid-lines.ts';
import { readMermaid } from './read-mermaid.ts';

/** Small files that say much, and large ones that say nothing: each is read or refused at once. */

const MEGABYTE = 1_000_000;
const names = (sign: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${sign}${index}`).join(' & ');
const refusal = (text: string) => {
  const read = readMermaid(text, 'T');
  return read.ok ? 'read' : `${read.problems[0]?.where}: ${read.problems[0]?.message}`;
};
const file = (text: string) => readTheoryFile(new TextEncoder().encode(text), 'T');

describe('a flowchart', () => {
  test('in which a line links all with all is refused by that line', () => {
    const text = `flowchart TD\n  a --> b\n  ${names('a', 1_000)} --> ${names('b', 1_000)}\n`;
    expect(refusal(text)).toMatch(/^line 3: There are more than 50000 links/);
  });

  test('of more boxes than anybody looks through is refused', () => {
    const lines = Array.from({ length: MOST.nodes + 1 }, (_, index) => `n${index}`);
    expect(refusal(`flowchart TD\n${lines.join('\n')}`)).toMatch(/more than 20000 boxes/);
  });

  test('comes in with as many links as a theory can hold, and says how many are left out', () => {
    const read = file(`flowchart TD\n  ${names('a', 100)} --> ${names('b', 40)}\n`);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.theory.links).toHaveLength(LIMITS.links);
    expect(read.notes.join(' ')).toContain('1,000 links beyond the 3000 that a theory can hold');
  });

  test('a line of a book’s length is refused', () => {
    expect(refusal(`flowchart TD\na["${'x'.repeat(20_000)}"]`)).toMatch(/^line 2: .*Part it/);
  });

  test('long runs of one sign on many lines are no more than lines that are not understood', () => {
    for (const run of [' ', '-', '=', '~', '.', '[', '#a;', '%']) {
      const line = `a -- ${run.repeat(Math.floor(19_000 / run.length))}! b`;
      const text = `flowchart TD\n${`${line}\n`.repeat(40)}`;
      expect([run, typeof refusal(text)]).toEqual([run, 'string']);
    }
  });
});

test('a fence that is never closed holds nothing, however long what follows it is', () => {
  const text = `words\n\n\`\`\` mermaid\n${'\n'.repeat(MEGABYTE)}`;
  expect(flowchartIn(text)).toBeNull();
  expect(flowchartIn(`${text}graph TD\n a --> b\n\`\`\`\n`)?.first).toBe(4);
});

test('entities part no statement, however many there are', () => {
  expect(statements('a[x]; b["p;q"]; c#quot;d; #; e')).toEqual([
    'a[x]',
    'b["p;q"]',
    'c#quot;d',
    '#',
    'e',
  ]);
  expect(statements('#a;'.repeat(MEGABYTE / 3))).toHaveLength(1);
});

test('blanks at the ends of lines go, however many there are', () => {
  expect(withoutTags('<p>One \t </p><p>two</p>\n\n\n\nthree')).toBe('One\ntwo\n\nthree');
  expect(withoutTags(`a${' '.repeat(MEGABYTE)}b`)).toHaveLength(MEGABYTE + 2);
});

describe('a map of another program', () => {
  const map = (node: object) =>
    file(JSON.stringify({ nodes: [{ id: 'a', title: 'Open late', ...node }], edges: [] }));

  test('is refused at once where it says more than can be kept', () => {
    const text = `flowchart TD\n  subgraph ${'x'.repeat(400)}\n  a[Open late]\n  end\n`;
    const read = file(text);
    expect(read.ok ? [] : read.problems).toEqual([
      { where: 'group 1', message: 'Its “key” is missing or longer than can be kept.' },
    ]);
  });

  test('comes in with words that go on for pages cut', () => {
    const read = map({ description: 'y'.repeat(60_000), type: 'thing' });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.theory.boxes[0]?.detail).toHaveLength(LIMITS.detail);
  });
});
