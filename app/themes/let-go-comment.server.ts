import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { deleteExcerpt, themeById } from '#db/themes.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';

/** Takes a comment out of a theme: it was not about this. The comment itself stays where it is. */
export async function letGoComment(
  by: Person,
  programme: Programme,
  themeId: string,
  excerptId: string,
): Promise<void> {
  allow(by, 'themes.edit', programme);
  const { authorityId } = programme;
  await theStore().write(`theme:${themeId}`, async (tx) => {
    const theme = await themeById(tx, authorityId, programme.id, themeId);
    if (!theme) throw new NotFound('theme');
    if (!(await deleteExcerpt(tx, authorityId, themeId, excerptId))) throw new NotFound('comment');
    await record(tx, by, 'theme.let-go', { kind: 'theme', id: themeId }, { name: theme.name });
  });
}
