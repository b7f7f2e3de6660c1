import { describe, expect, it } from 'vitest';
import { chooseLanguage, isPartly, languagesOfHeader, offeredIn } from './choose.ts';

describe('the language that somebody is spoken to in', () => {
  const offered = offeredIn({}, ['pl', 'ur', 'xx', 'pl']);

  it('is one that the survey is offered in', () => {
    expect(offered).toEqual(['en', 'pl', 'ur']);
    expect(offeredIn({ locale: 'cy' }, ['en'])).toEqual(['cy', 'en']);
    expect(offeredIn({ locale: 'fr' }, null)).toEqual(['en']);
  });

  it.each([
    [{ chosen: ['ur', 'pl'], browser: ['pl'] }, 'pl', 'ur'],
    [{ chosen: [undefined, 'so'], browser: ['pl-PL'] }, 'ur', 'ur'],
    [{ chosen: [], browser: ['so', 'pl-PL', 'ur'] }, null, 'pl'],
    [{ chosen: ['<script>'], browser: [] }, 'de', 'en'],
  ])('%j, before %j: %s', (wanted, before, language) => {
    expect(chooseLanguage(offered, wanted, before)).toBe(language);
  });

  it('is read from what a phone says, best first', () => {
    expect(languagesOfHeader('en-GB,en;q=0.5, ur;q=0.9,pl;q=0')).toEqual(['en-GB', 'ur', 'en']);
    expect(languagesOfHeader(null)).toEqual([]);
    expect(languagesOfHeader(';;,*;q=x,,')).toEqual([]);
  });
});

describe('a text that is not translated', () => {
  it('makes the survey partly English', () => {
    expect(isPartly([{ default: 'Yes', pl: 'Tak' }], 'pl', 'en')).toBe(false);
    expect(isPartly([{ default: 'Yes', pl: 'Tak' }, 'No'], 'pl', 'en')).toBe(true);
    expect(isPartly(['No', undefined, ''], 'en', 'en')).toBe(false);
    expect(isPartly([undefined, ''], 'pl', 'en')).toBe(false);
  });
});
