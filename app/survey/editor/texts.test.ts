import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surveyTemplates } from '#templates/surveys/index.ts';
import { readTextFile, textFile } from './text-file.ts';
import { missingIn, putText, textsOf } from './texts.ts';
import { putWords, wordsIn } from './words-of.ts';

describe('the texts of a questionnaire', () => {
  it('are each found, put into a language, and there afterwards', () => {
    for (const { id, definition } of surveyTemplates) {
      const texts = textsOf(definition);
      expect(new Set(texts.map(({ key }) => key)).size, id).toBe(texts.length);
      const translated = texts.reduce(
        (so, { key }) => putText(so, key, 'ur', `ترجمہ ${key}`),
        definition,
      );
      const after = textsOf(translated);
      expect(missingIn(after, 'ur')).toEqual([]);
      expect(after.map(({ key, english }) => [key, english])).toEqual(
        texts.map(({ key, english }) => [key, english]),
      );
    }
  });

  it('come back from a translator’s file as they went, formulas and line breaks included', () => {
    const [template] = surveyTemplates;
    const texts = template ? textsOf(template.definition).slice(0, 5) : [];
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((text) => text.replaceAll(/[\0\r]/g, '').trim());
    fc.assert(
      fc.property(fc.array(words, { minLength: 5, maxLength: 5 }), (given) => {
        const filled = texts.map((text, at) => ({ ...text, words: { pl: given[at] ?? '' } }));
        const bytes = new TextEncoder().encode(textFile(filled, 'pl'));
        const read = readTextFile(bytes, texts, 'pl');
        const expected = filled.filter((text) => text.words.pl !== '');
        expect(read).toEqual({
          ok: true,
          texts: Object.fromEntries(expected.map((text) => [text.key, text.words.pl])),
          leftOut: [],
        });
      }),
    );
  });

  it('are left out, with the line, where the English has changed', () => {
    const text = { key: 'a/title', where: 'Question', english: 'How?', words: {}, long: false };
    const bytes = new TextEncoder().encode('key,where,English,pl\na/title,Question,Why?,Czemu?\n');
    expect(readTextFile(bytes, [text], 'pl')).toEqual({
      ok: true,
      texts: {},
      leftOut: [{ line: 2, message: 'The English changed since: it is now “How?”' }],
    });
    expect(readTextFile(bytes, [text], 'ur')).toMatchObject({ ok: false, problems: [{ line: 1 }] });
  });

  it('of one language do not touch another’s', () => {
    const word = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(word, word, word, (english, polish, urdu) => {
        const both = putWords(
          putWords(english === '' ? undefined : english, polish, 'pl'),
          urdu,
          'ur',
        );
        expect(wordsIn(both)).toBe(english);
        expect(wordsIn(both, 'pl')).toBe(polish);
        expect(wordsIn(putWords(both, '', 'pl'), 'ur')).toBe(urdu);
      }),
    );
  });
});
