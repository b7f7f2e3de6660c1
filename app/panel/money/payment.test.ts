import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  penceOf,
  PaymentForm,
  financialQuarterOf,
  sayMoney,
  sayPaid,
  totalsOf,
  type Payment,
} from './payment.ts';

describe('an amount', () => {
  test.each([
    ['12', 1200],
    ['12.5', 1250],
    ['£1,012.50', 101_250],
    ['0.07', 7],
    [' £ 3.00 ', 300],
  ])('%s is %d pence', (typed, pence) => expect(penceOf(typed)).toBe(pence));

  test.each(['', 'twelve', '12.505', '-3', '1,23', '1e3', '12,50', '£', '٣'])(
    '%s is none',
    (typed) => expect(penceOf(typed)).toBeNull(),
  );

  test('comes back as it was said', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (pence) => {
        expect(penceOf(sayMoney(pence))).toBe(pence);
      }),
    );
  });
});

test('the quarters are those of the financial year', () => {
  expect(financialQuarterOf('2026-04-01')).toEqual({
    key: '2026-1',
    words: '2026–27 quarter 1 (April to June)',
  });
  expect(financialQuarterOf('2026-06-30').key).toBe('2026-1');
  expect(financialQuarterOf('2026-12-31').key).toBe('2026-3');
  expect(financialQuarterOf('2027-03-31').words).toBe('2026–27 quarter 4 (January to March)');
  expect(financialQuarterOf('2000-01-01').words).toBe('1999–00 quarter 4 (January to March)');
});

const payment = (change: Partial<Payment>): Payment => ({
  forDay: '2026-06-03',
  forWhat: 'Panel meeting',
  kind: 'thank-you',
  pence: 2000,
  how: 'voucher',
  evidence: 'not-needed',
  stream: 'Best Start grant',
  state: 'paid',
  paidOn: '2026-06-10',
  ...change,
});

describe('totals', () => {
  test('are by quarter and stream, without what was declined or withdrawn', () => {
    const totals = totalsOf([
      payment({}),
      payment({ kind: 'travel', pence: 430 }),
      payment({ stream: 'Public health', pence: 99 }),
      payment({ forDay: '2026-07-01', state: 'offered', paidOn: null }),
      payment({ state: 'declined', paidOn: null }),
      payment({ state: 'withdrawn' }),
    ]);
    expect(totals.map(({ quarter, stream, paid, open }) => [quarter, stream, paid, open])).toEqual([
      ['2026–27 quarter 2 (July to September)', 'Best Start grant', 0, 2000],
      ['2026–27 quarter 1 (April to June)', 'Public health', 99, 0],
      ['2026–27 quarter 1 (April to June)', 'Best Start grant', 2430, 0],
    ]);
    expect(totals[2]?.byKind).toEqual({ 'thank-you': 2000, travel: 430 });
  });

  test('add up to what was paid, whatever there is', () => {
    const some = fc.record({
      pence: fc.integer({ min: 1, max: 100_000 }),
      kind: fc.constantFrom('thank-you', 'travel', 'childcare', 'other'),
      state: fc.constantFrom('offered', 'paid', 'declined', 'withdrawn'),
      stream: fc.constantFrom('A', 'B'),
      forDay: fc.constantFrom('2026-03-31', '2026-04-01', '2027-01-09'),
    });
    fc.assert(
      fc.property(fc.array(some), (changes) => {
        const all = changes.map(payment);
        const totals = totalsOf(all);
        const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
        const paid = sum(all.filter(({ state }) => state === 'paid').map(({ pence }) => pence));
        expect(sum(totals.map((total) => total.paid))).toBe(paid);
        expect(sum(totals.flatMap(({ byKind }) => Object.values(byKind)))).toBe(paid);
      }),
    );
  });

  test('of one member are one sentence', () => {
    expect(sayPaid([])).toBe('Nothing was offered yet.');
    expect(sayPaid([payment({}), payment({ state: 'offered', pence: 500 })])).toBe(
      '£20.00 paid so far, £5.00 offered.',
    );
  });
});

describe('the form', () => {
  const typed = {
    member: 'm1',
    forDay: '2026-06-03',
    forWhat: 'Panel meeting',
    kind: 'thank-you',
    amount: '20',
    how: 'voucher',
    evidence: 'not-needed',
    stream: 'Best Start grant',
    warned: 'yes',
  };

  test('takes one member or several', () => {
    expect(PaymentForm.parse(typed)).toMatchObject({ member: ['m1'], amount: 2000 });
    expect(PaymentForm.parse({ ...typed, member: ['m1', 'm2'] }).member).toEqual(['m1', 'm2']);
  });

  test('asks for the warning, somebody, and an amount that can be', () => {
    const wrong = (change: object) =>
      PaymentForm.safeParse({ ...typed, ...change }).error?.issues[0]?.message;
    expect(wrong({ warned: undefined })).toContain('benefits');
    expect(wrong({ member: undefined })).toBe('Choose who it is for');
    expect(wrong({ amount: '0' })).toContain('12.50');
    expect(wrong({ amount: '1,000.01' })).toContain('split it');
  });
});
