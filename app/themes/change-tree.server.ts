import {
  codingsUnder,
  insertThemeChange,
  markUndone,
  moveCodings,
  themeChangesOf,
  type CodingRow,
} from '#db/coding.ts';
import {
  deleteExcerptsByIds,
  everyThemeOf,
  insertTheme,
  twinsOf,
  updateTheme,
  insertExcerpts,
} from '#db/themes.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { replyTo } from '#db/replies.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { tiesOutOf } from '#db/thread.ts';
import { allow } from '#app/people/allow.server.ts';
import type { AuditAction } from '#app/people/audit.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import type { ThemeFields } from './theme.ts';
import {
  inverseOf,
  merge,
  place,
  regroup,
  remove,
  settled,
  TreeSteps,
  type TreeState,
} from './tree-changes.ts';
import { whyNotUnder } from './tree.ts';

/** What a change is called in the list of what can be undone. */
type What = 'merged' | 'split' | 'moved' | 'regrouped' | 'removed';

interface Doing {
  what: What;
  sentence: string;
  steps: (state: TreeState) => TreeSteps;
  audit: { action: AuditAction; id: string; details: Record<string, string | number> };
}

interface Named {
  id: string;
  name: string;
  parentId: string | null;
  removedAt: Date | null;
}

/** Makes one theme part of another: its comments and the themes under it go there. */
export async function mergeThemes(
  by: Person,
  programme: Programme,
  fromId: string,
  intoId: string,
): Promise<void> {
  allow(by, 'themes.edit', programme);
  await inTree(by, programme, async (tx, themes) => {
    const [from, into] = [themeIn(themes, fromId), themeIn(themes, intoId)];
    if (from.id === into.id) throw new Conflict('A theme cannot be merged into itself.');
    await mayGo(tx, programme, fromId);
    if (isUnder(live(themes), intoId, fromId)) {
      throw new Conflict(`“${into.name}” stands under “${from.name}”: merge the other way round.`);
    }
    return {
      what: 'merged',
      sentence: `merged “${from.name}” into “${into.name}”`,
      steps: (state) => merge(state, fromId, intoId),
      audit: { action: 'theme.merged', id: intoId, details: { name: into.name } },
    };
  });
}

/** Puts some comments of a theme under another one. */
export async function regroupComments(
  by: Person,
  programme: Programme,
  fromId: string,
  excerptIds: readonly string[],
  toId: string,
): Promise<void> {
  allow(by, 'themes.edit', programme);
  await inTree(by, programme, (_tx, themes) => {
    const [from, to] = [themeIn(themes, fromId), themeIn(themes, toId)];
    const count = excerptIds.length;
    return Promise.resolve({
      what: 'regrouped',
      sentence: `moved ${count} of “${from.name}” to “${to.name}”`,
      steps: (state) => regroup(state, ofTheme(state, fromId, excerptIds), toId),
      audit: { action: 'theme.regrouped', id: toId, details: { name: to.name, count } },
    });
  });
}

/** Makes a new theme of some comments of a theme, beside it or under it. */
export async function splitTheme(
  by: Person,
  programme: Programme,
  fromId: string,
  excerptIds: readonly string[],
  fields: ThemeFields,
): Promise<string> {
  allow(by, 'themes.edit', programme);
  const at = new Date();
  const id = newId(at);
  await inTree(by, programme, async (tx, themes) => {
    const from = themeIn(themes, fromId);
    const { authorityId, id: programmeId } = programme;
    const row = { ...fields, id, authorityId, programmeId, createdAt: at, createdBy: by.id };
    await insertTheme(tx, row);
    const parentId = fields.parentId ?? null;
    return {
      what: 'split',
      sentence: `split “${fields.name}” off “${from.name}”`,
      steps: (state) => {
        const next = { ...state, themes: [...state.themes, { id, parentId, removed: true }] };
        const moves = regroup(next, ofTheme(state, fromId, excerptIds), id);
        return { ...moves, themes: [{ id, parentId, removed: false }] };
      },
      audit: { action: 'theme.split', id: fromId, details: { name: from.name } },
    };
  });
  return id;
}

/** Puts a theme under another, or at the top. */
export async function placeTheme(
  by: Person,
  programme: Programme,
  themeId: string,
  parentId: string | null,
): Promise<void> {
  allow(by, 'themes.edit', programme);
  await inTree(by, programme, (_tx, themes) => {
    const theme = themeIn(themes, themeId);
    const why = whyNotUnder(live(themes), themeId, parentId);
    if (why !== null) throw new Conflict(`${why}.`);
    const parent = parentId === null ? null : themeIn(themes, parentId);
    return Promise.resolve({
      what: 'moved',
      sentence: `put “${theme.name}” ${parent ? `under “${parent.name}”` : 'at the top'}`,
      steps: (state) => place(state, themeId, parentId),
      audit: { action: 'theme.moved', id: themeId, details: { name: theme.name } },
    });
  });
}

/** Takes a theme away that nothing rests on; those under it move up. It can be put back. */
export async function removeTheme(
  by: Person,
  programme: Programme,
  themeId: string,
): Promise<void> {
  allow(by, 'themes.edit', programme);
  await inTree(by, programme, async (tx, themes) => {
    const theme = themeIn(themes, themeId);
    await mayGo(tx, programme, themeId);
    return {
      what: 'removed',
      sentence: `took “${theme.name}” away`,
      steps: (state) => remove(state, themeId),
      audit: { action: 'theme.removed', id: themeId, details: { name: theme.name } },
    };
  });
}

/** Undoes the last change that stands: changes are undone in turn, latest first. */
export async function undoTreeChange(
  by: Person,
  programme: Programme,
  changeId: string,
): Promise<void> {
  allow(by, 'themes.edit', programme);
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const [last] = await themeChangesOf(tx, authorityId, programmeId, 'standing');
    if (!last) throw new NotFound('change');
    if (last.id !== changeId) {
      throw new Conflict('Something was changed since. Undo the latest change first.');
    }
    const themes = await everyThemeOf(tx, authorityId, programmeId);
    const { state, rows } = await stateOf(tx, programme, themes);
    await take(tx, programme, state, settled(state, TreeSteps.parse(last.inverse)), rows);
    await markUndone(tx, authorityId, last.id, new Date());
    await record(tx, by, 'theme.undone', { kind: 'programme', id: programmeId });
  });
}

async function inTree(
  by: Person,
  programme: Programme,
  plan: (tx: Writer, themes: Named[]) => Promise<Doing>,
): Promise<void> {
  const { authorityId, id: programmeId } = programme;
  const at = new Date();
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const themes = await everyThemeOf(tx, authorityId, programmeId);
    const { what, sentence, steps: stepsOf, audit } = await plan(tx, themes);
    const { state, rows } = await stateOf(tx, programme, themes);
    const steps = stepsOf(state);
    const inverse = inverseOf(state, steps);
    await take(tx, programme, state, steps, rows);
    const id = newId(at);
    const change = { id, authorityId, programmeId, what, sentence, inverse, at, by: by.id };
    await insertThemeChange(tx, { ...change, undoneAt: null });
    await record(tx, by, audit.action, { kind: 'theme', id: audit.id }, audit.details);
  });
}

async function stateOf(tx: Writer, programme: Programme, themes: readonly Named[]) {
  const ids = themes.map(({ id }) => id);
  const rows = await codingsUnder(tx, programme.authorityId, ids);
  const state: TreeState = {
    themes: themes.map(({ id, parentId, removedAt }) => ({
      id,
      parentId,
      removed: removedAt !== null,
    })),
    codings: rows.map((row) => ({
      id: row.id,
      themeId: row.themeId,
      key: `${row.sourceKind}:${row.sourceId}:${row.question}`,
      addedAt: row.addedAt.toISOString(),
      addedBy: row.addedBy,
    })),
  };
  return { state, rows };
}

/** Takes the steps in the store. Twins are read first: a step may move or drop them. */
async function take(
  tx: Writer,
  programme: Programme,
  state: TreeState,
  steps: TreeSteps,
  rows: readonly CodingRow[],
): Promise<void> {
  const { authorityId } = programme;
  const known = new Map(state.themes.map((theme) => [theme.id, theme]));
  for (const { id, parentId, removed } of steps.themes) {
    const was = known.get(id);
    const removedAt = removed ? new Date() : null;
    const isSame = was !== undefined && was.removed === removed;
    await updateTheme(tx, authorityId, id, isSame ? { parentId } : { parentId, removedAt });
  }
  const twins = await twinsOf(
    tx,
    authorityId,
    steps.adds.map(({ twin }) => twin),
  );
  const byId = new Map(twins.map((twin) => [twin.id, twin]));
  const there = new Set(rows.map(({ id }) => id));
  await deleteExcerptsByIds(tx, authorityId, steps.drops);
  const targets = new Set(steps.moves.map(({ to }) => to));
  for (const to of targets) {
    const ids = steps.moves.filter((move) => move.to === to && there.has(move.id));
    await moveCodings(
      tx,
      authorityId,
      ids.map(({ id }) => id),
      to,
    );
  }
  const adds = steps.adds.flatMap(({ id, themeId, twin, addedAt, addedBy }) => {
    const of = byId.get(twin);
    return of ? [{ ...of, id, themeId, addedAt: new Date(addedAt), addedBy }] : [];
  });
  await insertExcerpts(tx, adds);
}

/** What families were told, and evidence, must keep the theme that they rest on. */
async function mayGo(tx: Writer, { authorityId }: Programme, themeId: string): Promise<void> {
  if (await replyTo(tx, authorityId, themeId)) {
    throw new Conflict('Families have an answer to this theme, or a draft of one: it must stay.');
  }
  if ((await tiesOutOf(tx, authorityId, 'theme', [themeId])).length > 0) {
    throw new Conflict('Evidence of a need rests on this theme: it must stay.');
  }
}

const live = (themes: readonly Named[]) => themes.filter(({ removedAt }) => removedAt === null);

function themeIn(themes: readonly Named[], id: string): Named {
  const theme = live(themes).find((each) => each.id === id);
  if (!theme) throw new NotFound('theme');
  return theme;
}

function isUnder(themes: readonly Named[], id: string, parentId: string): boolean {
  const parent = new Map(themes.map((theme) => [theme.id, theme.parentId]));
  let at = parent.get(id) ?? null;
  for (let hops = 0; at !== null && hops < 100; hops += 1) {
    if (at === parentId) return true;
    at = parent.get(at) ?? null;
  }
  return false;
}

/** Of the codings that were ticked, those that stand under this theme. */
function ofTheme(state: TreeState, themeId: string, ids: readonly string[]): string[] {
  const own = new Set(
    state.codings.filter((coding) => coding.themeId === themeId).map(({ id }) => id),
  );
  return ids.filter((id) => own.has(id));
}
