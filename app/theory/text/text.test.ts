import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxOf, cleanTheory, linkOf, operationOn, theoryOf } from '#test/some-theories.ts';
import {
  BOX_MORE,
  BOX_TYPES,
  column,
  LINK_MORE,
  PIECE_KINDS,
  piecesOf,
  type Theory,
} from '../graph.ts';
import { applyAll } from '../operations.ts';
import { lineOfMark, markAt } from './caret.ts';
import { readText, type TextTheory } from './read-text.ts';
import { textChanges } from './text-changes.ts';
import { ABOUT, PIECE_WORDS, THEORY_FACTS } from './words-of-text.ts';
import { marksOf, toldLinks, writeText } from './write-text.ts';

const clean = cleanTheory();

function understood(text: string): TextTheory {
  const read = readText(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.theory;
}

/** A theory after its text was changed, with ids of new boxes as the test wants them. */
function afterText(theory: Theory, text: string, nameOf = (mark: string) => `new ${mark}`): Theory {
  const was = understood(writeText(theory));
  const idOf = new Map([...marksOf(theory)].map(([id, mark]) => [mark, id]));
  const changes = textChanges(was, understood(text), theory, idOf, nameOf);
  const applied = applyAll(theory, changes);
  if (!('theory' in applied)) throw new Error(JSON.stringify([applied.refusal, changes]));
  return applied.theory;
}

const problemsIn = (text: string) => {
  const read = readText(text);
  return read.ok ? [] : read.problems.map(({ line, message }) => `${line}: ${message}`);
};

describe('the text of a theory', () => {
  test('has one thing a line', () => {
    const small = theoryOf(
      [
        boxOf('activity', 'act-open', { label: 'Open late', more: { lead: 'Hub manager' } }),
        boxOf('output', 'out-forty', {
          label: 'Forty evenings',
          detail: 'Two a week\nat two hubs',
        }),
      ],
      [{ ...linkOf('act-open', 'out-forty'), reason: 'They are open', more: { delay: 'A month' } }],
      'Evenings',
    );
    expect(writeText(small)).toBe(`# Evenings

## Activities
- Open late [#open]
  Who leads it: Hub manager
  -> [#orty] Forty evenings
     because: They are open
     How long it takes: A month

## Outputs
- Forty evenings [#orty]
  | Two a week
  | at two hubs
`);
  });

  test('unchanged changes nothing', () => {
    expect(afterText(clean, writeText(clean))).toEqual(clean);
  });

  test('is forgiving about spaces, arrows, bullets and how a type is called', () => {
    const text =
      '#Evenings\r\n## activity\r\n* Open late [#A1]\r\n→ [#b2]\r\nBecause:  so it is \r\n##Outputs\r\n- Forty [#b2]';
    expect(understood(text)).toMatchObject({
      title: 'Evenings',
      boxes: [
        { type: 'activity', mark: 'a1', links: [{ to: 'b2', reason: 'so it is' }] },
        { type: 'output', mark: 'b2' },
      ],
    });
  });

  test('new lines become boxes and links in their place, and missing ones go', () => {
    const text = writeText(clean)
      .replace(
        '- Train staff',
        '- Ask health visitors [#ask]\n  -> [#ined] anything\n- Train staff',
      )
      .replace(/- Texts to nine hundred fathers[^]*?\n(?=- |\n)/, '')
      .replaceAll(/ {2}-> \[#exts\].*\n( {5}.*\n)*/g, '');
    const changed = afterText(clean, text);
    const activities = changed.boxes
      .filter(({ type }) => type === 'activity')
      .sort((a, b) => a.position - b.position);
    expect(activities.map(({ label }) => label)).toContain('Ask health visitors');
    expect(changed.boxes.map(({ id }) => id)).not.toContain('texts');
    expect(changed.links).toContainEqual(
      expect.objectContaining({ source: 'new ask', target: 'trained' }),
    );
  });

  test('pasted elsewhere it makes the same theory anew', () => {
    const empty = theoryOf([], [], 'Nothing yet');
    const pasted = afterText(empty, writeText(clean), (mark) => `pasted ${mark}`);
    expect(pasted.boxes).toHaveLength(clean.boxes.length);
    expect(pasted.links).toHaveLength(clean.links.length);
    expect(writeText(pasted, new Map(pasted.boxes.map(({ id }) => [id, id.slice(7)])))).toBe(
      writeText(clean),
    );
  });
});

describe('what belongs to boxes, links and the whole', () => {
  const rich: Theory = {
    ...theoryOf(
      [
        boxOf('activity', 'act-open', {
          label: 'Open late',
          more: { lead: 'Hub manager', part: 'part-early', needId: 'n7' },
        }),
        boxOf('intermediateOutcome', 'they-come', { label: 'They come' }),
      ],
      [linkOf('act-open', 'they-come')],
      'Evenings',
    ),
    more: { afterwards: 'Two teams stay', nameIntermediateOutcome: 'First changes' },
    pieces: [
      {
        id: 'evidence-one',
        kind: 'evidence',
        on: 'act-open>they-come',
        more: { what: 'A trial', direction: 'for', strength: 'strange', thread: 'need:7' },
      },
      { id: 'part-early', kind: 'part', on: null, more: { name: 'Early years', kind: 'strand' } },
    ],
  };

  test('has its lines, and what has no name here is kept as it is', () => {
    expect(writeText(rich)).toBe(`# Evenings
Intermediate outcomes are called: First changes
What stays when the money ends: Two teams stay

## Activities
- Open late [#open]
  Part: [#arly] Early years
  Who leads it: Hub manager
  @needId: n7
  -> [#come] They come
     because: Because act-open, they-come

## First changes
- They come [#come]

## Evidence
- A trial [#eone]
  About: [#open] -> [#come]
  Does it speak for or against?: For
  @strength: strange
  @thread: need:7

## Parts
- Early years [#arly]
  What kind of part: Strand
`);
    expect(afterText(rich, writeText(rich))).toEqual(rich);
  });

  test('changes with its lines: moved to another box, put into a new part, taken out', () => {
    const text = writeText(rich)
      .replace('About: [#open] -> [#come]', 'About: [#come]')
      .replace('Part: [#arly] Early years', 'Part: [#new]')
      .replace('Two teams stay', 'One team stays')
      .replace(/- Early years[^]*$/, '- Everybody [#new]\n  Within: [#other]\n- All [#other]\n');
    const after = afterText(rich, text);
    expect(after.more['afterwards']).toBe('One team stays');
    expect(after.boxes[0]?.more['part']).toBe('new new');
    expect(after.pieces).toMatchObject([
      { id: 'evidence-one', on: 'they-come' },
      { id: 'new new', more: { name: 'Everybody', within: 'new other' } },
      { id: 'new other', more: { name: 'All' } },
    ]);
  });

  test.each([
    ['# T\n## Evidence\n- E\n  About: [#zz]', /4|3: No box has the mark \[#zz\]/],
    ['# T\n## Needs\n- N [#n1]\n## Evidence\n- E\n  About: N', /6: Say what you mean by its mark/],
    ['# T\n## Needs\n- N [#n1]\n  Part: [#p]', /3: No part has the mark \[#p\]/],
    ['# T\n## Needs\n- A [#a]\n- B [#b]\n## Evidence\n- E\n  About: [#a] -> [#b]', /No link leads/],
    ['# T\n## Parts\n- P\n  What kind of part: heap', /4: Write one of: Programme; Strand/],
    ['# T\nWhat stays: nothing', /2: “What stays” cannot be said of the whole theory/],
  ])('%j is named by its line', (text, problem) => {
    expect(problemsIn(text)).toContainEqual(expect.stringMatching(problem));
  });
});

describe('where things stand', () => {
  test('a mark has a line, and a place in the text has a mark', () => {
    const text = writeText(clean);
    const [id, mark] = [...marksOf(clean)][4] ?? ['', ''];
    const place = lineOfMark(text, mark);
    const label = clean.boxes.find((box) => box.id === id)?.label ?? '';
    expect(text.slice(place?.at).startsWith(`- ${label} [#${mark}]`)).toBe(true);
    expect(text.split('\n')[(place?.line ?? 0) - 1]).toContain(label);
    expect(markAt(text, place?.at ?? 0)).toBe(mark);
    expect(markAt(text, (place?.at ?? 0) + label.length + 15)).toBe(mark);
    expect(markAt(text, 1)).toBeNull();
    expect(lineOfMark(text, 'nobody')).toBeNull();
  });
});

describe('what cannot be understood', () => {
  test.each([
    ['Words before anything', '1: Start with the title: # and what the theory is called'],
    ['# T\n- A box', '2: Put a heading above this box, such as ## Activities'],
    ['# T\n## Wishes\n- A box', /2: There is no type “Wishes”\. Use one of: Needs, /],
    ['# T\n## Needs\n- ', '3: Start a box with a dash, or a heading with ##'],
    ['# T\n## Needs\n- [#a1]', '3: Enter what the box says after the dash'],
    ['# T\n## Needs\n- A [#a1]\n- B [#a1]', /4: The mark \[#a1\] stands at two boxes/],
    ['# T\n## Needs\n- A\n  -> B', /4: Say which box it leads to by its mark/],
    ['# T\n## Needs\n- A\n  -> [#zz]', /4: No box has the mark \[#zz\]/],
    ['# T\n## Needs\n- A [#a1]\n  -> [#a1]', '4: A box cannot lead to itself. Choose another mark'],
    ['# T\n## Needs\n- A\n  Who leads it: Me', /4: “Who leads it” cannot be said of this type/],
    ['# T\n## Assumptions\n- A\n  Without it the theory fails: maybe', /4: Write “Without it/],
    ['# T\n## Assumptions\n- A\n  When to look at it again: soon', /4: Write the day as year/],
    ['# T\n# U', '2: There is a title already. Remove one of the two'],
  ])('%j is named by its line', (text, problem) => {
    expect(problemsIn(text)).toContainEqual(
      typeof problem === 'string' ? problem : expect.stringMatching(problem),
    );
  });

  test('never more than twenty faults, and never a crash', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        expect(problemsIn(text).length).toBeLessThanOrEqual(20);
      }),
    );
    expect(problemsIn('nonsense\n'.repeat(100))).toHaveLength(20);
  });
});

/** What has a mark in the text. */
const things = ({ boxes, pieces }: Theory) => [...boxes, ...pieces];

/** What a text tells of a theory: no places on the canvas, and only facts that have a line. */
function told(theory: Theory): string {
  return writeText(theory, new Map(things(theory).map(({ id }) => [id, id])));
}

/** A theory without what a text does not tell: where boxes stand, and what things are called inside. */
function graphOf(theory: Theory) {
  const told = new Map(
    toldLinks(theory).map(({ id, source, target }) => [id, `${source}>${target}`]),
  );
  return {
    title: theory.title,
    more: theory.more,
    boxes: BOX_TYPES.flatMap((type) =>
      column(theory, type).map(({ x: _x, y: _y, position: _position, ...box }) => box),
    ),
    links: toldLinks(theory)
      .map(({ id: _, ...link }) => link)
      .sort((a, b) => (`${a.source} ${a.target}` < `${b.source} ${b.target}` ? -1 : 1)),
    pieces: PIECE_KINDS.flatMap((kind) =>
      piecesOf(theory, kind).map(({ on, ...piece }) => {
        const box = theory.boxes.some(({ id }) => id === on);
        return { ...piece, on: box ? on : (told.get(on ?? '') ?? null) };
      }),
    ),
  };
}

function built(seeds: readonly number[], from: Theory, prefix: string): Theory {
  return seeds.reduce((theory, seed, index) => {
    const applied = applyAll(theory, [operationOn(theory, seed, `${prefix}${index}`)]);
    return 'theory' in applied ? applied.theory : theory;
  }, from);
}

describe('any theory', () => {
  const seeds = fc.array(fc.nat(), { maxLength: 40 });

  test('changed by its text is the theory that the text tells', () => {
    fc.assert(
      fc.property(seeds, seeds, (first, then) => {
        const before = built(first, theoryOf([]), 'a');
        const wanted = built(then, before, 'b');
        const marks = marksOf(before);
        const own = new Map(
          things(wanted).map(({ id }) => [id, marks.get(id) ?? `own-${id}`] as const),
        );
        const nameOf = (mark: string) => (mark.startsWith('own-') ? mark.slice(4) : `link ${mark}`);
        expect(told(afterText(before, writeText(wanted, own), nameOf))).toBe(told(wanted));
      }),
    );
  });

  test('whatever its words are, its text says them', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(words, words, words, (label, detail, reason) => {
        fc.pre(label.trim() !== '' && !/[\r\u0085\u2028\u2029]/.test(label + detail + reason));
        const theory = theoryOf(
          [boxOf('activity', 'one', { label, detail }), boxOf('output', 'two')],
          [{ ...linkOf('one', 'two'), reason }],
        );
        const { boxes } = understood(writeText(theory));
        const trimmedLines = detail.split('\n').map((each) => each.trimEnd());
        expect(boxes[0]?.label).toBe(label.trim());
        expect(boxes[0]?.detail).toBe(trimmedLines.join('\n'));
        expect(boxes[0]?.links[0]?.reason).toBe(reason.trim());
      }),
    );
  });

  test('written and read in an empty place it is the same graph', () => {
    fc.assert(
      fc.property(seeds, (first) => {
        const theory = built(first, theoryOf([]), 'a');
        const own = new Map(things(theory).map(({ id }) => [id, id]));
        const empty = theoryOf([], [], theory.title);
        const read = understood(writeText(theory, own));
        const changes = textChanges(understood(writeText(empty)), read, empty, new Map(), (mark) =>
          mark.replace('>', ' to '),
        );
        const applied = applyAll(empty, changes);
        if (!('theory' in applied)) throw new Error(JSON.stringify(applied.refusal));
        expect(graphOf(applied.theory)).toEqual(graphOf(theory));
      }),
      { numRuns: 300 },
    );
  });

  test('every fact that a form has, the text has too', () => {
    const names = [
      ...Object.values(BOX_MORE).flat(),
      ...LINK_MORE,
      ...THEORY_FACTS,
      ...Object.values(PIECE_WORDS).flatMap(({ fields }) => fields),
    ].map(({ label }) => label);
    expect(names).not.toContain(ABOUT);
    for (const name of names) expect(name).not.toMatch(/: |^(#|-|→|\|)/);
  });
});
