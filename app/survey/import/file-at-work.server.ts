import { updateAnswerFile, type AnswerFileRow } from '#db/answer-files.ts';
import { theStore } from '#db/store.server.ts';
import { Conflict } from '#app/people/errors.ts';
import { answerRows, FileRefused, type AnswerRows } from './answer-rows.server.ts';
import { beginWork, Cancelled, isAtWork, outsideRequests } from './background-work.server.ts';
import { alreadyHere } from './import-answers.server.ts';
import type { ImportPreview } from './import-preview.ts';
import type { ImportProblem } from './imported-answers.ts';
import { AlreadyHere } from './store-answers.server.ts';
import { dropWaiting, waitingFile } from './waiting-files.server.ts';

/** Where a file of answers stands on its way in. */
export type FileStep =
  'reading' | 'columns' | 'checking' | 'checked' | 'storing' | 'done' | 'refused' | 'stopped';

/** What came of a step, as the page of the file shows it. */
export type Outcome =
  | { kind: 'preview'; preview: ImportPreview }
  | { kind: 'problems'; problems: ImportProblem[] }
  | { kind: 'stored'; surveyId: string; rows: number };

/** Steps that the server is at work in. */
export const RUNNING: readonly FileStep[] = ['reading', 'checking', 'storing'];

/** Work that has said nothing for so long, and is not this process's, was cut off. */
const SILENT_MS = 60_000;

/** Where a file stands; work that was cut off with the server that did it has stopped. */
export function stepOf(row: AnswerFileRow): FileStep {
  const step = row.status as FileStep;
  const silent = Date.now() - row.updatedAt.getTime() > SILENT_MS;
  return RUNNING.includes(step) && silent && !isAtWork(row.id) ? 'stopped' : step;
}

/** Begins a step, tells how far it is, and notes how it ended. */
export function beginStep(
  authorityId: string,
  id: string,
  step: FileStep,
  work: (rows: AnswerRows, onShare: (share: number) => void) => Promise<Partial<AnswerFileRow>>,
): void {
  const save = (change: Partial<AnswerFileRow>) =>
    theStore().write(null, (tx) =>
      updateAnswerFile(tx, authorityId, id, [step], { ...change, updatedAt: new Date() }),
    );
  beginWork(
    id,
    async (stopIfLeft) => {
      let told = Date.now();
      let telling: Promise<unknown> = Promise.resolve();
      let isTelling = false;
      let leftElsewhere = false;
      const tell = async (share: number) => {
        const there = await save({ progress: Math.round(share * 1000) });
        leftElsewhere = !there;
      };
      const rows = await answerRows(await waitingFile(authorityId, id));
      const ended = await work(rows, (share) => {
        stopIfLeft();
        // Left by a press that another server answered: its row is gone.
        if (leftElsewhere) throw new Cancelled();
        if (isTelling || Date.now() - told < 1000) return;
        told = Date.now();
        isTelling = true;
        // Also from inside the write that moves the answers: this is a write of its own. It is a courtesy,
        // and the file comes in where it cannot be kept.
        telling = outsideRequests(tell, share)
          .catch(() => undefined)
          .finally(() => (isTelling = false));
      });
      await telling;
      if (ended.status === 'done') await dropWaiting(authorityId, id);
      await save({ ...ended, progress: 0 });
    },
    async (error) => {
      if (!(error instanceof FileRefused) && !(error instanceof AlreadyHere)) {
        await save({ status: 'stopped', progress: 0 });
        return;
      }
      const problem =
        error instanceof FileRefused
          ? error.problem
          : { line: 0, message: alreadyHere(error.message) };
      await dropWaiting(authorityId, id);
      const outcome: Outcome = { kind: 'problems', problems: [{ ...problem, column: '' }] };
      await save({ status: 'refused', progress: 0, outcome, layout: null, mapping: null });
    },
  );
}

/** Moves a file from one step to the next, unless somebody else has. */
export async function moveOn(
  authorityId: string,
  id: string,
  from: readonly FileStep[],
  change: Partial<AnswerFileRow>,
): Promise<void> {
  const moved = await theStore().write(null, (tx) =>
    updateAnswerFile(tx, authorityId, id, from, { ...change, updatedAt: new Date(), progress: 0 }),
  );
  if (!moved) throw new Conflict('This file is being worked on, or has come in already.');
}
