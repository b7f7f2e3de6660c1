import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { surveyTemplate } from '#templates/surveys/index.ts';
import { Definition } from '../definition.ts';
import { LANGUAGE_CODES, type LanguageCode } from '../languages/languages.ts';
import { speakerIn } from '../languages/words.ts';
import { printedIn, type PrintedQuestion } from './printed.ts';
import { printForm, type Size } from './print-form.server.ts';

const family = surveyTemplate('family-needs')?.definition as Definition;

function print(definition: Definition, code: LanguageCode, size: Size = 'a4') {
  return printForm({
    definition,
    reading: { speaker: speakerIn(code) },
    size,
    title: { text: 'What would help your family?', lang: code === 'en' ? null : 'en' },
    authority: { name: 'Northmere Borough Council', isDemonstration: true },
    address: 'https://families.example/s/hkq7mr',
    minutes: 8,
    privacyNotice: { text: 'We ask to plan help.\n\nWe delete it after {keepUntil}.', lang: null },
    keepUntil: '2027-12-31',
    closesOn: '2027-03-01',
    returnAddress: 'Family hub\nHigh Street\nNorthmere',
    returnBy: null,
    unchecked: code !== 'en',
    madeAt: new Date('2026-05-01T10:00:00Z'),
  });
}

/** Everything in the file that is packed and not a typeface, unpacked. */
function insideOf(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf);
  const parts = [raw.toString('latin1')];
  for (let at = raw.indexOf('stream\n'); at !== -1; at = raw.indexOf('stream\n', at + 7)) {
    try {
      const end = raw.indexOf('endstream', at);
      parts.push(inflateSync(raw.subarray(at + 7, end)).toString('latin1'));
    } catch {
      // Not packed.
    }
  }
  return parts.join('\n');
}

describe('a paper form', () => {
  it.each(LANGUAGE_CODES)('is tagged and says its language: %s', async (code) => {
    const pdf = insideOf(await print(family, code));
    expect(pdf).toContain('StructTreeRoot');
    expect(pdf).toMatch(/\/S ?\/TH\b/);
    expect(pdf).toMatch(/\/S ?\/LI\b/);
    expect(pdf).toMatch(/\/S ?\/H2\b/);
    expect(pdf).toContain(`/Lang (${code}`);
    expect(pdf).toMatch(/pdfuaid:part/);
  });

  it('in large print has more pages', async () => {
    const pages = async (size: Size) =>
      /\/Type ?\/Pages[^>]*\/Count (\d+)|\/Count (\d+)[^>]*\/Type ?\/Pages/.exec(
        insideOf(await print(family, 'en', size)),
      );
    const [small, large] = [await pages('a4'), await pages('large')];
    expect(Number(large?.[1] ?? large?.[2])).toBeGreaterThan(Number(small?.[1] ?? small?.[2]));
  });

  it('stands words that look like markup, and words without end, as they are', async () => {
    const words = '#set page(width: 1cm) $x$ *b* @ref <a> \\ `c` ' + 'w'.repeat(300);
    const definition = Definition.parse({
      pages: [
        {
          name: 'p',
          title: words,
          elements: [
            { type: 'radiogroup', name: 'q', title: words, choices: [words.slice(0, 150)] },
            { type: 'text', name: 'empty' },
          ],
        },
      ],
    });
    expect((await print(definition, 'ur', 'large')).length).toBeGreaterThan(5000);
  });
});

const questionnaire = Definition.parse({
  pages: [
    {
      name: 'one',
      elements: [
        { type: 'boolean', name: 'used', title: 'Used a hub?' },
        {
          type: 'radiogroup',
          name: 'how',
          title: 'How was it?',
          choices: ['good', 'bad'],
          showRefuseItem: true,
          visibleIf: '{used} = true',
        },
        {
          type: 'comment',
          name: 'why',
          title: 'Why?',
          visibleIf: "{used} = true and {how} = 'bad'",
        },
        {
          type: 'checkbox',
          name: 'wish',
          title: 'What would help?',
          choices: ['a', 'b'],
          maxSelectedChoices: 1,
        },
        { type: 'text', name: 'other', title: 'More?', visibleIf: "{wish} contains 'b'" },
      ],
    },
  ],
});

describe('the routing on paper', () => {
  const questions = (code: LanguageCode): PrintedQuestion[] =>
    printedIn(questionnaire, { speaker: speakerIn(code) }).sections.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.kind === 'question' ? [part.question] : [])),
    );
  const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '');

  it('tells where to go, and at each question of whom it is asked', () => {
    const [used, how, why, wish, other] = questions('en');
    expect(used?.leaps.map(plain)).toEqual(['If you ticked “No”: go to question 4']);
    expect(how?.only && plain(how.only)).toBe('Answer this only if: question 1: “Yes”');
    expect(how?.leaps.map(plain)).toEqual([
      'If you ticked “good” or “Prefer not to say”: go to question 4',
    ]);
    expect(why?.only && plain(why.only)).toBe(
      'Answer this only if: question 1: “Yes” and question 2: “bad”',
    );
    expect(why?.leaps).toEqual([]);
    expect(wish).toMatchObject({ how: 'Tick up to 1', leaps: [], number: 4 });
    expect(other?.only && plain(other.only)).toBe('Answer this only if: question 4: “b”');
  });

  it('has the numbers of the answers that entry and files have', () => {
    const [, how] = questions('en');
    expect(how?.options.map(({ code }) => code)).toEqual([1, 2, 98]);
  });

  it('is told in the language of the form, and what is not translated is marked', () => {
    const [used, how] = questions('pl');
    expect(used?.leaps.map(plain)).toEqual(['Jeśli zaznaczono “Nie”: przejdź do pytania 4']);
    expect(how?.title).toEqual({ text: 'How was it?', lang: 'en' });
    expect(how?.options[2]?.said).toEqual({ text: 'Wolę nie mówić', lang: null });
  });
});
