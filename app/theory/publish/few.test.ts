import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewIn } from './few.ts';

const few = (what: string, basis = 'families') =>
  fewIn({ kind: 'evidence', more: { what, basis } });

describe('words that tell of few people', () => {
  test.each([
    '3 mothers said so',
    'one young father',
    'Only nine families came',
    '3 of the 24 families told us',
    'Three out of 20 parents',
    '3/24 parents',
    'Only 3 said',
    '4 young single mothers',
    'a mother told us',
    '4 grandmothers',
    '2 girls',
    'In 3 wards nobody came',
    '4-5 families',
    '3 in 24 parents',
    'Under 5 parents came',
    'Both said so',
    'A few of them asked',
    'A parent carer walks an hour',
    'An older single dad wants it',
    'She told us',
    'The father then said',
    '٣ مائیں',
    'A child of ours waited',
    'Two, of 40, came',
  ])('%s', (what) => {
    for (const basis of ['families', 'practice', 'data', '']) {
      expect(few(what, basis), basis).not.toBeNull();
    }
  });

  test.each([
    '43 mothers said so',
    '1 in 4 families',
    'One in four parents; two in five fathers; 9 in 10 babies',
    '4% of parents, 2.5 per cent of carers, nine per cent of fathers',
    'children under 2 people say',
    'Parents of children aged 3 to 5 and of 2-year-olds',
    'They wait nine months, until 6pm, since 2024, for £5',
    'Two thirds of 1,204 families, and 104 of 215 fathers',
    'nobody, and no one else',
    'A family hub and a child development check help; a parent panel asked for one-to-one time',
    'Every parent wants the best for the child',
  ])('not: %s', (what) => expect(few(what)).toBeNull());

  test('in research are plain counts of people', () => {
    expect(few('Two of the fathers came', 'research')).toBe('Two of the fathers');
    expect(few('A parent was seen in 3 wards over 2 phases', 'research')).toBeNull();
  });

  test('whatever number and whatever people', () => {
    const number = fc.oneof(
      fc.integer({ min: 1, max: 9 }).map(String),
      fc.constantFrom('one', 'Two', 'three', 'FOUR', 'five', 'six', 'seven', 'eight', 'nine'),
    );
    const between = fc.constantFrom(
      ' ',
      ' of the 31 ',
      ' out of 20 ',
      '/24 ',
      ' very tired ',
      ', ',
    );
    const who = fc.constantFrom('grandmothers', 'pupils', 'referrals', 'twins', 'said', 'of us');
    fc.assert(
      fc.property(number, between, who, (n, gap, people) => {
        expect(few(`We asked and ${n}${gap}${people} came`)).not.toBeNull();
      }),
    );
  });

  test('only in evidence', () => {
    expect(fewIn({ kind: 'measure', more: { what: '3 mothers' } })).toBeNull();
  });
});
