import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChangedRequest, dueOn, sayStanding } from './requests.ts';

// The examples are those of the Information Commissioner's guidance on time limits.
test.each([
  ['2026-09-03', 0, '2026-10-03'],
  ['2026-03-31', 0, '2026-04-30'],
  ['2027-01-31', 0, '2027-02-28'],
  ['2028-01-30', 0, '2028-02-29'],
  ['2026-12-15', 0, '2027-01-15'],
  ['2026-12-31', 2, '2027-03-31'],
  ['2026-11-30', 2, '2027-02-28'],
])('what came in on %s and was put off by %i months is due on %s', (came, months, due) => {
  expect(dueOn(came, months)).toBe(due);
});

test('nobody ever has less than 28 days or more than 31 a month', () => {
  const day = fc.date({
    min: new Date('2020-01-01'),
    max: new Date('2040-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, (at) => {
      const came = at.toISOString().slice(0, 10);
      const days = (Date.parse(dueOn(came)) - Date.parse(came)) / 86_400_000;
      expect(days).toBeGreaterThanOrEqual(28);
      expect(days).toBeLessThanOrEqual(31);
    }),
  );
});

test('a request is late the day after it was due, until somebody answers it', () => {
  const request = { outcome: 'open', receivedOn: '2026-09-03', extendedBy: 0 };
  expect(sayStanding(request, '2026-10-03')).toBe('Open');
  expect(sayStanding(request, '2026-10-04')).toBe('Late');
  expect(sayStanding({ ...request, outcome: 'done' }, '2026-12-04')).toBe('Done as asked');
});

test('who puts an answer off says why, and who refuses too', () => {
  const given = {
    extendedBy: '1',
    extendedBecause: '',
    outcome: 'refused',
    answeredOn: '',
    note: '',
    version: '1',
  };
  const read = ChangedRequest.safeParse(given);
  expect(read.error?.issues.map(({ path }) => path[0])).toEqual([
    'extendedBecause',
    'answeredOn',
    'note',
  ]);
});
