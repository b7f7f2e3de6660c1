import { membersOf } from '#db/panel.ts';
import type { Reader } from '#db/store.server.ts';
import { apart } from './item-results.ts';

/** Answers of parents and carers apart from those of practitioners, who are never added to them. */
export async function answersApart<Answer extends { memberId: string }>(
  db: Reader,
  programme: { authorityId: string; id: string },
  answers: readonly Answer[],
): Promise<{ parents: Answer[]; practitioners: Answer[] }> {
  const members = await membersOf(db, programme.authorityId, programme.id);
  const practitioners = members.filter(({ kind }) => kind === 'practitioner').map(({ id }) => id);
  return apart(answers, new Set(practitioners));
}
