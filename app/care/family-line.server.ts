import { dutyContactOf } from '#db/care.ts';
import { authoritiesHere } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';

/**
 * The authority's own line for families: of the authority that is known from who is signed in, or of
 * the only one that there is.
 */
export async function familyLineHere(
  authorityId: string | undefined,
): Promise<{ name: string; phone: string } | null> {
  const { read } = theStore();
  const all = authorityId === undefined ? await authoritiesHere(read) : [];
  const id = authorityId ?? (all.length === 1 ? all[0]?.id : undefined);
  if (id === undefined) return null;
  const contact = await dutyContactOf(read, id);
  if (!contact || contact.familyLine === '') return null;
  return { name: contact.familyLine, phone: contact.familyPhone };
}
