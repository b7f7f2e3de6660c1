import { readFileSync } from 'node:fs';
import { answerFile } from '../answers-world.ts';
import { surveyOfMany } from '../many-answers.ts';
import { inTime } from './serving.ts';
import { aFolder, aServer, type Served } from './world.ts';

/** The demonstration with a survey of 40 questions that very many answered. */
export interface LargeServed extends Served {
  surveyId: string;
}

let large: Promise<LargeServed> | undefined;

/** Its server, started once a run. */
export function theLargeServer(quick: boolean): Promise<LargeServed> {
  large ??= makeLarge(quick ? 5000 : 100_000);
  return large;
}

export async function endLargeServer(): Promise<void> {
  await (await inTime(large))?.stop();
  large = undefined;
}

async function makeLarge(answers: number): Promise<LargeServed> {
  let surveyId = '';
  const served = await aServer([], async (folder, { lead, programme }) => {
    surveyId = await surveyOfMany(folder, lead, programme, answers);
  });
  return { ...served, surveyId };
}

/** A file of answers as somebody would choose it on a page. */
export function chosenFile(rows: number): File {
  const bytes = readFileSync(answerFile(aFolder(), rows));
  return new File([bytes], 'answers.csv', { type: 'text/csv' });
}
