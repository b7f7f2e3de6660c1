import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { diceFrom } from '#app/statistics/exact-tests.ts';
import { Definition } from '#app/survey/definition.ts';
import { newSurvey } from '#app/survey/import/import-answers.server.ts';
import type { Target } from '#app/survey/import/store-answers.server.ts';
import { openStore, setTheStore, theStore } from '#db/store.server.ts';
import { makeBorough, type Borough } from '#test/people.ts';

const WORDS = ['Very good', 'Good', 'Neither good nor bad', 'Bad', 'Very bad'];
const HELP = [
  'A bus',
  'Longer hours',
  'Warm rooms',
  'Somebody to talk to',
  'Help with forms',
  'Food',
];
const SAID =
  'We would come more often if the bus stopped nearer, and if the group began after school.';

/** 40 questions: 30 scales in words, 5 with several answers, 3 numbers, 2 in own words. */
export const definition = Definition.parse({
  pages: [
    {
      name: 'all',
      elements: [
        ...numbered(30, (i) => ({
          type: 'radiogroup',
          title: `How good was number ${i}?`,
          choices: WORDS,
        })),
        ...numbered(5, (i) => ({
          type: 'checkbox',
          title: `What would help ${i}?`,
          choices: HELP,
        })),
        ...numbered(3, (i) => ({ type: 'text', inputType: 'number', title: `How many of ${i}?` })),
        ...numbered(2, (i) => ({ type: 'comment', title: `What else about ${i}?` })),
      ],
    },
  ],
});

function numbered(
  n: number,
  of: (i: number) => { type: string; title: string; [key: string]: unknown },
) {
  return Array.from({ length: n }, (_, i) => {
    const one = of(i + 1);
    return { ...one, name: `${one.type}${i + 1}` };
  });
}

export interface World {
  borough: Borough;
  folder: string;
  /** A survey to bring answers to, not made yet: `make` does it. */
  survey: () => Promise<Target>;
  end: () => Promise<void>;
}

/** An empty store of its own in a folder of its own. */
export async function aWorld(): Promise<World> {
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-bench-'));
  setTheStore(await openStore({ file: path.join(folder, 'throughline.db') }));
  const borough = await makeBorough('Benchborough');
  const fields = {
    title: 'Bench',
    opensOn: null,
    closesOn: null,
    keepUntil: '2099-12-31',
    privacyNotice: '',
  };
  return {
    borough,
    folder,
    survey: async () => {
      const target = newSurvey(borough.priya, borough.programme, fields, definition, 'bench.csv');
      await theStore().write(null, async (tx) => target.make?.(tx));
      const { surveyId, versionId, title, rules } = target;
      return { surveyId, versionId, title, rules };
    },
    end: async () => {
      await theStore().close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A file as another survey tool writes it: 67 columns, words and ticks. Gives its path. */
export function answerFile(folder: string, rows: number): string {
  const file = path.join(folder, `answers-${rows}.csv`);
  const to = openSync(file, 'w');
  const headings = ['Date'];
  for (let i = 1; i <= 30; i += 1) headings.push(`How good was number ${i}?`);
  for (let i = 1; i <= 5; i += 1) {
    for (const help of HELP) headings.push(`What would help ${i}? [${help}]`);
  }
  for (let i = 1; i <= 3; i += 1) headings.push(`How many of ${i}?`);
  for (let i = 1; i <= 2; i += 1) headings.push(`What else about ${i}?`);
  const dice = diceFrom(11);
  let text = `${headings.join(',')}\n`;
  for (let row = 0; row < rows; row += 1) {
    const cells = [`${1 + Math.floor(dice() * 28)}/03/2026`];
    for (let i = 0; i < 30; i += 1)
      cells.push(dice() < 0.05 ? '' : (WORDS[Math.floor(dice() * 5)] ?? ''));
    for (let i = 0; i < 30; i += 1) cells.push(dice() < 0.3 ? 'Yes' : '');
    for (let i = 0; i < 3; i += 1) cells.push(String(Math.floor(dice() * 9)));
    for (let i = 0; i < 2; i += 1) cells.push(dice() < 0.5 ? '' : `"${SAID} ${row}"`);
    text += `${cells.join(',')}\n`;
    if (text.length > 1_000_000) {
      writeSync(to, text);
      text = '';
    }
  }
  writeSync(to, text);
  closeSync(to);
  return file;
}
