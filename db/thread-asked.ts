import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import { stateOf } from '#app/panel/consultation.ts';
import { itemResults } from '#app/panel/kinds/item-results.ts';
import type { ThreadEnd, ThreadKind } from '#app/thread/kinds.ts';
import { consultationOfStatement } from './joins.ts';
import { consultations, panelMembers, statements, votes } from './schema/index.ts';
import { askedToRead } from './shown-words.ts';
import type { BareHop, Where } from './thread-trace.ts';

// What members were asked about a box, a link or a line of the plan. No tie is stored: what was asked
// says itself what it is about. Its id on the thread is `consultationId:statementId`.

/** What a thing on the thread is called in `about`. */
const ABOUT: Readonly<Partial<Record<ThreadKind, string>>> = {
  box: 'box',
  link: 'link',
  'plan-line': 'plan-line',
};

/** What was asked about things of a kind. */
export async function askedInto(at: Where, kind: ThreadKind, ids: string[]): Promise<BareHop[]> {
  const wanted = new Set(ids);
  const rows = ABOUT[kind] === undefined ? [] : await everyAsked(at);
  return rows
    .filter(({ about }) => about?.kind === ABOUT[kind] && wanted.has(about?.id ?? ''))
    .map(hopOf);
}

/** What things that were asked are about. */
export async function askedOutOf(at: Where, ids: string[]): Promise<BareHop[]> {
  const wanted = new Set(ids);
  return (await everyAsked(at)).map(hopOf).filter(({ from }) => wanted.has(from.id));
}

type Asked = Awaited<ReturnType<typeof everyAsked>>[number];

function hopOf({ id, consultationId, about, opensOn }: Asked): BareHop {
  const kinds = Object.keys(ABOUT) as ThreadKind[];
  const to: ThreadEnd = {
    kind: kinds.find((kind) => ABOUT[kind] === about?.kind) ?? 'box',
    id: about?.id ?? '',
  };
  const on = opensOn === null ? null : new Date(`${opensOn}T12:00:00Z`);
  return {
    from: { kind: 'asked', id: `${consultationId}:${id}` },
    to,
    way: 'asked',
    note: '',
    byId: '',
    at: on,
    wordsThen: '',
  };
}

/** Everything that a programme asked about its theory or its plan, read once a thread. */
function everyAsked(at: Where) {
  const there = read.get(at);
  if (there) return there;
  const fresh = readAsked(at);
  read.set(at, fresh);
  return fresh;
}

const read = new WeakMap<Where, ReturnType<typeof readAsked>>();

/** Drafts left out. */
async function readAsked({ db, authorityId, programmeId }: Where) {
  return db
    .select({
      id: statements.id,
      consultationId: statements.consultationId,
      about: statements.about,
      opensOn: consultations.opensOn,
    })
    .from(statements)
    .innerJoin(consultations, consultationOfStatement)
    .where(
      and(
        eq(statements.authorityId, authorityId),
        eq(consultations.programmeId, programmeId),
        inArray(consultations.kind, ['walk', 'plan-line']),
        ne(consultations.status, 'draft'),
        isNotNull(statements.about),
      ),
    );
}

/**
 * What was asked, by its words, with what parents and carers answered once it has closed: small
 * numbers hidden for everybody, because a thread is printed as evidence.
 */
export async function askedNamed(
  { db, authorityId, programmeId }: Where,
  ends: string[],
  today: string,
): Promise<{ id: string; title: string }[]> {
  if (ends.length === 0) return [];
  const ids = ends.map((end) => end.split(':')[1] ?? '');
  const rows = await db
    .select({ item: statements, title: consultations.title, consultation: consultations })
    .from(statements)
    .innerJoin(consultations, consultationOfStatement)
    .where(
      and(
        eq(statements.authorityId, authorityId),
        eq(consultations.programmeId, programmeId),
        inArray(statements.id, ids),
      ),
    );
  const answers = await db
    .select({
      statementId: votes.statementId,
      vote: votes.vote,
      choice: votes.choice,
    })
    .from(votes)
    .innerJoin(
      panelMembers,
      and(eq(panelMembers.authorityId, votes.authorityId), eq(panelMembers.id, votes.memberId)),
    )
    .where(
      and(
        eq(votes.authorityId, authorityId),
        inArray(votes.statementId, ids),
        ne(panelMembers.kind, 'practitioner'),
      ),
    );
  const bare = answers.map((answer) => ({ ...answer, comment: '', words: null }));
  const items = rows.map(({ item }) => item);
  const asked = await askedToRead(db, { authorityId, programmeId }, items);
  return rows.map(({ item, title, consultation }, at) => {
    const said = `${title}: ${asked[at]?.text ?? ''}`;
    const id = `${consultation.id}:${item.id}`;
    if (stateOf(consultation, today) !== 'closed') return { id, title: said };
    const [result] = itemResults([item], bare, false);
    const counts = (result?.counts ?? []).map(
      ({ label, count }) => `${label.toLowerCase()} ${count}`,
    );
    return { id, title: `${said} (${counts.join(', ')})` };
  });
}
