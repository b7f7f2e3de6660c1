import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountsOf, pounds, poundsToType, readPounds, sumInWords, sumOf } from './money.ts';
import { aLine, aStream, someLines, someStreams } from '#test/some-plans.ts';

describe('reading an amount', () => {
  test.each([
    ['£1,234.50', 123_450],
    ['1234.5', 123_450],
    ['1 234', 123_400],
    ['0', 0],
    ['£ 12', 1_200],
    ['15,354,500', 1_535_450_000],
    ['0.01', 1],
    ['7.', 700],
  ])('%s is %i pence', (typed, pence) => {
    expect(readPounds(typed)).toEqual({ ok: true, pence });
  });

  test('nothing typed is not known, and never nought', () => {
    expect(readPounds('  ')).toEqual({ ok: true, pence: null });
    expect(readPounds('£')).toEqual({ ok: true, pence: null });
  });

  test.each([
    ['12,34', 'in pounds'],
    ['1.234,50', 'in pounds'],
    ['1.234', 'two figures after the point'],
    ['-5', 'nought or more'],
    ['12k', 'figures only'],
    ['about 100', 'figures only'],
    ['1e9', 'figures only'],
    ['1000000000.01', 'at most £1,000,000,000'],
    ['99999999999999999999', 'at most'],
    ['1,23,456', 'in pounds'],
    ['..', 'in pounds'],
  ])('%s is refused with what to do', (typed, says) => {
    const read = readPounds(typed, 'the cost');
    expect(read.ok).toBe(false);
    expect(!read.ok && read.message).toMatch(/^Enter the cost/);
    expect(!read.ok && read.message).toContain(says);
  });

  test('what is written reads back as the same pence', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000_000 }), (pence) => {
        expect(readPounds(pounds(pence))).toEqual({ ok: true, pence });
        expect(readPounds(poundsToType(pence))).toEqual({ ok: true, pence });
      }),
    );
  });
});

test('amounts below nought carry a minus sign', () => {
  expect(pounds(-150_005)).toBe('−£1,500.05');
});

describe('sums', () => {
  test('say what is missing', () => {
    const lines = [aLine({ costPence: 1_200_000 }), aLine({ costPence: null })];
    expect(sumInWords(sumOf(lines))).toBe('£12,000 and 1 cost not known');
    expect(sumInWords(sumOf([aLine({ costPence: null })]))).toBe('Not known');
    expect(sumInWords(sumOf([]))).toBe('£0');
  });

  test('Doncaster 2022: £1.334m and £0.758m make £2.092m, £6,000 short of the £2.098m printed', () => {
    const read = (typed: string) => {
      const amount = readPounds(typed);
      return amount.ok ? amount.pence : null;
    };
    const lines = ['1,334,000', '758,000'].map((typed) => aLine({ costPence: read(typed) }));
    expect(sumOf(lines).pence).toBe(209_200_000);
    expect((read('2,098,000') ?? 0) - sumOf(lines).pence).toBe(600_000);
  });
});

describe('the accounts of a plan', () => {
  test('show over-commitment, what outlives its money and what has no money', () => {
    const stream = aStream({ id: 's', amountPence: 10_000, endsOn: '2027-03-31' });
    const kept = aLine({ streamId: 's', costPence: 9_000, endsOn: '2027-03-31' });
    const longer = aLine({ streamId: 's', costPence: 2_000, endsOn: '2027-04-01' });
    const loose = aLine({ streamId: null, costPence: null });
    const stopped = aLine({ streamId: 's', costPence: 7_000, status: 'stopped' });
    const accounts = accountsOf([kept, longer, loose, stopped], [stream]);
    expect(accounts.streams[0]).toMatchObject({ leftPence: -1_000, outlive: [longer] });
    expect(accounts.unfunded?.committed).toEqual({ pence: 0, known: 0, unknown: 1 });
    expect(accounts.stopped).toEqual([stopped]);
    expect(accounts.total.leftPence).toBe(-1_000);
  });

  test('add up over every cut, for any plan', () => {
    fc.assert(
      fc.property(someStreams, someLines, (streams, lines) => {
        const accounts = accountsOf(lines, streams);
        const parts = [...accounts.streams, ...(accounts.unfunded ? [accounts.unfunded] : [])];
        const pence = parts.reduce((sum, part) => sum + part.committed.pence, 0);
        const unknown = parts.reduce((sum, part) => sum + part.committed.unknown, 0);
        const counted = parts.reduce((sum, part) => sum + part.lines.length, 0);
        expect(pence).toBe(accounts.total.committed.pence);
        expect(unknown).toBe(accounts.total.committed.unknown);
        expect(counted + accounts.stopped.length).toBe(lines.length);
      }),
    );
  });
});
