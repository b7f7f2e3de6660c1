import { describe, expect, it } from 'vitest';
import { countBurst } from './burst.server.ts';
import { isTooFast, paceStep } from './pace.ts';

describe('too fast', () => {
  const twentyFive = [
    { step: 40, answers: 5 },
    { step: 20, answers: 12 },
    { step: 24, answers: 8 },
  ];

  it('is less than a third of the time that half of the others needed', () => {
    // The 13th of 25 lies in step 24: 360 seconds or more.
    expect(isTooFast(119, twentyFive)).toBe(true);
    expect(isTooFast(120, twentyFive)).toBe(false);
  });

  it('is not said of the first twenty', () => {
    expect(isTooFast(1, [{ step: 40, answers: 19 }])).toBe(false);
    expect(isTooFast(1, [])).toBe(false);
  });

  it('keeps times in steps of 15 seconds, up to an hour', () => {
    expect([0, 14.9, 15, 100, 5000, -3].map(paceStep)).toEqual([0, 0, 1, 6, 240, 0]);
  });
});

describe('many from one network', () => {
  it('are told by bands, apart for each survey, and forgotten overnight', () => {
    const flags = Array.from({ length: 50 }, () => countBurst('a', 's', '2026-05-01'));
    expect(flags[8]).toBeUndefined();
    expect(flags[9]).toBe('burst-10');
    expect(flags[49]).toBe('burst-50');
    expect(countBurst('a', 'other', '2026-05-01')).toBeUndefined();
    expect(countBurst('a', 's', '2026-05-02')).toBeUndefined();
    expect(countBurst('', 's', '2026-05-02')).toBeUndefined();
  });
});
