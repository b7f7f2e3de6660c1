import { newId } from '#db/ids.ts';
import { insertNeed, needsOf } from '#db/needs.ts';
import { record, type Programme } from '#db/people.ts';
import { keepScores } from '#db/register.ts';
import { theStore } from '#db/store.server.ts';
import { unescapeForExcel } from '#app/survey/csv.ts';
import {
  answerRows,
  FileRefused,
  inPieces,
  type Row,
} from '#app/survey/import/answer-rows.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { plainText } from '#app/http/plain-text.ts';
import { needRow, remember } from './change-need.server.ts';
import { CRITERIA } from './priority.ts';
import { MOST_NEEDS, readRegister, type RowProblem } from './register-file.ts';

export type RegisterCame =
  { ok: true; added: number; there: number } | { ok: false; problems: RowProblem[] };

/**
 * Brings needs in from a table: all of them or none. A need of the same words is there already and
 * stays as it is. Its priority is somebody’s judgement, as the file says it; the scores come with it.
 */
export async function importRegister(
  by: Person,
  programme: Programme,
  table: { rows: readonly (readonly string[])[]; lines: readonly number[] },
): Promise<RegisterCame> {
  allow(by, 'needs.edit', programme);
  const read = readRegister(table.rows, table.lines);
  if (!read.ok) return read;
  const at = new Date();
  const { authorityId, id: programmeId } = programme;
  return theStore().write(`programme:${programmeId}`, async (tx) => {
    const known = new Set(
      (await needsOf(tx, authorityId, programmeId)).map(({ statement }) => wordsOf(statement)),
    );
    let added = 0;
    for (const { notNowBecause, scores, ...fields } of read.needs) {
      if (known.has(wordsOf(fields.statement))) continue;
      known.add(wordsOf(fields.statement));
      // A millisecond apart, so that they keep the order of the file.
      const when = new Date(at.getTime() + added);
      const row = { ...needRow(by, programme, fields, when), notNowBecause };
      await insertNeed(tx, row);
      if (scores) {
        await keepScores(
          tx,
          CRITERIA.map((criterion) => ({
            id: newId(when),
            authorityId,
            programmeId,
            needId: row.id,
            criterion,
            ...scores[criterion],
            at: when,
            by: by.id,
          })),
        );
      }
      await remember(tx, by, programme, row.id, 'brought-in', when);
      added += 1;
    }
    const thing = { kind: 'programme', id: programmeId };
    if (added > 0) await record(tx, by, 'needs.imported', thing, { count: added });
    return { ok: true, added, there: read.needs.length - added };
  });
}

const wordsOf = (statement: string) => statement.trim().toLowerCase();

/** The bytes of a CSV file or a workbook as a table of texts. */
export async function tableOfFile(
  bytes: Uint8Array,
): Promise<
  { ok: true; rows: string[][]; lines: number[] } | { ok: false; problems: RowProblem[] }
> {
  if (bytes.length > MOST_BYTES) {
    return { ok: false, problems: [{ line: 0, message: 'The file is larger than 4 MB.' }] };
  }
  try {
    const { format, batches } = await answerRows(inPieces(bytes));
    const found: Row[] = [];
    for await (const { rows } of batches()) {
      found.push(...rows);
      if (found.length > MOST_NEEDS + 1) break;
    }
    const clean = (cell: string) => plainText(format === 'csv' ? unescapeForExcel(cell) : cell);
    return {
      ok: true,
      rows: found.map(({ cells }) => cells.map(clean)),
      lines: found.map(({ line }) => line),
    };
  } catch (error) {
    if (error instanceof FileRefused) return { ok: false, problems: [error.problem] };
    throw error;
  }
}

const MOST_BYTES = 4 * 1024 * 1024;
