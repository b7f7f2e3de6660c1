import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  funnelOf,
  lastDayOf,
  reminderDays,
  reminderDue,
  standingFor,
  STANDINGS,
  type Invited,
} from './invitation.ts';
import { daysAfter } from '../days.ts';

const invited = (change: Partial<Invited> = {}): Invited => ({
  answerBy: '2026-06-30',
  reminders: 0,
  remindedAt: null,
  answer: '',
  lapsedAt: null,
  ...change,
});

describe('a reminder', () => {
  test('is due a week and two days before the last day', () => {
    expect(reminderDue(invited(), '2026-06-22', '2026-06-16')).toBeNull();
    expect(reminderDue(invited(), '2026-06-23', '2026-06-16')).toBe(1);
    expect(reminderDue(invited({ reminders: 1 }), '2026-06-27', '2026-06-23')).toBeNull();
    expect(reminderDue(invited({ reminders: 1 }), '2026-06-28', '2026-06-23')).toBe(2);
    expect(reminderDue(invited({ reminders: 2 }), '2026-06-29', '2026-06-28')).toBeNull();
  });

  test('goes to nobody who answered, whose day passed, or who was written to today', () => {
    expect(reminderDue(invited({ answer: 'tell-more' }), '2026-06-28', '2026-06-16')).toBeNull();
    expect(reminderDue(invited({ lapsedAt: new Date() }), '2026-06-28', '2026-06-16')).toBeNull();
    expect(reminderDue(invited(), '2026-07-01', '2026-06-16')).toBeNull();
    expect(reminderDue(invited(), '2026-06-28', '2026-06-28')).toBeNull();
  });

  test('never comes more than twice, whatever days the server looks', () => {
    const days = fc.uniqueArray(fc.integer({ min: -3, max: 40 }), { maxLength: 40 });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), (looked, answerDays) => {
        const answerBy = daysAfter('2026-06-01', answerDays);
        let [reminders, last] = [0, '2026-06-01'];
        for (const day of looked.sort((a, b) => a - b)) {
          const today = daysAfter('2026-06-01', day);
          const due = reminderDue(invited({ answerBy, reminders }), today, last);
          if (due === null) continue;
          expect(due).toBeGreaterThan(reminders);
          expect(today > last && today <= answerBy).toBe(true);
          [reminders, last] = [due, today];
        }
        expect(reminders).toBeLessThanOrEqual(2);
      }),
    );
  });

  test('falls on days that can be told beforehand', () => {
    expect(reminderDays('2026-06-16', '2026-06-30')).toEqual(['2026-06-23', '2026-06-28']);
    expect(reminderDays('2026-06-26', '2026-06-30')).toEqual(['2026-06-28']);
    expect(reminderDays('2026-06-29', '2026-06-30')).toEqual([]);
  });
});

test('a term ends the day before it would begin again', () => {
  expect(lastDayOf('2026-11-01', 24)).toBe('2028-10-31');
});

test('where somebody stands follows from what they became, their invitation and whose turn it is', () => {
  expect(standingFor('waiting', undefined, false)).toBe('waiting');
  expect(standingFor('waiting', undefined, true)).toBe('drawn');
  expect(standingFor('waiting', invited(), true)).toBe('invited');
  expect(standingFor('waiting', invited({ answer: 'tell-more' }), true)).toBe('asks');
  const late = invited({ lapsedAt: new Date() });
  expect(standingFor('waiting', late, false)).toBe('no-answer');
  expect(standingFor('waiting', { ...late, answer: 'yes' }, false)).toBe('late-yes');
  expect(standingFor('member', late, false), 'staff took them on all the same').toBe('member');
  expect(standingFor('declined', undefined, false), 'said no by telephone').toBe('declined');
});

test('each step of the way has no more people than the one before', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...STANDINGS)), (standings) => {
      const steps = funnelOf(standings).map(({ people }) => people);
      expect(steps).toEqual([...steps].sort((a, b) => b - a));
    }),
  );
});
