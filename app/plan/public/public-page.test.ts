import { gzipSync } from 'node:zlib';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { planJson } from '#app/plan/export/export-json.ts';
import { aPlanToExport } from '#test/plan-to-export.ts';
import { publicPlanOf } from './public-plan.ts';
import { PublicPlanPage } from './PublicPlanPage.tsx';

const plan = publicPlanOf(
  planJson(aPlanToExport()),
  { number: 1, name: 'For the board', approvedOn: '2026-05-04', seal: '4f1c 09ab' },
  { measures: [], refusals: [] },
  { summary: 'کیا مدد ملے گی', say: '', names: false, money: true, cannot: [] },
);

const html = (shown: typeof plan | null, place = { isLatest: true, isLaterDown: false }) =>
  renderToStaticMarkup(
    createElement(PublicPlanPage, {
      code: 'c0de',
      programme: 'Hubs',
      programmeId: 'p',
      shown:
        shown === null ? null : { versionId: 'v', publishedAt: new Date(0), ...place, plan: shown },
      withdrawnAt: new Date('2026-11-02T09:00:00Z'),
      versions: [],
      youSaid: false,
    }),
  );

test('a plan of 150 lines weighs less than 30 KB on its way to a telephone', () => {
  const [line] = plan.lines;
  if (!line) throw new Error('The plan has no line.');
  const words = 'help with feeding talking play money housing work sleep school fathers'.split(' ');
  const many = Array.from({ length: 150 }, (_, at) => ({
    ...line,
    id: `line-${at}`,
    title: `${words.slice(at % 7).join(' ')} ${at * 7919}`,
    objective: `Families ${words
      .toReversed()
      .slice(at % 5)
      .join(' ')} ${at * 104729}`,
    towards: [`Outcome ${at % 9}`],
    steps: [1, 2, 3].map((n) => ({
      title: `Step ${n * at * 31}`,
      dueOn: '2026-09-01',
      done: false,
    })),
  }));
  const page = html({ ...plan, lines: many });
  expect(page).toContain('Step 31');
  expect(gzipSync(page).byteLength).toBeLessThan(28 * 1024);
});

test('words of people find their own direction, and nothing needs a script', () => {
  const page = html(plan);
  expect(page).toMatch(/<p[^>]*dir="auto"[^>]*>کیا مدد ملے گی/);
  expect(page).not.toMatch(/<script|onclick|style=/i);
  expect(page).not.toContain('Have your say');
});

test('a plan that was taken down says since when, and nothing of it', () => {
  const page = html(null);
  expect(page).toContain('This plan was taken down on Monday 2 November 2026.');
  expect(page).not.toContain('What we will do');
});

test('an earlier version says what became of the later one', () => {
  const earlier = (isLaterDown: boolean) => html(plan, { isLatest: false, isLaterDown });
  expect(earlier(false)).toContain('href="/plans/c0de">Read the latest</a>');
  expect(earlier(true)).toContain('A later one was published after it and taken down.');
  expect(earlier(true)).not.toContain('Read the latest');
});
