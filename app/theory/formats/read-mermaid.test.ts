import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanTheory } from '#test/some-theories.ts';
import { BOX_TYPES } from '../graph.ts';
import { boxOf, linkOf, theoryOf } from '#test/some-theories.ts';
import { toMermaid } from './mermaid.ts';
import { readMermaid } from './read-mermaid.ts';
import { readTheoryFile } from './read-file.ts';

function mapOf(text: string) {
  const read = readMermaid(text, 'T');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.map;
}
const nodes = (text: string) => mapOf(text).nodes.map(({ id, label, group }) => [id, label, group]);
const links = (text: string) =>
  mapOf(text).links.map(({ source, target, reason }) => [source, target, reason]);

describe('a flowchart written by hand', () => {
  test.each([
    ['A[Open late]', 'Open late'],
    ['A["Open, (late); [x]"]', 'Open, (late); [x]'],
    ['A(Round)', 'Round'],
    ['A([Stadium])', 'Stadium'],
    ['A((Circle))', 'Circle'],
    ['A{Rhombus}', 'Rhombus'],
    ['A{{Hexagon}}', 'Hexagon'],
    ['A[(Store)]', 'Store'],
    ['A[/Slanted/]', 'Slanted'],
    ['A>Flag]', 'Flag'],
    ['A["two<br/>lines"]', 'two lines'],
    ['A["#quot;So#quot; #35;1 #lt;b#gt;"]', '"So" #1 <b>'],
    ['A["`**Bold**`"]', '**Bold**'],
    ['A', 'A'],
  ])('%s', (line, label) => {
    expect(nodes(`flowchart TD\n  ${line}`)[0]?.[1]).toBe(label);
  });

  test.each([
    ['A --> B', ''],
    ['A-->B', ''],
    ['A --- B', ''],
    ['A -.-> B', ''],
    ['A ==> B', ''],
    ['A ----> B', ''],
    ['A -->|because it does| B', 'because it does'],
    ['A -->|"why, [so]"| B', 'why, [so]'],
    ['A -- because it does --> B', 'because it does'],
    ['A == strongly ==> B', 'strongly'],
    ['A -. perhaps .-> B', 'perhaps'],
    ['A[one] --> B[two]', ''],
    ['A:::red --> B:::blue;', ''],
  ])('%s', (line, reason) => {
    expect(links(`graph LR\n${line}`)).toEqual([['A', 'B', reason]]);
  });

  test('chains, ands, groups and classes', () => {
    const text = `---
title: How it works
---
flowchart LR
  %% a remark
  subgraph acts [Activities]
    direction TB
    a1["Open"] & a2["Train"]
  end
  subgraph "Outcomes"
    o1["Come"]:::late
  end
  a1 & a2 --> o1 --> i1((Ready)); i1 --> end2
  class i1,end2 impact
  classDef late fill:#fff,stroke:#000;
  style a1 fill:#eee
  linkStyle 0 stroke:red
  click a1 "https://example.org"`;
    expect(mapOf(text).title).toBe('How it works');
    expect(nodes(text)).toEqual([
      ['a1', 'Open', 'Activities'],
      ['a2', 'Train', 'Activities'],
      ['o1', 'Come', 'late'],
      ['i1', 'Ready', 'impact'],
      ['end2', 'end2', 'impact'],
    ]);
    expect(links(text)).toEqual([
      ['a1', 'o1', ''],
      ['a2', 'o1', ''],
      ['o1', 'i1', ''],
      ['i1', 'end2', ''],
    ]);
  });

  test('what is not understood is named by its line', () => {
    const read = readMermaid('flowchart LR\n  A --> B\n  A ~> ?\n', 'T');
    expect(read.ok ? [] : read.problems).toEqual([
      { where: 'line 3', message: '“~> ?” is not understood: an arrow was expected.' },
    ]);
  });

  test('in a Markdown file is found, and lines are counted from its top', () => {
    const text = '# Report\n\n```mermaid\nflowchart LR\n  A --> ?\n```\n';
    const read = readMermaid(text, 'T');
    expect(read.ok ? '' : read.problems[0]?.where).toBe('line 5');
  });
});

describe('our own flowchart comes back', () => {
  test('with its types, words and reasons', () => {
    const theory = cleanTheory();
    const back = readTheoryFile(new TextEncoder().encode(toMermaid(theory)), 'T');
    if (!back.ok) throw new Error(JSON.stringify(back.problems));
    const words = (each: typeof theory) => each.boxes.map(({ type, label }) => `${type} ${label}`);
    expect(back.theory.title).toBe(theory.title);
    expect(words(back.theory).sort()).toEqual(words(theory).sort());
    expect(back.theory.links.map(({ reason, kind }) => `${kind} ${reason}`).sort()).toEqual(
      theory.links.map(({ reason, kind }) => `${kind} ${reason}`).sort(),
    );
    expect(back.notes).toEqual([]);
  });

  test('also where its words hold what would begin a comment or a list', () => {
    const boxes = ['%%', '* !'].map((label, at) => boxOf('need', `n${at}`, { label }));
    const theory = { ...theoryOf(boxes, []), title: '90 %% of us' };
    const back = readTheoryFile(new TextEncoder().encode(toMermaid(theory)), 'T');
    if (!back.ok) throw new Error(JSON.stringify(back.problems));
    expect(back.theory.boxes.map(({ label }) => label)).toEqual(['%%', '* !']);
    expect(back.theory.title).toBe('90 %% of us');
  });

  test('whatever its words are', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((each) => each.replace(/[\s\u0000-\u001f{}]+/gu, ' ').trim())
      .filter((each) => each !== '' && !/^[-–−+]$/.test(each));
    fc.assert(
      fc.property(words, words, fc.constantFrom(...BOX_TYPES), (label, reason, type) => {
        const theory = theoryOf(
          [boxOf(type, 'a', { label }), boxOf('impact', 'b')],
          [{ ...linkOf('a', 'b'), reason }],
        );
        const map = mapOf(toMermaid(theory));
        expect(map.nodes.map((node) => node.label)).toContain(label);
        expect(map.links.map((link) => link.reason)).toEqual([reason]);
      }),
    );
  });
});
