import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { flagWords } from '#app/care/flag-words.ts';
import type { Person } from '#app/people/can.ts';
import { addToLog } from './care-log.ts';
import { hideCodings } from './coding.ts';
import { newId } from './ids.ts';
import { firstOf } from './people.ts';
import { queueMessage } from './post.ts';
import { dutyContacts, people, safeguardingFlags } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

export type DutyContact = typeof dutyContacts.$inferSelect;
export type Flag = typeof safeguardingFlags.$inferSelect;

/** Where words stand: as in the words gathered into themes, with what else people write to us. */
export interface FlaggedSource {
  kind: string;
  id: string;
  question: string;
}

// ── the duty contact ────────────────────────────────────────────────────────────────────────────

export async function dutyContactOf(
  db: Reader,
  authorityId: string,
): Promise<DutyContact | undefined> {
  return firstOf(
    await db.select().from(dutyContacts).where(eq(dutyContacts.authorityId, authorityId)),
  );
}

export const isDutyNamed = async (db: Reader, authorityId: string): Promise<boolean> =>
  (await dutyContactOf(db, authorityId)) !== undefined;

export async function keepDutyContact(tx: Writer, row: DutyContact): Promise<void> {
  const { authorityId: _, ...set } = row;
  await tx
    .insert(dutyContacts)
    .values(row)
    .onConflictDoUpdate({ target: dutyContacts.authorityId, set });
}

// ── flags ───────────────────────────────────────────────────────────────────────────────────────

export interface NewFlag {
  authorityId: string;
  programmeId: string;
  source: FlaggedSource;
  words: string;
  at?: Date;
}

/**
 * Has words looked at when the cautious list finds something in them: in the same write that keeps
 * them. Gives whether it did, so that their writer is shown where help is. The same words of the same
 * place are looked at once.
 */
export async function flagIfWorrying(tx: Writer, flag: NewFlag): Promise<boolean> {
  const found = flagWords(flag.words);
  if (found.length === 0) return false;
  await raiseFlag(tx, { ...flag, found, by: null, note: '' });
  return true;
}

/**
 * The same for all the words of one source by the name of the question, as an answer has several.
 * Gives whether anything was found.
 */
export async function flagAllWorrying(
  tx: Writer,
  flag: Omit<NewFlag, 'words' | 'source'> & { source: { kind: string; id: string } },
  words: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  let found = false;
  for (const [question, one] of Object.entries(words)) {
    if (typeof one !== 'string' || one === '') continue;
    const source = { ...flag.source, question };
    if (await flagIfWorrying(tx, { ...flag, source, words: one })) found = true;
  }
  return found;
}

/** Has words looked at by whoever may: raised by a person, or by the list where `by` is null. */
export async function raiseFlag(
  tx: Writer,
  flag: NewFlag & { found: string[]; by: Pick<Person, 'id' | 'name'> | null; note: string },
): Promise<string> {
  const { authorityId, programmeId, source, words, found, by, note } = flag;
  const at = flag.at ?? new Date();
  const there = (await flagsOn(tx, authorityId, source)).find(
    (one) => one.words === words && (one.state === 'open' || by === null),
  );
  const id = there?.id ?? newId(at);
  if (!there) {
    await tx.insert(safeguardingFlags).values({
      id,
      authorityId,
      programmeId,
      sourceKind: source.kind,
      sourceId: source.id,
      question: source.question,
      words,
      found,
      state: 'open',
      outcome: '',
      forgetWords: false,
      raisedAt: at,
      closedAt: null,
    });
    await hideCodings(tx, authorityId, source);
    await tellThem(tx, authorityId, programmeId, id, at);
  }
  if (!there || by !== null) {
    await addToLog(tx, { authorityId, flagId: id, at, by, what: 'raised', words: note });
  }
  return id;
}

/**
 * A notice to everybody who looks after safeguarding, or to the leads where nobody does: that something
 * waits, and nothing of what.
 */
async function tellThem(
  tx: Writer,
  authorityId: string,
  programmeId: string,
  flagId: string,
  at: Date,
): Promise<void> {
  const staff = await tx
    .select({ id: people.id, role: people.role })
    .from(people)
    .where(
      and(
        eq(people.authorityId, authorityId),
        inArray(people.role, ['safeguarding', 'lead']),
        isNull(people.closedAt),
      ),
    );
  const first = staff.filter(({ role }) => role === 'safeguarding');
  for (const { id } of first.length > 0 ? first : staff) {
    await queueMessage(tx, {
      authorityId,
      programmeId,
      to: { staff: id },
      kind: 'worry-raised',
      about: { kind: 'safeguarding-flag', id: flagId },
      at,
    });
  }
}

export async function flagsOn(
  db: Reader,
  authorityId: string,
  source: FlaggedSource,
): Promise<Flag[]> {
  return db
    .select()
    .from(safeguardingFlags)
    .where(
      and(
        eq(safeguardingFlags.authorityId, authorityId),
        eq(safeguardingFlags.sourceKind, source.kind),
        eq(safeguardingFlags.sourceId, source.id),
        eq(safeguardingFlags.question, source.question),
      ),
    )
    .orderBy(asc(safeguardingFlags.raisedAt), asc(safeguardingFlags.id));
}

/** Everything that was flagged in a programme, what is open first, newest first. */
export async function flagsOf(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<Flag[]> {
  return db
    .select()
    .from(safeguardingFlags)
    .where(
      and(
        eq(safeguardingFlags.authorityId, authorityId),
        eq(safeguardingFlags.programmeId, programmeId),
      ),
    )
    .orderBy(
      desc(safeguardingFlags.state),
      desc(safeguardingFlags.raisedAt),
      desc(safeguardingFlags.id),
    );
}

export async function flagById(
  db: Reader,
  authorityId: string,
  programmeId: string,
  id: string,
): Promise<Flag | undefined> {
  const rows = await db
    .select()
    .from(safeguardingFlags)
    .where(
      and(
        eq(safeguardingFlags.authorityId, authorityId),
        eq(safeguardingFlags.programmeId, programmeId),
        eq(safeguardingFlags.id, id),
      ),
    );
  return firstOf(rows);
}

/** How many wait, for those who may know that there are any. */
export async function howManyOpenFlags(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<number> {
  return db.$count(
    safeguardingFlags,
    and(
      eq(safeguardingFlags.authorityId, authorityId),
      eq(safeguardingFlags.programmeId, programmeId),
      eq(safeguardingFlags.state, 'open'),
    ),
  );
}

export async function updateFlag(
  tx: Writer,
  authorityId: string,
  id: string,
  change: Partial<Pick<Flag, 'state' | 'outcome' | 'closedAt' | 'words'>>,
): Promise<void> {
  await tx
    .update(safeguardingFlags)
    .set(change)
    .where(and(eq(safeguardingFlags.authorityId, authorityId), eq(safeguardingFlags.id, id)));
}
