import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxOf, linkOf, pieceOf, theoryOf } from '#test/some-theories.ts';
import { BOX_TYPES, nameKey, TYPE_WORDS, type Theory } from '../graph.ts';
import { readText } from './read-text.ts';
import { headingMeans, headingOf, PIECE_WORDS } from './words-of-text.ts';
import { writeText } from './write-text.ts';

/** A box of each type, evidence, a measure and a part, under an authority's own names. */
function named(more: Theory['more']): Theory {
  const boxes = BOX_TYPES.map((type) => boxOf(type, `the-${type}`));
  const pieces = [
    pieceOf('one-evidence', 'evidence', 'the-activity'),
    pieceOf('one-measure', 'measure', 'the-output'),
    pieceOf('one-part', 'part', null),
  ];
  return { ...theoryOf(boxes, [linkOf('the-activity', 'the-output')]), more, pieces };
}

/** What the text of a theory is read as: each box's type, each piece's kind. */
function readBack(theory: Theory) {
  const read = readText(writeText(theory));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return {
    types: read.theory.boxes.map(({ type }) => type),
    kinds: read.theory.pieces.map(({ kind }) => kind),
  };
}

const ALL = { types: [...BOX_TYPES], kinds: ['evidence', 'measure', 'part'] };

describe('the headings of a text', () => {
  test.each(['Measures', 'evidence', ' PARTS'])('“%s” is never the heading of a type', (own) => {
    const theory = named({ nameEarlyOutcome: own });
    expect(headingOf(theory, 'earlyOutcome')).toBe('Early outcomes');
    expect(headingMeans(theory.more, own)).toBeNull();
    expect(readBack(theory)).toEqual(ALL);
  });

  test('a name that two tiers have is the heading of neither', () => {
    const theory = named({ nameEarlyOutcome: 'Changes', nameLaterOutcome: 'changes ' });
    expect(headingOf(theory, 'earlyOutcome')).toBe('Early outcomes');
    expect(headingOf(theory, 'laterOutcome')).toBe('Later outcomes');
    expect(readBack(theory)).toEqual(ALL);
  });

  test('the usual name of another type stays that type’s', () => {
    const theory = named({ nameEarlyOutcome: 'Long-term outcomes', nameLongTermOutcome: 'Ends' });
    expect(headingOf(theory, 'earlyOutcome')).toBe('Early outcomes');
    expect(headingOf(theory, 'longTermOutcome')).toBe('Ends');
    expect(readBack(theory)).toEqual(ALL);
  });

  test('whatever the types are called, the text is read as it was written', () => {
    const name = fc.oneof(
      fc.constantFrom(
        ...BOX_TYPES.map((type) => TYPE_WORDS[type].many),
        ...Object.values(PIECE_WORDS).map(({ heading }) => heading),
      ),
      fc.constantFrom('Changes', 'changes', 'Outcomes', 'What we do', '#', '# Ends', '\\n'),
      fc.string({ unit: 'grapheme', maxLength: 12 }).filter((each) => !/\p{Cc}/u.test(each)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...BOX_TYPES), name)), (names) => {
        const more = names.map(([type, own]) => [nameKey(type), own] as const);
        expect(readBack(named(Object.fromEntries(more)))).toEqual(ALL);
      }),
    );
  });
});
