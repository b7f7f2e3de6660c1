import { and, asc, count, desc, eq, isNull, ne } from 'drizzle-orm';
import type { AuditAction } from '#app/people/audit.ts';
import type { Person, Role } from '#app/people/can.ts';
import { FORMER_MEMBER } from './erasure-list.ts';
import { newId } from './ids.ts';
import { ready } from './ready.ts';
import { auditRows, authorities, people, personalLinks, programmes } from './schema/index.ts';
import { acrossAuthorities, itsAuthority } from './scope.server.ts';
import { inChunks, type Reader, type Writer } from './store.server.ts';

export type Authority = typeof authorities.$inferSelect;
export type PersonRow = typeof people.$inferSelect;
export type Programme = typeof programmes.$inferSelect;

/** The first of a list or undefined, with the type saying so. */
export function firstOf<Row>(rows: readonly Row[]): Row | undefined {
  return rows[0];
}

// ── authorities ─────────────────────────────────────────────────────────────────────────────────

export async function authoritiesHere(db: Reader): Promise<Authority[]> {
  return acrossAuthorities('which authorities there are', () =>
    db.select().from(authorities).orderBy(asc(authorities.createdAt), asc(authorities.id)),
  );
}

export async function authorityById(db: Reader, id: string): Promise<Authority | undefined> {
  return firstOf(await db.select().from(authorities).where(eq(authorities.id, id)));
}

export async function insertAuthority(tx: Writer, row: Authority): Promise<void> {
  await tx.insert(authorities).values(row);
}

export async function updateAuthority(
  tx: Writer,
  id: string,
  change: { name: string; colour: string },
): Promise<void> {
  await tx.update(authorities).set(change).where(eq(authorities.id, id));
}

// ── people ──────────────────────────────────────────────────────────────────────────────────────

export async function peopleOf(db: Reader, authorityId: string): Promise<PersonRow[]> {
  return db
    .select()
    .from(people)
    .where(and(eq(people.authorityId, authorityId), ne(people.role, 'panel-member')))
    .orderBy(asc(people.createdAt), asc(people.id));
}

/**
 * The name of everybody of an authority, members of its panels and closed accounts too. What stands in
 * place of the name of somebody who was erased names nobody.
 */
export async function allNames(db: Reader, authorityId: string): Promise<string[]> {
  const rows = await db
    .select({ name: people.name })
    .from(people)
    .where(and(eq(people.authorityId, authorityId), ne(people.name, FORMER_MEMBER)));
  return rows.map(({ name }) => name);
}

/** Everybody of the demonstration borough who may come in by its one-press links, first made first. */
export async function demonstrationPeople(db: Reader, authorityId: string): Promise<PersonRow[]> {
  return db
    .select()
    .from(people)
    .innerJoin(
      authorities,
      and(eq(authorities.id, people.authorityId), eq(authorities.isDemonstration, true)),
    )
    .where(and(eq(people.authorityId, authorityId), isNull(people.closedAt)))
    .orderBy(asc(people.createdAt), asc(people.id))
    .then((rows) => rows.map((row) => row.people));
}

export async function personById(
  db: Reader,
  authorityId: string,
  id: string,
): Promise<PersonRow | undefined> {
  const rows = await db
    .select()
    .from(people)
    .where(and(eq(people.authorityId, authorityId), eq(people.id, id)));
  return firstOf(rows);
}

/** The account of an e-mail address (folded), in whatever authority it is: for signing in. */
export async function accountOf(db: Reader, email: string): Promise<PersonRow | undefined> {
  return itsAuthority(
    'signing in',
    () => db.select().from(people).where(eq(people.email, email)),
    ({ authorityId }) => authorityId,
  );
}

export async function insertPerson(tx: Writer, row: PersonRow): Promise<void> {
  await tx.insert(people).values(row);
}

/** Many at once: the members of a file. */
export async function insertPeople(tx: Writer, rows: readonly PersonRow[]): Promise<void> {
  await inChunks(rows, (some) => tx.insert(people).values(some));
}

export async function updatePerson(
  tx: Writer,
  authorityId: string,
  id: string,
  change: Partial<Pick<PersonRow, 'name' | 'role' | 'passwordHash' | 'closedAt' | 'email'>>,
): Promise<void> {
  await tx
    .update(people)
    .set(change)
    .where(and(eq(people.authorityId, authorityId), eq(people.id, id)));
}

/** How many open accounts hold the role: an authority is never left without an administrator. */
export async function howManyWithRole(
  db: Reader,
  authorityId: string,
  role: Role,
): Promise<number> {
  const rows = await db
    .select({ n: count() })
    .from(people)
    .where(
      and(eq(people.authorityId, authorityId), eq(people.role, role), isNull(people.closedAt)),
    );
  return firstOf(rows)?.n ?? 0;
}

export function asPerson(row: PersonRow): Person {
  return { id: row.id, authorityId: row.authorityId, name: row.name, role: row.role as Role };
}

// ── personal links ──────────────────────────────────────────────────────────────────────────────

export async function insertPersonalLink(
  tx: Writer,
  row: typeof personalLinks.$inferInsert,
): Promise<void> {
  await tx.insert(personalLinks).values(row);
}

/** Ends every earlier link of a person: making a new one replaces the old. */
export async function replaceLinksOf(
  tx: Writer,
  authorityId: string,
  personId: string,
  at: Date,
): Promise<void> {
  await tx
    .update(personalLinks)
    .set({ replacedAt: at })
    .where(
      and(
        eq(personalLinks.authorityId, authorityId),
        eq(personalLinks.personId, personId),
        isNull(personalLinks.replacedAt),
      ),
    );
}

// ── the audit trail ─────────────────────────────────────────────────────────────────────────────

/** Who did it: a person, or a name such as "A family" where nobody is signed in. */
export type Doer = Person | { authorityId: string; name: string };

/** Appends one row to the audit trail, in the same write as the change itself. */
export async function record(
  tx: Writer,
  by: Doer,
  action: AuditAction,
  thing: { kind: string; id: string },
  details: Record<string, string | number> = {},
): Promise<void> {
  const at = new Date();
  await tx.insert(auditRows).values({
    id: newId(at),
    authorityId: by.authorityId,
    at,
    personId: 'id' in by ? by.id : null,
    personName: by.name,
    action,
    thingKind: thing.kind,
    thingId: thing.id,
    details,
  });
}

export async function auditOf(db: Reader, authorityId: string, page: number, size: number) {
  return db
    .select()
    .from(auditRows)
    .where(eq(auditRows.authorityId, authorityId))
    .orderBy(desc(auditRows.at), desc(auditRows.id))
    .limit(size)
    .offset(page * size);
}

export async function howManyAuditRows(db: Reader, authorityId: string): Promise<number> {
  return db.$count(auditRows, eq(auditRows.authorityId, authorityId));
}

// ── programmes ──────────────────────────────────────────────────────────────────────────────────

export async function programmesOf(db: Reader, authorityId: string): Promise<Programme[]> {
  return db
    .select()
    .from(programmes)
    .where(eq(programmes.authorityId, authorityId))
    .orderBy(desc(programmes.createdAt), desc(programmes.id));
}

export async function programmeById(
  db: Reader,
  authorityId: string,
  id: string,
): Promise<Programme | undefined> {
  return firstOf(await oneProgramme(db, { authorityId, id }));
}

const oneProgramme = ready((db: Reader, given: Pick<Programme, 'authorityId' | 'id'>) =>
  db
    .select()
    .from(programmes)
    .where(and(eq(programmes.authorityId, given.authorityId), eq(programmes.id, given.id))),
);

export async function insertProgramme(tx: Writer, row: Programme): Promise<void> {
  await tx.insert(programmes).values(row);
}

/** Saves a programme if nobody changed it since `seen`; says whether it did. */
export async function updateProgramme(
  tx: Writer,
  authorityId: string,
  id: string,
  seen: number,
  change: Partial<Pick<Programme, 'title' | 'startsOn' | 'endsOn' | 'places' | 'packs' | 'stage'>>,
): Promise<boolean> {
  const changed = await tx
    .update(programmes)
    .set({ ...change, version: seen + 1 })
    .where(
      and(
        eq(programmes.authorityId, authorityId),
        eq(programmes.id, id),
        eq(programmes.version, seen),
      ),
    )
    .returning({ id: programmes.id });
  return changed.length === 1;
}
