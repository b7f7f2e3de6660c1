import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { insertTheme, themeById, themesOf, updateTheme } from '#db/themes.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import type { ThemeFields } from './theme.ts';
import { whyNotUnder } from './tree.ts';

/** Names a theme and says what belongs under it. */
export async function nameTheme(
  by: Person,
  programme: Programme,
  fields: ThemeFields,
): Promise<string> {
  allow(by, 'themes.edit', programme);
  const createdAt = new Date();
  const { authorityId, id: programmeId } = programme;
  const theme = { id: newId(createdAt), authorityId, programmeId, ...fields };
  await theStore().write(null, async (tx) => {
    const themes = (await themesOf(tx, authorityId, programmeId)).map((row) => row.theme);
    const why = whyNotUnder([...themes, theme], theme.id, theme.parentId);
    if (why !== null) throw new Conflict(`${why}.`);
    await insertTheme(tx, { ...theme, createdAt, createdBy: by.id });
    await record(tx, by, 'theme.added', { kind: 'theme', id: theme.id }, { name: theme.name });
  });
  return theme.id;
}

/** Gives a theme other words; what was gathered under it, and its place in the tree, stay. */
export async function renameTheme(
  by: Person,
  programme: Programme,
  themeId: string,
  fields: Omit<ThemeFields, 'parentId'>,
): Promise<void> {
  allow(by, 'themes.edit', programme);
  const { authorityId } = programme;
  const { name, definition, example, isNot, notes } = fields;
  await theStore().write(`theme:${themeId}`, async (tx) => {
    if (!(await themeById(tx, authorityId, programme.id, themeId))) throw new NotFound('theme');
    await updateTheme(tx, authorityId, themeId, { name, definition, example, isNot, notes });
    await record(tx, by, 'theme.changed', { kind: 'theme', id: themeId }, { name });
  });
}
