import { and, asc, eq, isNull } from 'drizzle-orm';
import type { TiedKind, TiedTo } from '#app/theory/evidence/evidence.ts';
import { KIND_NAMES } from '#app/thread/kinds.ts';
import { evidence, needs, themes } from './schema/index.ts';
import type { Reader } from './store.server.ts';

/**
 * Everything of a programme that evidence of its theory can be tied to, as it may be read: needs by
 * their statement, themes by their name, and figures by the sentence that was frozen with small
 * numbers hidden. No words of single people.
 */
export async function tieChoices(
  db: Reader,
  authorityId: string,
  programmeId: string,
): Promise<TiedTo[]> {
  const needRows = await db
    .select({ id: needs.id, title: needs.statement })
    .from(needs)
    .where(and(eq(needs.authorityId, authorityId), eq(needs.programmeId, programmeId)))
    .orderBy(asc(needs.createdAt), asc(needs.id));
  const themeRows = await db
    .select({ id: themes.id, title: themes.name })
    .from(themes)
    .where(
      and(
        eq(themes.authorityId, authorityId),
        eq(themes.programmeId, programmeId),
        isNull(themes.removedAt),
      ),
    )
    .orderBy(asc(themes.id));
  const evidenceRows = await db
    .select({ id: evidence.id, title: evidence.sentence })
    .from(evidence)
    .where(and(eq(evidence.authorityId, authorityId), eq(evidence.programmeId, programmeId)))
    .orderBy(asc(evidence.id));
  const named = (kind: TiedKind, rows: readonly { id: string; title: string }[]): TiedTo[] =>
    rows.map((row) => ({ kind, ...row, what: KIND_NAMES[kind] }));
  return [
    ...named('need', needRows),
    ...named('theme', themeRows),
    ...named('evidence', evidenceRows),
  ];
}
