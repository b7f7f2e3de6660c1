import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { worryingWords } from '#templates/care/index.ts';
import { processorTime } from '#test/processor-time.ts';
import { flagWords, sayWorry } from './flag-words.ts';

/** What families write every day, near the words of the list: none of it may be flagged. */
const EVERYDAY = [
  'The bus fare hits us hard every month.',
  'Prices hit my family really badly this year.',
  'The hub is beaten only by the library.',
  'My son hit his head on the climbing frame and staff were lovely.',
  'She hit her knee at soft play and somebody found a plaster at once.',
  'He hits other children at nursery and we would like help with behaviour.',
  'I am dying for a coffee morning with other mums.',
  'I could have killed for a cup of tea after that night.',
  'It kills me that the group stopped.',
  'A domestic abuse service in the hub would help many families.',
  'Talks about suicide prevention should be held for dads.',
  'More support with mental health after birth, please.',
  'I was scared of going to the group on my own the first time.',
  'My daughter is afraid of dogs, so the park is difficult.',
  'I am afraid the hub will close.',
  'It is not safe to cross the road at Mill Lane.',
  'The pavement is not safe for prams.',
  'My baby will not sleep and I am exhausted.',
  'We do not want to live in Aldermere for ever, but it is home.',
  'The baby was sick in the car.',
  'My little one was sleeping in the car when the health visitor rang.',
  'She beat me at cards, we had a lovely time.',
  'The kids are hungry after swimming, so a snack would be nice.',
  'Nobody hits anybody at our group.',
  'He never hit me, he is a lovely dad.',
  'The staff touched my heart.',
  'Rape seed oil and spiced soup from the community kitchen were great.',
  'I want to die of embarrassment when he screams in the waiting room.',
  'They threatened us with a fine for the car park.',
  'The crying attacks my nerves.',
  'Let the children beat drums, it is great fun.',
  'I cut myself on the broken gate by the entrance.',
  'Dzieci są szczęśliwe w bibliotece.',
  'زوجي يعمل ليلا وأحتاج إلى مساعدة',
  'مجھے انگریزی کلاس چاہیے',
  '',
  '   ',
];

const WORRYING: [string, string][] = [
  ['My partner hits me when he drinks.', 'hurt'],
  ['He beats up the kids', 'hurt'],
  ['my HUSBAND\nhit   my daughter', 'hurt'],
  ['She is hurting him and nobody listens', 'hurt'],
  ['I shook my baby last night', 'hurt'],
  ['I am scared of my ex, he waits outside', 'fear'],
  ['I don’t feel safe at home', 'fear'],
  ['He won’t let me leave the house', 'fear'],
  ['Sometimes I want to kill myself', 'self-harm'],
  ['they would be better off without me', 'self-harm'],
  ['My uncle touched my daughter', 'sexual'],
  ['My kids are going hungry at the end of the month', 'need'],
  ['Mąż mnie bije', 'hurt'],
  ['хочу померти', 'self-harm'],
  ['زوجي يضربني كل يوم', 'hurt'],
  ['وہ مجھے مارتا ہے', 'hurt'],
];

describe('the cautious list of words', () => {
  test.each(EVERYDAY)('leaves alone: %s', (sentence) => {
    expect(flagWords(sentence)).toEqual([]);
  });

  test.each(WORRYING)('finds: %s', (sentence, group) => {
    expect(flagWords(sentence)).toContain(group);
  });

  test('finds a phrase wherever it stands in a long text, and in whatever case', () => {
    const words = fc.array(fc.constantFrom('the', 'hub', 'was', 'open', 'on', 'Friday', '–', '“'));
    fc.assert(
      fc.property(words, words, fc.boolean(), (before, after, loud) => {
        const phrase = loud ? 'MY EX HITS ME' : 'my ex hits me';
        expect(flagWords([...before, phrase, ...after].join(' '))).toEqual(['hurt']);
      }),
    );
  });

  test('is quick and never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (text) => {
        expect(Array.isArray(flagWords(text))).toBe(true);
      }),
      { numRuns: 60 },
    );
    const long = 'my ex hit the my partner is '.repeat(2000);
    const started = processorTime();
    flagWords(long);
    expect(processorTime() - started).toBeLessThan(1000);
  });

  test('can say why, and finds its own phrases', () => {
    for (const { id, phrases } of worryingWords.groups) {
      expect(sayWorry(id)).not.toContain('list of worrying words');
      for (const phrase of Object.values(phrases).flat()) {
        const filled = phrase.replace(/\{(\w+)\}/g, (_, set: string) => {
          return worryingWords.sets[set]?.[0] ?? '';
        });
        expect(flagWords(`x ${filled} x`), phrase).toContain(id);
      }
    }
  });
});
