import type { Programme } from '#db/people.ts';
import type { Person } from '#app/people/can.ts';
import { mergeThemes, placeTheme, regroupComments, splitTheme } from './change-tree.server.ts';
import { themeNamed } from './theme.ts';
import { themeById } from '#db/themes.ts';
import { theStore } from '#db/store.server.ts';

/** What somebody does to a theme on the page where its comments stand side by side. */
export type Doing =
  | { intent: 'move'; coding: readonly string[]; to: string }
  | {
      intent: 'split';
      coding: readonly string[];
      name: string;
      definition: string;
      where: 'beside' | 'under';
    }
  | { intent: 'merge'; into: string }
  | { intent: 'place'; parent: string };

/** Does it, and says at which theme to go on and what was done. */
export async function doToTheme(
  by: Person,
  programme: Programme,
  themeId: string,
  doing: Doing,
): Promise<{ at: string; said: string }> {
  switch (doing.intent) {
    case 'move':
      await regroupComments(by, programme, themeId, doing.coding, doing.to);
      return { at: themeId, said: 'The comments are moved. It can be undone.' };
    case 'split': {
      const theme = await themeById(theStore().read, programme.authorityId, programme.id, themeId);
      const parentId = doing.where === 'under' ? themeId : (theme?.parentId ?? null);
      const fields = { ...themeNamed(doing.name, doing.definition), parentId };
      const id = await splitTheme(by, programme, themeId, doing.coding, fields);
      return { at: id, said: 'The new theme stands here. It can be undone.' };
    }
    case 'merge':
      await mergeThemes(by, programme, themeId, doing.into);
      return { at: doing.into, said: 'The themes are merged. It can be undone.' };
    case 'place':
      await placeTheme(by, programme, themeId, doing.parent === '' ? null : doing.parent);
      return { at: themeId, said: 'The theme stands there now. It can be undone.' };
  }
}
