import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxOf, linkOf, pieceOf, theoryOf } from '#test/some-theories.ts';
import { plainText } from '#app/http/plain-text.ts';
import { BOX_TYPES, linkKindBetween, PIECE_KINDS, type Theory } from '../graph.ts';
import { fromCsv, toCsv } from './csv.ts';
import { fromGraphml, toGraphml } from './graphml.ts';
import { fromJson, toJson, type ReadTheory } from './json.ts';
import { readTheoryFile } from './read-file.ts';
import { fromTables, tablesIn, toTables } from './tables.ts';
import { readCsv } from '#app/survey/csv.ts';
import { readXml } from './xml.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** What breaks files: quotation marks, markup, formulas, other writing, signs that XML refuses. */
const NASTY = [
  '"',
  "'",
  ',',
  ';',
  '=1+1',
  '+44',
  '-',
  '@SUM(A1)',
  "'=1",
  '<script>alert(1)</script>',
  ']]>',
  '&amp;',
  '\n',
  '\t',
  '\u0001',
  '\u000b',
  '\ufffe',
  'خاندان',
  '👩‍👧',
  '\u2028',
  '\u0085',
  '{"a":1}',
  '|',
  '-->',
  '#quot;',
];
const nasty = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme', maxLength: 12 })), {
    maxLength: 5,
  })
  // What can be stored: texts come in through forms that leave out what no file can hold.
  .map((parts) => plainText(parts.join(' ')));
const label = nasty.map((each) => each.trim()).filter((each) => each !== '');
const more = fc.dictionary(
  fc.constantFrom('lead', 'benefits', 'owner', 'feedback', 'part', 'type', 'label'),
  label,
);
// A box that was tidied up stands at a height in its column and has no x of its own.
const place = fc.option(fc.integer({ min: -900, max: 900 }));

const anyTheory: fc.Arbitrary<Theory> = fc
  .record({
    title: label,
    more,
    boxes: fc.array(
      fc.record({
        type: fc.constantFrom(...BOX_TYPES),
        label,
        detail: nasty,
        more,
        x: place,
        y: place,
      }),
      { maxLength: 8 },
    ),
    links: fc.array(fc.record({ from: fc.nat(), to: fc.nat(), reason: nasty, more }), {
      maxLength: 12,
    }),
    pieces: fc.array(
      fc.record({ kind: fc.constantFrom(...PIECE_KINDS), on: fc.option(fc.nat()), more }),
      { maxLength: 6 },
    ),
  })
  .map(({ title, more: about, boxes: made, links, pieces }) => {
    const boxes = made.map((box, index) =>
      boxOf(box.type, `b "<${index}`, { ...box, position: index / 2 }),
    );
    const linked = links.flatMap(({ from, to, reason, more: facts }, index) => {
      const [source, target] = [boxes[from % boxes.length], boxes[to % boxes.length]];
      if (source === undefined || target === undefined) return [];
      const kind = linkKindBetween(source.type, target.type);
      return [{ ...linkOf(source.id, target.id, kind), id: `=l${index}`, reason, more: facts }];
    });
    const things = [...boxes, ...linked];
    const about2 = pieces.map(({ kind, on, more: said }, index) => {
      const thing = on === null ? undefined : things[on % Math.max(1, things.length)];
      return pieceOf(`-p${index}`, kind, thing?.id ?? null, said);
    });
    return {
      ...theoryOf(boxes, linked, title.slice(0, 200).trim()),
      id: '',
      more: about,
      pieces: about2,
    };
  });

function theoryIn(read: ReadTheory): Theory {
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.theory;
}

function graphml(text: string): ReadTheory {
  const xml = readXml(text);
  if (!xml.ok) throw new Error(`${xml.line}: ${xml.message}`);
  return fromGraphml(xml.root, 'Other');
}

function tables(theory: Theory): ReadTheory {
  const read = toTables(theory).map(({ text }) => {
    const csv = readCsv(bytes(text));
    if (!csv.ok) throw new Error(JSON.stringify(csv.problems));
    return csv.rows;
  });
  const found = tablesIn(read);
  if (found === null) throw new Error('No table of boxes');
  return fromTables(found, 'Other');
}

describe('what is lossless gives the same theory back, whatever its words are', () => {
  test.each<[string, (theory: Theory) => ReadTheory]>([
    ['JSON', (theory) => fromJson(toJson(theory), 'Other')],
    ['one table', (theory) => fromCsv(bytes(toCsv(theory)), 'Other')],
    ['several tables', tables],
    ['GraphML', (theory) => graphml(toGraphml(theory))],
  ])('%s', (_name, roundTrip) => {
    fc.assert(
      fc.property(anyTheory, (theory) => {
        expect(theoryIn(roundTrip(theory))).toEqual(theory);
      }),
      { numRuns: 60 },
    );
  });

  test('a file is read for what it is, whatever it is called', () => {
    fc.assert(
      fc.property(anyTheory, (theory) => {
        for (const text of [toJson(theory), toCsv(theory), toGraphml(theory)]) {
          expect(theoryIn(readTheoryFile(bytes(text), 'Other'))).toEqual(theory);
        }
      }),
      { numRuns: 30 },
    );
  });
});

test('a spreadsheet runs nothing of a table', () => {
  const formula = theoryOf(
    [boxOf('activity', 'a', { label: '=HYPERLINK("http://x")', more: { lead: '@me' } })],
    [],
    '+1',
  );
  const all = [toCsv(formula), ...toTables(formula).map(({ text }) => text)].join('\n');
  expect(all).not.toMatch(/(^|,|\n)"?[=+@]/);
  expect(all).toContain(`'=HYPERLINK`);
});
