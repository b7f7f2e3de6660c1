import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  dropStaged,
  giveReference,
  movedOf,
  moveStaged,
  referencesTaken,
  stageAnswers,
  type StagedAnswer,
} from '#db/answer-files.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { isUniqueViolation, theStore, type Writer } from '#db/store.server.ts';
import { importOfFile, insertAnswerImport } from '#db/answer-imports.ts';
import type { Person } from '#app/people/can.ts';
import { freeTextOf, ownWordsIn } from '#app/survey/own-words.ts';
import { referenceFrom } from '#app/survey/reference.ts';
import type { Rules } from '#app/survey/rules.server.ts';
import type { AnswerFile } from './answer-columns.ts';
import type { AnswerRows } from './answer-rows.server.ts';
import { rowReader, type ImportedAnswer, type ImportNotes } from './imported-answers.ts';
import { placeKey, type ColumnPlaces } from './places.ts';

/** A file of answers, laid against the questions that it answers. */
export interface ReadyFile {
  fileName: string;
  /** SHA-256 of its bytes, by which it is recognised. */
  digest: string;
  rows: AnswerRows;
  layout: AnswerFile;
  places: ColumnPlaces;
}

/** The survey that the answers go to, or that is made for them in the same write. */
export interface Target {
  surveyId: string;
  title: string;
  versionId: string;
  rules: Rules;
  make?: (tx: Writer) => Promise<void>;
}

export type StoredAnswers =
  { ok: true; importId: string; rows: number } | { ok: false; notes: ImportNotes };

/** So few that nobody who opens a page meanwhile notices. */
const AT_ONCE = 500;

/** Thrown when the same file is among the answers already. */
export class AlreadyHere extends Error {}

/**
 * Stores a file of answers: all of it, or nothing when one line is not understood. Rows are read,
 * judged and put aside a few hundred at a time, so that neither memory nor anybody else's work
 * suffers; one write at the end puts them among the answers.
 *
 * @param today YYYY-MM-DD: the day of answering where the file does not say
 */
export async function storeAnswers(
  by: Person,
  programme: Programme,
  file: ReadyFile,
  target: Target,
  today: string,
  onShare: (share: number) => void = () => undefined,
): Promise<StoredAnswers> {
  const now = new Date();
  const importId = newId(now);
  const { authorityId } = programme;
  let isLarge = true;
  try {
    const put = await putAside(authorityId, importId, file, target, today, onShare);
    isLarge = put.rows > AT_ONCE;
    if (put.notes.problemCount > 0 || put.rows === 0) return { ok: false, notes: put.notes };
    await theStore().write(
      `survey:${target.surveyId}`,
      async (tx) => {
        await target.make?.(tx);
        const batch = {
          id: importId,
          authorityId,
          surveyId: target.surveyId,
          fileName: file.fileName,
          digest: file.digest,
          rows: put.rows,
          mapping: file.places.map(placeKey),
          importedAt: now,
          importedBy: by.id,
        };
        await insertAnswerImport(tx, batch, []);
        const moved = await moveAll(tx, authorityId, importId, put.rows, onShare);
        if (moved !== put.rows)
          throw new Error('Answers put aside went missing: nothing was stored.');
        const details = { rows: put.rows, title: target.title };
        await record(tx, by, 'answers.imported', { kind: 'survey', id: target.surveyId }, details);
      },
      isLarge,
    );
    return { ok: true, importId, rows: put.rows };
  } catch (error) {
    const { read } = theStore();
    const here =
      isUniqueViolation(error) &&
      (await importOfFile(read, authorityId, target.surveyId, file.digest));
    throw here ? new AlreadyHere(file.fileName) : error;
  } finally {
    await theStore().write(null, (tx) => dropStaged(tx, authorityId, importId, AT_ONCE), isLarge);
  }
}

/** Reads every row and puts what it holds aside; stops at the first problem it can name a line for. */
async function putAside(
  authorityId: string,
  importId: string,
  { rows, layout, places }: ReadyFile,
  { surveyId, versionId, rules }: Target,
  today: string,
  onShare: (share: number) => void,
): Promise<{ rows: number; notes: ImportNotes }> {
  const reader = rowReader(layout, places, rules.questions, rules.finishImported);
  const free = freeTextOf(rules.definition);
  const references = new Set<string>();
  let waiting: StagedAnswer[] = [];
  let n = 0;
  let seen = 0;
  let storing: Promise<void> = Promise.resolve();
  // While some are put aside, those after them are read.
  const flush = async () => {
    const some = waiting;
    waiting = [];
    await storing;
    if (some.length === 0) return;
    const isLarge = some.length >= AT_ONCE;
    storing = theStore().write(null, (tx) => stageAnswers(tx, some), isLarge);
    // It is told by whoever waits for it next.
    storing.catch(() => undefined);
  };
  try {
    for await (const batch of rows.batches()) {
      for (const { cells, line } of batch.rows) {
        seen += 1;
        if (seen <= layout.headerRows) continue;
        const answer = reader.row(cells, line);
        if (!answer || reader.notes.problemCount > 0) continue;
        n += 1;
        waiting.push({
          ...stagedFrom(answer, references, today),
          authorityId,
          importId,
          n,
          surveyId,
          versionId,
          ownWords: ownWordsIn(free, answer.answers),
        });
      }
      if (reader.notes.problemCount > 0) waiting = [];
      while (waiting.length >= AT_ONCE) await flush();
      onShare(batch.share * 0.85);
    }
    await flush();
  } finally {
    // What is left behind is dropped by whoever asked, and must not come after that.
    await storing;
  }
  return { rows: n, notes: reader.notes };
}

function stagedFrom({ answers, day, channel }: ImportedAnswer, taken: Set<string>, today: string) {
  let reference = referenceFrom(chance());
  while (taken.has(reference)) reference = referenceFrom(chance());
  taken.add(reference);
  return {
    id: chance().toString('hex'),
    reference,
    submissionKey: chance().toString('hex'),
    channel: channel ?? 'import',
    answeredOn: day ?? today,
    answers,
    flag: '',
  };
}

let pool = Buffer.alloc(0);
let used = 0;

/** 16 random bytes, drawn many at a time: drawing them one by one takes longer than all the rest. */
function chance(): Buffer {
  if (used + 16 > pool.length) {
    pool = randomBytes(16 * 1024);
    used = 0;
  }
  used += 16;
  return pool.subarray(used - 16, used);
}

/** Gives how many are among the answers now. */
async function moveAll(
  tx: Writer,
  authorityId: string,
  importId: string,
  rows: number,
  onShare: (share: number) => void,
): Promise<number> {
  let moved = 0;
  for (let from = 1; from <= rows; from += AT_ONCE) {
    const part = { authorityId, importId, from, to: from + AT_ONCE - 1 };
    for (const n of await referencesTaken(tx, part)) {
      await giveReference(tx, authorityId, importId, n, referenceFrom(chance()));
    }
    await moveStaged(tx, part);
    moved += await movedOf(tx, part);
    onShare(0.85 + (0.15 * Math.min(part.to, rows)) / rows);
    // Others may read meanwhile; nobody sees these answers before the write ends.
    await nextTurn();
  }
  return moved;
}
