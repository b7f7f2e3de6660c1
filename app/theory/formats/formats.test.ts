import { describe, expect, test } from 'vitest';
import { boxOf, linkOf, theoryOf } from '#test/some-theories.ts';
import type { Theory } from '../graph.ts';
import { outlineText } from '../words.ts';
import { fromJson } from './json.ts';
import { toMermaid } from './mermaid.ts';

function read(result: ReturnType<typeof fromJson>): Theory {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.theory;
}

describe('JSON by others', () => {
  test('is read by the usual other names, and links to nowhere are kept for the checks', () => {
    const theory = read(
      fromJson(
        JSON.stringify({
          nodes: [
            { id: 1, type: 'long_term_outcome', title: 'Children are ready' },
            { id: 'a', type: 'Activities', name: 'Visit', description: 'Every week' },
          ],
          edges: [
            { from: 'a', to: 1, why: 'It helps' },
            { source: 'a', target: 'gone' },
          ],
        }),
        'From a file',
      ),
    );
    expect(theory.title).toBe('From a file');
    expect(theory.boxes.map(({ id, type, detail }) => [id, type, detail])).toEqual([
      ['1', 'longTermOutcome', ''],
      ['a', 'activity', 'Every week'],
    ]);
    expect(theory.links.map(({ source, target, reason }) => [source, target, reason])).toEqual([
      ['a', '1', 'It helps'],
      ['a', 'gone', ''],
    ]);
  });

  test.each([
    ['{"nodes": [\n{"id": "a",\n', /^(line \d+|file)$/, /not complete JSON/],
    ['{"columns": []}', /^file$/, /holds no theory/],
    ['[1, 2]', /^file$/, /holds no theory/],
    ['{"nodes":[{"id":"a","type":"widget","label":"A"}]}', /^node “a”$/, /“widget” is not a type/],
    ['{"nodes":[{"id":"a","type":"need","label":" "}]}', /^node “a”$/, /no label/],
    ['{"nodes":[{"type":"need","label":"A"}]}', /^nodes\[0\]$/, /“id”/],
    [
      '{"nodes":[{"id":"a","type":"need","label":"A"},{"id":"a","type":"need","label":"B"}]}',
      /^node “a”$/,
      /used twice/,
    ],
    ['{"nodes":[],"links":[{"source":"a"}]}', /^links\[0\]$/, /source and a target/],
    ['{"nodes":["a"]}', /^nodes\[0\]$/, /not an object/],
  ])('%s is refused with the place and the reason', (json, where, message) => {
    const result = fromJson(json, 'T');
    if (result.ok) throw new Error('It was accepted');
    expect(result.problems[0]?.where).toMatch(where);
    expect(result.problems[0]?.message).toMatch(message);
  });
});

describe('Mermaid', () => {
  test('has a group a column and the reason on the arrow', () => {
    const mermaid = toMermaid(
      theoryOf(
        [boxOf('need', 'n'), boxOf('activity', 'end', { label: 'Visit "every" week; [weekly] |' })],
        [linkOf('n', 'end', 'addresses')],
        'Visits',
      ),
    );
    expect(mermaid.split('\n')).toEqual([
      'flowchart LR',
      '  accTitle: Visits',
      '  subgraph needs["Needs"]',
      '    b1["Box n"]:::need',
      '  end',
      '  subgraph activitys["Activities"]',
      '    b2["Visit #quot;every#quot; week; [weekly] #124;"]:::activity',
      '  end',
      '  b1 -->|"Because n, end"| b2',
      expect.stringMatching(/^ {2}classDef need fill:#/),
      expect.stringMatching(/^ {2}classDef activity fill:#/),
      '',
    ]);
  });
});

describe('plain text', () => {
  test('says what leads to what, and why, under each type', () => {
    const theory = theoryOf(
      [
        boxOf('activity', 'a', { label: 'Visit', more: { lead: 'Health visiting' } }),
        boxOf('impact', 'i', { label: 'Children thrive' }),
      ],
      [linkOf('a', 'i')],
      'Visits',
    );
    expect(outlineText(theory)).toBe(
      [
        'Visits',
        '',
        'Activities',
        '- Visit',
        '    Who leads it: Health visiting',
        '    leads to impact “Children thrive” (Because a, i)',
        '',
        'Impacts',
        '- Children thrive',
        '',
      ].join('\n'),
    );
  });
});
