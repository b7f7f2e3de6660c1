import { and, eq, inArray, ne } from 'drizzle-orm';
import { firstOf } from './people.ts';
import { people, theories, theoryOperations, threadLinks } from './schema/index.ts';
import type { Reader } from './store.server.ts';
import { ledSomewhere } from './thread.ts';

/** A tie between things that a theory rests on, or that rest on it. */
export interface TieAround {
  fromKind: string;
  fromId: string;
  toKind: string;
  toId: string;
  wordsThen: string;
}

const FROM = ['evidence', 'theme', 'box', 'plan-line'];
const TO = ['need', 'evidence', 'box', 'link', 'plan-line', 'reply'];

/** The ties of a programme from evidence and themes to needs, the theory, the plan and replies. */
export async function tiesAround(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<TieAround[]> {
  const { fromKind, fromId, toKind, toId, wordsThen } = threadLinks;
  return db
    .select({ fromKind, fromId, toKind, toId, wordsThen })
    .from(threadLinks)
    .where(
      and(
        eq(threadLinks.authorityId, authorityId),
        eq(threadLinks.programmeId, programmeId),
        inArray(fromKind, FROM),
        inArray(toKind, TO),
        eq(threadLinks.against, false),
        ledSomewhere(db),
      ),
    );
}

/** When a theory was begun; undefined where it is not there. */
export async function begunAt(
  db: Reader,
  authorityId: string,
  theoryId: string,
): Promise<Date | undefined> {
  const rows = await db
    .select({ at: theories.createdAt })
    .from(theories)
    .where(and(eq(theories.authorityId, authorityId), eq(theories.id, theoryId)));
  return firstOf(rows)?.at;
}

/** The roles of the people who have changed a theory, one a person. */
export async function rolesOfEditors(
  db: Reader,
  authorityId: string,
  theoryId: string,
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: theoryOperations.personId, role: people.role })
    .from(theoryOperations)
    .leftJoin(
      people,
      and(eq(people.id, theoryOperations.personId), eq(people.authorityId, authorityId)),
    )
    .where(
      and(
        eq(theoryOperations.authorityId, authorityId),
        eq(theoryOperations.theoryId, theoryId),
        ne(theoryOperations.personId, ''),
      ),
    );
  return rows.map(({ role }) => role ?? '');
}
