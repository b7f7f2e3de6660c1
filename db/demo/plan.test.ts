import { expect, test } from 'vitest';
import { JudgementForm, LineForm } from '#app/plan/lines/line-form.ts';
import { StreamForm } from '#app/plan/money/stream-form.ts';
import { bsfh } from '#test/some-plans.ts';
import { ADDED, DECISIONS } from './plan-added-words.ts';
import { MADE, STREAMS, type SaidLine } from './plan-words.ts';
import { BOXES } from './theory-words.ts';

const lines: SaidLine[] = [...Object.values(MADE), ...Object.values(ADDED)];

test('the demonstration’s plan has about 25 lines, from every activity of its theory', () => {
  expect(lines.length).toBeGreaterThanOrEqual(24);
  const activities = Object.entries(BOXES).filter(([, box]) => box.type === 'activity');
  expect(Object.keys(MADE).sort()).toEqual(activities.map(([name]) => name).sort());
});

test('what it covers and decides is in the guidance', () => {
  const ids = new Set(bsfh().requirements.map((requirement) => requirement.id));
  const named = [
    ...lines.flatMap((line) => line.covers ?? []),
    ...DECISIONS.map((d) => d.requirement),
  ];
  expect(named.filter((id) => !ids.has(`BSFH-${id}`))).toEqual([]);
});

test('everything in it could have been typed by people', () => {
  for (const { cost = '', from = '', to = '', title = 'X' } of lines) {
    expect(LineForm.safeParse({ title, cost, startsOn: from, endsOn: to }).success).toBe(true);
  }
  for (const stream of Object.values(STREAMS)) {
    expect(StreamForm.safeParse(stream).success).toBe(true);
  }
  for (const decision of DECISIONS) expect(JudgementForm.safeParse(decision).success).toBe(true);
});

test('it has the gaps of a real plan: lines that lack something, and costs that nobody knows', () => {
  const running = lines.filter((line) => line.stopped !== true);
  expect(running.some((line) => line.milestone === undefined)).toBe(true);
  expect(running.some((line) => line.cost === undefined)).toBe(true);
  expect(running.some((line) => line.activity === undefined && line.owner !== undefined)).toBe(
    true,
  );
});
