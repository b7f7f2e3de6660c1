import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureSince, newestFigure } from './figure-on-thread.ts';
import type { KeptValue } from './values.ts';

const OF = { id: 'm', unit: 'per cent' };
const QUARTERS = [
  ['2026-04-01', '2026-06-30'],
  ['2026-07-01', '2026-09-30'],
] as const;

function row(id: string, quarter: 0 | 1, value: number, on: string, more: Partial<KeptValue> = {}) {
  const [start, end] = QUARTERS[quarter];
  const at = new Date(`${on}T10:00:00Z`);
  const counts = { numerator: null, denominator: null };
  const kept = { measureId: 'm', breakdown: '', group: '', note: '', personName: 'Grace', at };
  return { id, start, end, value, ...counts, ...kept, replacedBy: '', withdrawn: false, ...more };
}

const tiedOn = new Date('2026-08-01T10:00:00Z');

describe('the figure behind a tie', () => {
  test('is no other because a newer period came', () => {
    const values = [row('a', 0, 61, '2026-07-05'), row('b', 1, 66, '2026-10-05')];
    expect(figureSince(OF, values, tiedOn)).toBeNull();
    expect(newestFigure(OF, values)).toMatchObject({
      words: '66% in Jul to Sept 2026',
      by: 'Grace',
    });
  });

  test('was corrected since: both figures, who and when, along a chain of corrections', () => {
    const values = [
      row('a', 0, 61, '2026-07-05', { replacedBy: 'b' }),
      row('b', 0, 64, '2026-08-20', { replacedBy: 'c', personName: 'Priya' }),
      row('c', 0, 63.1, '2026-09-01', { personName: 'Tom' }),
    ];
    expect(figureSince(OF, values, tiedOn)).toEqual({
      then: '61% in Apr to Jun 2026',
      now: '63.1% in Apr to Jun 2026',
      by: 'Tom',
      at: new Date('2026-09-01T10:00:00Z'),
    });
    expect(figureSince(OF, values, new Date('2026-08-25T00:00:00Z'))?.then).toContain('64%');
    expect(figureSince(OF, values, new Date('2026-09-02T00:00:00Z'))).toBeNull();
  });

  test('was taken out since', () => {
    const values = [
      row('a', 0, 61, '2026-07-05', { replacedBy: 'b' }),
      row('b', 0, 61, '2026-08-20', { withdrawn: true, personName: 'Priya' }),
    ];
    expect(figureSince(OF, values, tiedOn)).toMatchObject({ now: null, by: 'Priya' });
    expect(newestFigure(OF, values)).toBeNull();
  });

  test('is not told where it stands for few people, then or now', () => {
    const few = { id: 'm', unit: 'families' };
    const values = [
      row('a', 0, 3, '2026-07-05', { replacedBy: 'b' }),
      row('b', 0, 40, '2026-08-20'),
    ];
    expect(figureSince(few, values, tiedOn)?.then).toBe('');
    const fewer = [
      row('a', 0, 40, '2026-07-05', { replacedBy: 'b' }),
      row('b', 0, 3, '2026-08-20'),
    ];
    const since = figureSince(few, fewer, tiedOn);
    expect(since).toMatchObject({ then: '', now: '[c] in Apr to Jun 2026' });
  });

  test('says nothing while there is none', () => {
    expect(newestFigure(OF, [])).toBeNull();
    expect(figureSince(OF, [], tiedOn)).toBeNull();
  });
});

test('any chain of corrections ends, and the last of it is what stands', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 8 }),
      (all) => {
        const values = all.map((value, at) =>
          row(String(at), 0, value, `2026-08-${String(at + 2).padStart(2, '0')}`, {
            replacedBy: at === all.length - 1 ? '' : String(at + 1),
          }),
        );
        const first = new Date('2026-08-02T12:00:00Z');
        const since = figureSince(OF, values, first);
        const last = all.at(-1) ?? 0;
        expect(newestFigure(OF, values)?.words).toBe(`${last}% in Apr to Jun 2026`);
        if (all.length === 1) expect(since).toBeNull();
        else expect(since?.now).toBe(`${last}% in Apr to Jun 2026`);
      },
    ),
  );
});
