import {
  and,
  asc,
  between,
  count,
  eq,
  getTableColumns,
  inArray,
  lt,
  lte,
  max,
  sql,
  type SQL,
} from 'drizzle-orm';
import { answerFiles, answerImports, responses, stagedAnswers } from './schema/index.ts';
import { piecesOfSurvey } from './answer-pages.ts';
import { unpacked } from './dialect.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';

export type AnswerFileRow = typeof answerFiles.$inferSelect;
export type StagedAnswer = typeof stagedAnswers.$inferSelect;

// ── files on their way in ───────────────────────────────────────────────────────────────────────

export async function insertAnswerFile(tx: Writer, row: AnswerFileRow): Promise<void> {
  await tx.insert(answerFiles).values(row);
}

export async function answerFileById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<AnswerFileRow | undefined> {
  const rows = await db
    .select()
    .from(answerFiles)
    .where(
      and(
        eq(answerFiles.authorityId, authorityId),
        eq(answerFiles.programmeId, programmeId),
        eq(answerFiles.id, id),
      ),
    );
  return rows[0];
}

/** The files of a programme that somebody brought and that are not among the answers yet. */
export async function answerFilesOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<Pick<AnswerFileRow, 'id' | 'surveyId' | 'fileName' | 'status' | 'createdAt'>[]> {
  const { id, surveyId, fileName, status, createdAt } = answerFiles;
  return db
    .select({ id, surveyId, fileName, status, createdAt })
    .from(answerFiles)
    .where(and(eq(answerFiles.authorityId, authorityId), eq(answerFiles.programmeId, programmeId)))
    .orderBy(asc(answerFiles.createdAt), asc(answerFiles.id));
}

/** Changes a file that stands at one of these steps; says whether it did. */
export async function updateAnswerFile(
  tx: Writer,
  authorityId: string,
  id: string,
  at: readonly string[],
  change: Partial<AnswerFileRow>,
): Promise<boolean> {
  const changed = await tx
    .update(answerFiles)
    .set(change)
    .where(
      and(
        eq(answerFiles.authorityId, authorityId),
        eq(answerFiles.id, id),
        inArray(answerFiles.status, [...at]),
      ),
    )
    .returning({ id: answerFiles.id });
  return changed.length === 1;
}

export async function deleteAnswerFile(tx: Writer, authorityId: string, id: string): Promise<void> {
  await tx
    .delete(answerFiles)
    .where(and(eq(answerFiles.authorityId, authorityId), eq(answerFiles.id, id)));
}

/** The files of every authority that nobody touched since `before`. */
export async function answerFilesBefore(
  db: Reader,
  before: Date,
): Promise<{ id: string; authorityId: string }[]> {
  return db
    .select({ id: answerFiles.id, authorityId: answerFiles.authorityId })
    .from(answerFiles)
    .where(lt(answerFiles.updatedAt, before));
}

/** Which of these files there are; of every authority. */
export async function answerFilesKnown(db: Reader): Promise<Set<string>> {
  const rows = await db.select({ id: answerFiles.id }).from(answerFiles);
  return new Set(rows.map(({ id }) => id));
}

// ── answers out of sight ────────────────────────────────────────────────────────────────────────

export async function stageAnswers(tx: Writer, rows: readonly StagedAnswer[]): Promise<void> {
  const columns = Object.keys(getTableColumns(stagedAnswers)) as (keyof StagedAnswer)[];
  const kinds = columns.map((name) =>
    name === 'n' || name === 'ownWords' ? 'whole' : name === 'answers' ? 'json' : 'text',
  );
  await inChunks(rows, (chunk) =>
    tx.insert(stagedAnswers).select(
      unpacked(
        chunk.map((row) => columns.map((name) => row[name])),
        kinds,
      ),
    ),
  );
}

const staged = (authorityId: string, importId: string) =>
  and(eq(stagedAnswers.authorityId, authorityId), eq(stagedAnswers.importId, importId));

/** Drops what is put aside, so many at a time that others are heard between. */
export async function dropStaged(
  tx: Writer,
  authorityId: string,
  importId: string,
  most: number,
): Promise<void> {
  const rows = await tx
    .select({ last: max(stagedAnswers.n) })
    .from(stagedAnswers)
    .where(staged(authorityId, importId));
  for (let to = most; to < (rows[0]?.last ?? 0) + most; to += most) {
    await tx
      .delete(stagedAnswers)
      .where(and(staged(authorityId, importId), lte(stagedAnswers.n, to)));
  }
}

/** Drops what imports of every authority left behind that began before this import id was made. */
export async function dropStagedBefore(tx: Writer, importId: string): Promise<void> {
  await tx.delete(stagedAnswers).where(lt(stagedAnswers.importId, importId));
}

/** Some of what is put aside: numbers `from` to `to`. */
export interface StagedPart {
  authorityId: string;
  importId: string;
  from: number;
  to: number;
}

const stagedPart = ({ authorityId, importId, from, to }: StagedPart) =>
  and(staged(authorityId, importId), between(stagedAnswers.n, from, to));

/** The staged answers whose reference another family holds already. */
export async function referencesTaken(tx: Writer, part: StagedPart): Promise<number[]> {
  const rows = await tx
    .select({ n: stagedAnswers.n })
    .from(stagedAnswers)
    .innerJoin(responses, eq(responses.reference, stagedAnswers.reference))
    .where(stagedPart(part));
  return rows.map(({ n }) => n);
}

export async function giveReference(
  tx: Writer,
  authorityId: string,
  importId: string,
  n: number,
  reference: string,
): Promise<void> {
  await tx
    .update(stagedAnswers)
    .set({ reference })
    .where(and(staged(authorityId, importId), eq(stagedAnswers.n, n)));
}

/** Puts what is put aside among the answers. */
export async function moveStaged(tx: Writer, part: StagedPart): Promise<void> {
  const source: Readonly<Record<string, unknown>> = getTableColumns(stagedAnswers);
  const selected = Object.entries(getTableColumns(responses)).map(([name, column]) => {
    const value = source[name] ?? literal(column.hasDefault ? column.default : null);
    return [name, sql`${value}`.as(column.name)] as const;
  });
  await tx.insert(responses).select((query) =>
    query
      .select(Object.fromEntries(selected) as never)
      .from(stagedAnswers)
      .where(stagedPart(part)),
  );
}

function literal(value: unknown): SQL {
  if (typeof value === 'number') return sql.raw(String(value));
  if (typeof value === 'string') return sql.raw(`'${value.replaceAll("'", "''")}'`);
  if (typeof value === 'boolean') return value ? sql`true` : sql`false`;
  return sql`null`;
}

/** How many of what is put aside are among the answers. */
export async function movedOf(tx: Writer, part: StagedPart): Promise<number> {
  const rows = await tx
    .select({ n: count() })
    .from(stagedAnswers)
    .innerJoin(
      responses,
      and(
        eq(responses.authorityId, stagedAnswers.authorityId),
        eq(responses.id, stagedAnswers.id),
        eq(responses.importId, stagedAnswers.importId),
      ),
    )
    .where(stagedPart(part));
  return rows[0]?.n ?? 0;
}

/**
 * The answers that an import brought and that are still here, by their ids. Which import brought an answer
 * stands in its row only, so that all of the survey's are looked through, so many at a time.
 */
export async function* answersOfImport(
  db: Reader,
  authorityId: string,
  surveyId: string,
  importId: string,
): AsyncGenerator<string[]> {
  for await (const piece of piecesOfSurvey(db, authorityId, surveyId, LOOKED_THROUGH)) {
    const rows = await db
      .select({ id: responses.id })
      .from(responses)
      .where(and(piece, eq(responses.importId, importId)));
    if (rows.length > 0) yield rows.map(({ id }) => id);
  }
}

const LOOKED_THROUGH = 2000;

/** Forgets that a file was brought in, so that it may come again. */
export async function deleteAnswerImport(
  tx: Writer,
  authorityId: string,
  surveyId: string,
  id: string,
): Promise<{ fileName: string } | undefined> {
  const rows = await tx
    .delete(answerImports)
    .where(
      and(
        eq(answerImports.authorityId, authorityId),
        eq(answerImports.surveyId, surveyId),
        eq(answerImports.id, id),
      ),
    )
    .returning({ fileName: answerImports.fileName });
  return rows[0];
}
