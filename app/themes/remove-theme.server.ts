import { record, type Programme } from '#db/people.ts';
import { replyTo } from '#db/replies.ts';
import { theStore } from '#db/store.server.ts';
import { themeById, updateTheme } from '#db/themes.ts';
import { tiesOutOf, untieInto } from '#db/thread.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';

/** Removes a theme that nothing rests on: what families were told, and evidence, must keep theirs. */
export async function removeTheme(
  by: Person,
  programme: Programme,
  themeId: string,
): Promise<void> {
  allow(by, 'themes.edit', programme);
  const { authorityId } = programme;
  await theStore().write(`theme:${themeId}`, async (tx) => {
    const theme = await themeById(tx, authorityId, programme.id, themeId);
    if (!theme) throw new NotFound('theme');
    if (await replyTo(tx, authorityId, themeId)) {
      throw new Conflict('Families have an answer to this theme, or a draft of one: it must stay.');
    }
    if ((await tiesOutOf(tx, authorityId, 'theme', [themeId])).length > 0) {
      throw new Conflict('Evidence of a need rests on this theme: it must stay.');
    }
    await untieInto(tx, authorityId, { kind: 'theme', id: themeId });
    await updateTheme(tx, authorityId, themeId, { removedAt: new Date() });
    await record(tx, by, 'theme.removed', { kind: 'theme', id: themeId }, { name: theme.name });
  });
}
