import { describe, expect, it } from 'vitest';
import { ENGLISH, type WordName } from './english.ts';
import { LANGUAGE_CODES, LANGUAGES } from './languages.ts';
import { makeSpeaker, namesIn } from './speaker.ts';
import { speakerIn, WORDS } from './words.ts';

const NAMES = Object.keys(ENGLISH) as WordName[];
const others = LANGUAGE_CODES.filter((code) => code !== 'en');

/** The letters that most of a text in a language are of. */
const WRITING: Readonly<Record<string, RegExp>> = {
  pa: /\p{Script=Gurmukhi}/u,
  ur: /\p{Script=Arabic}/u,
  ar: /\p{Script=Arabic}/u,
  bn: /\p{Script=Bengali}/u,
  uk: /\p{Script=Cyrillic}/u,
};

describe.each(others)('our words in %s', (code) => {
  it('are all there, each with the same names in braces', () => {
    expect(Object.keys(WORDS[code]).sort()).toEqual([...NAMES].sort());
    for (const name of NAMES) {
      expect(WORDS[code][name].trim(), name).toBe(WORDS[code][name]);
      expect(WORDS[code][name], name).not.toBe('');
      expect(namesIn(WORDS[code][name]), name).toEqual(namesIn(ENGLISH[name]));
    }
  });

  it('are not the English ones, and are written in its own letters', () => {
    const same = NAMES.filter((name) => WORDS[code][name] === ENGLISH[name]);
    expect(same).toEqual([]);
    const writing = WRITING[code] ?? /\p{Script=Latin}/u;
    expect(NAMES.filter((name) => !writing.test(WORDS[code][name]))).toEqual([]);
  });

  it('write days and numbers in Western digits of the common calendar', () => {
    const { day, number } = speakerIn(code);
    expect(day('2026-12-04')).toMatch(/\b2026\b/);
    expect(day('2026-12-04')).toMatch(/(^|\D)4(\D|$)/);
    expect(number(200)).toBe('200');
  });
});

describe('a speaker', () => {
  it('fills in what stands in braces, and leaves what is not given', () => {
    const { say, day } = speakerIn('en');
    expect(say('room', { characters: 2000 })).toBe('You can write up to 2,000 characters.');
    expect(say('closesOn', { day: day('2026-12-04') })).toBe(
      'You can answer until the end of Friday 4 December 2026.',
    );
    expect(say('eraseHint')).toBe('Such as {reference}');
  });

  it('keeps the direction of words from elsewhere inside a text from right to left', () => {
    expect(speakerIn('ur').say('eraseHint', { reference: 'K7QM-4RXD' })).toBe(
      'جیسے \u2068K7QM-4RXD\u2069',
    );
    expect(speakerIn('en').say('mustEnter', { title: 'آپ' })).toContain('\u2068آپ\u2069');
    expect(speakerIn('pl').say('eraseHint', { reference: 'K7QM' })).toBe('Na przykład K7QM');
  });

  it('uses the wording that an authority’s own speaker gave', () => {
    expect(speakerIn('pl', { send: 'Wyślij' }).words.send).toBe('Wyślij');
    expect(speakerIn('pl').words.send).toBe('Wyślij odpowiedzi');
    expect(makeSpeaker(LANGUAGES[2]!, WORDS.pl).words.send).toBe('Wyślij odpowiedzi');
  });
});
