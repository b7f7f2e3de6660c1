import { memberAnywhere } from '#db/panel.ts';
import { insertPersonalLink } from '#db/people.ts';
import { columnsOf, insertPurposeLink } from '#db/post.ts';
import type { Writer } from '#db/store.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { hashOf, newToken } from '#app/people/tokens.server.ts';
import type { Purpose, Whose } from './purposes.ts';

export interface NewLink {
  authorityId: string;
  person: Whose;
  purpose: Purpose;
  about?: { kind: string; id: string } | null;
  days: number;
  /** Whether it ends when it is used; a link to sign in with works until it ends. */
  once: boolean;
  /** For a link to sign in with: earlier ones end when this one is first followed. */
  endsEarlier?: boolean;
  at?: Date;
}

/**
 * Makes a personal link and gives its token, this once: only its hash is kept, so nobody can look it
 * up later. The page of its purpose finds it again by `findLink`.
 */
export async function makeLink(tx: Writer, link: NewLink): Promise<string> {
  const { authorityId, person, purpose, days, once } = link;
  const createdAt = link.at ?? new Date();
  const token = newToken();
  const about = link.about ?? null;
  const kept = {
    tokenHash: hashOf(token),
    authorityId,
    about,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + days * 86_400_000),
    replacedAt: null,
  };
  if (purpose === 'sign-in') {
    const personId = await whoSignsIn(tx, authorityId, person);
    const endsEarlier = link.endsEarlier ?? false;
    await insertPersonalLink(tx, { ...kept, personId, lastUsedAt: null, endsEarlier });
  } else {
    await insertPurposeLink(tx, { ...kept, ...columnsOf(person), purpose, once, usedAt: null });
  }
  return token;
}

/** Only members come in by a link: staff have passwords, and who is not on the panel has no page. */
async function whoSignsIn(tx: Writer, authorityId: string, whose: Whose): Promise<string> {
  const member =
    'member' in whose ? await memberAnywhere(tx, authorityId, whose.member) : undefined;
  if (!member || member.leftOn !== null) throw new NotFound('member');
  return member.personId;
}
