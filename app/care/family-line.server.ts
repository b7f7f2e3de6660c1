import { dutyContactOf } from '#db/care.ts';
import { authoritiesHere } from '#db/people.ts';
import { onBehalfOf } from '#db/scope.server.ts';
import { theStore } from '#db/store.server.ts';

/**
 * The authority's own line for families: of the authority that is known from who is signed in, or of
 * the only one that there is. Of fictional places the first is the one that is shown.
 */
export async function familyLineHere(
  authorityId: string | undefined,
): Promise<{ name: string; phone: string } | null> {
  const { read } = theStore();
  const all = authorityId === undefined ? await authoritiesHere(read) : [];
  const shown = all.every(({ isDemonstration }) => isDemonstration) ? all.slice(0, 1) : all;
  const id = authorityId ?? (shown.length === 1 ? shown[0]?.id : undefined);
  if (id === undefined) return null;
  const contact = await onBehalfOf(id, () => dutyContactOf(read, id));
  if (!contact || contact.familyLine === '') return null;
  return { name: contact.familyLine, phone: contact.familyPhone };
}
