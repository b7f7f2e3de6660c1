import { and, asc, desc, eq, gt, inArray } from 'drizzle-orm';
import {
  BOX_TYPES,
  LINK_KINDS,
  PIECE_KINDS,
  type Box,
  type Link,
  type Piece,
  type Theory,
} from '#app/theory/graph.ts';
import { isDeleting, type Logged, type Operation } from '#app/theory/operations.ts';
import { firstOf } from './people.ts';
import {
  needs,
  theories,
  theoryBoxes,
  theoryLinks,
  theoryOperations,
  theoryPieces,
} from './schema/index.ts';
import type { Reader } from './store.server.ts';

export type TheoryRow = typeof theories.$inferSelect;

/** The theory of a programme; it has one at most. */
export async function theoryOfProgramme(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<Theory | undefined> {
  const rows = await db
    .select()
    .from(theories)
    .where(and(eq(theories.authorityId, authorityId), eq(theories.programmeId, programmeId)))
    .orderBy(asc(theories.createdAt), asc(theories.id));
  const row = firstOf(rows);
  return row && withContent(db, row);
}

/** A theory by its id, with the programme that it belongs to. */
export async function theoryById(
  db: Reader,
  authorityId: string,
  id: string,
): Promise<{ programmeId: string; theory: Theory } | undefined> {
  const rows = await db
    .select()
    .from(theories)
    .where(and(eq(theories.authorityId, authorityId), eq(theories.id, id)));
  const row = firstOf(rows);
  return row && { programmeId: row.programmeId, theory: await withContent(db, row) };
}

async function withContent(db: Reader, row: TheoryRow): Promise<Theory> {
  const boxes = await db
    .select()
    .from(theoryBoxes)
    .where(and(eq(theoryBoxes.authorityId, row.authorityId), eq(theoryBoxes.theoryId, row.id)))
    .orderBy(asc(theoryBoxes.id));
  const links = await db
    .select()
    .from(theoryLinks)
    .where(and(eq(theoryLinks.authorityId, row.authorityId), eq(theoryLinks.theoryId, row.id)))
    .orderBy(asc(theoryLinks.id));
  const pieces = await db
    .select()
    .from(theoryPieces)
    .where(and(eq(theoryPieces.authorityId, row.authorityId), eq(theoryPieces.theoryId, row.id)))
    .orderBy(asc(theoryPieces.id));
  return {
    id: row.id,
    title: row.title,
    sequence: row.sequence,
    more: row.more ?? {},
    boxes: boxes.map(asBox),
    links: links.map(asLink),
    pieces: pieces.map(asPiece),
  };
}

function asBox(row: typeof theoryBoxes.$inferSelect): Box {
  const { id, label, detail, more, x, y, position } = row;
  const type = BOX_TYPES.find((each) => each === row.type) ?? 'activity';
  return { id, type, label, detail, more, x, y, position };
}

function asLink(row: typeof theoryLinks.$inferSelect): Link {
  const { id, source, target, reason, more } = row;
  const kind = LINK_KINDS.find((each) => each === row.kind) ?? 'leadsTo';
  return { id, kind, source, target, reason, more };
}

function asPiece(row: typeof theoryPieces.$inferSelect): Piece {
  const kind = PIECE_KINDS.find((each) => each === row.kind) ?? 'evidence';
  return { id: row.id, kind, on: row.on, more: row.more };
}

/** The history after a sequence, oldest first. */
export async function operationsSince(
  db: Reader,
  authorityId: string,
  theoryId: string,
  sequence: number,
): Promise<Logged[]> {
  const rows = await db
    .select()
    .from(theoryOperations)
    .where(
      and(
        eq(theoryOperations.authorityId, authorityId),
        eq(theoryOperations.theoryId, theoryId),
        gt(theoryOperations.sequence, sequence),
      ),
    )
    .orderBy(asc(theoryOperations.sequence));
  return rows.map(asLogged);
}

/** A row of the history as the theory's code reads it. */
export function asLogged(row: typeof theoryOperations.$inferSelect): Logged {
  const { sequence, clientOpId, personId, personName, at, batch } = row;
  const operation = row.operation as Operation;
  const inverse = row.inverse as Operation[];
  const step = { sequence, clientOpId, operation, inverse, personId, personName, at };
  return batch === null ? step : { ...step, batch };
}

/** Who changed a theory last, and when; undefined while it is as it was started. */
export async function lastChange(
  db: Reader,
  authorityId: string,
  theoryId: string,
): Promise<{ personName: string; at: Date } | undefined> {
  const rows = await db
    .select({ personName: theoryOperations.personName, at: theoryOperations.at })
    .from(theoryOperations)
    .where(
      and(eq(theoryOperations.authorityId, authorityId), eq(theoryOperations.theoryId, theoryId)),
    )
    .orderBy(desc(theoryOperations.sequence))
    .limit(1);
  return firstOf(rows);
}

/** The step that removed a box, link or piece last, which tells how to put it back. */
export async function removalOf(
  db: Reader,
  authorityId: string,
  theoryId: string,
  id: string,
): Promise<Logged | undefined> {
  const all = await operationsSince(db, authorityId, theoryId, 0);
  return all.findLast(({ operation, inverse }) => {
    if (!isDeleting(operation)) return false;
    return inverse.some(
      (back) =>
        (back.kind === 'addBox' && back.box.id === id) ||
        (back.kind === 'addLink' && back.link.id === id) ||
        (back.kind === 'addPiece' && back.piece.id === id),
    );
  });
}

/** Which of these operations are in the history already, whenever they came. */
export async function appliedAlready(
  db: Reader,
  authorityId: string,
  theoryId: string,
  clientOpIds: readonly string[],
): Promise<Set<string>> {
  if (clientOpIds.length === 0) return new Set();
  const rows = await db
    .select({ clientOpId: theoryOperations.clientOpId })
    .from(theoryOperations)
    .where(
      and(
        eq(theoryOperations.authorityId, authorityId),
        eq(theoryOperations.theoryId, theoryId),
        inArray(theoryOperations.clientOpId, [...clientOpIds]),
      ),
    );
  return new Set(rows.map(({ clientOpId }) => clientOpId));
}

/** A need of the register as a theory sees it. */
export interface RegisteredNeed {
  id: string;
  statement: string;
  who: string;
  notNowBecause: string;
}

/** The register of needs of a programme, oldest first. */
export async function registerForTheory(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<RegisteredNeed[]> {
  return db
    .select({
      id: needs.id,
      statement: needs.statement,
      who: needs.who,
      notNowBecause: needs.notNowBecause,
    })
    .from(needs)
    .where(and(eq(needs.authorityId, authorityId), eq(needs.programmeId, programmeId)))
    .orderBy(asc(needs.createdAt), asc(needs.id));
}
