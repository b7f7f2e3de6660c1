import { z } from 'zod';

/**
 * What is done to a tree of themes and its codings, as small steps whose inverse is known, so that it
 * can be undone. A coding is "these words belong under this theme". No step loses one: merged words
 * stand under the theme that stays, and a coding that is there twice is dropped once, and comes back
 * from its twin when it is undone.
 */

export interface Coding {
  id: string;
  themeId: string;
  /** Which words: the key of their source. */
  key: string;
  addedAt: string;
  addedBy: string;
}

/** A theme as far as its place in the tree goes. */
export interface PlacedTheme {
  id: string;
  parentId: string | null;
  removed: boolean;
}

/** Steps that change the tree; themes are changed first, then codings moved, dropped and added. */
export const TreeSteps = z.object({
  themes: z.array(
    z.object({ id: z.string(), parentId: z.string().nullable(), removed: z.boolean() }),
  ),
  moves: z.array(z.object({ id: z.string(), to: z.string() })),
  drops: z.array(z.string()),
  /** Codings to be made from a twin: the same words under another theme. */
  adds: z.array(
    z.object({
      id: z.string(),
      themeId: z.string(),
      twin: z.string(),
      addedAt: z.string(),
      addedBy: z.string(),
    }),
  ),
});
export type TreeSteps = z.infer<typeof TreeSteps>;

export interface TreeState {
  themes: readonly PlacedTheme[];
  codings: readonly Coding[];
}

const NOTHING: TreeSteps = { themes: [], moves: [], drops: [], adds: [] };

/** Codings put under another theme: those whose words stand there already are dropped. */
export function regroup(state: TreeState, ids: readonly string[], to: string): TreeSteps {
  const wanted = new Set(ids);
  const there = new Set(
    state.codings.filter(({ themeId }) => themeId === to).map(({ key }) => key),
  );
  const steps: TreeSteps = { ...NOTHING, moves: [], drops: [] };
  for (const coding of state.codings) {
    if (!wanted.has(coding.id) || coding.themeId === to) continue;
    if (there.has(coding.key)) steps.drops.push(coding.id);
    else {
      there.add(coding.key);
      steps.moves.push({ id: coding.id, to });
    }
  }
  return steps;
}

/** One theme becomes part of another: its words go there, and so do the themes under it. */
export function merge(state: TreeState, from: string, into: string): TreeSteps {
  const ids = state.codings.filter(({ themeId }) => themeId === from).map(({ id }) => id);
  const steps = regroup(state, ids, into);
  const gone = state.themes.filter(({ id }) => id === from);
  const under = state.themes.filter(({ parentId, removed }) => parentId === from && !removed);
  return {
    ...steps,
    themes: [
      ...gone.map((theme) => ({ ...theme, removed: true })),
      ...under.map((theme) => ({ ...theme, parentId: into })),
    ],
  };
}

/** A theme stands under another from now on, or at the top. */
export function place(state: TreeState, id: string, parentId: string | null): TreeSteps {
  const found = state.themes.filter((theme) => theme.id === id);
  return { ...NOTHING, themes: found.map((theme) => ({ ...theme, parentId })) };
}

/** Takes a theme away; those under it move up to where it stood. Its codings are kept for the undo. */
export function remove(state: TreeState, id: string): TreeSteps {
  const found = state.themes.find((theme) => theme.id === id);
  if (!found) return NOTHING;
  const under = state.themes.filter((theme) => theme.parentId === id && !theme.removed);
  return {
    ...NOTHING,
    themes: [
      { ...found, removed: true },
      ...under.map((theme) => ({ ...theme, parentId: found.parentId })),
    ],
  };
}

/** What the state is after the steps: the same as the store does, for tests and for looking ahead. */
export function after(state: TreeState, steps: TreeSteps): TreeState {
  const themes = new Map(state.themes.map((theme) => [theme.id, theme]));
  for (const theme of steps.themes) themes.set(theme.id, { ...themes.get(theme.id), ...theme });
  const before = new Map(state.codings.map((coding) => [coding.id, coding]));
  const moved = new Map(steps.moves.map(({ id, to }) => [id, to]));
  const dropped = new Set(steps.drops);
  const kept = state.codings
    .filter(({ id }) => !dropped.has(id))
    .map((coding) => ({ ...coding, themeId: moved.get(coding.id) ?? coding.themeId }));
  const added = steps.adds.flatMap(({ twin, ...coding }) => {
    const of = before.get(twin);
    return of ? [{ ...coding, key: of.key }] : [];
  });
  return { themes: [...themes.values()], codings: [...kept, ...added] };
}

/** The steps that lead back: worked out before the steps are taken. */
export function inverseOf(state: TreeState, steps: TreeSteps): TreeSteps {
  const themes = new Map(state.themes.map((theme) => [theme.id, theme]));
  const codings = new Map(state.codings.map((coding) => [coding.id, coding]));
  const next = after(state, steps);
  return {
    themes: steps.themes.map(
      ({ id, parentId }) => themes.get(id) ?? { id, parentId, removed: true },
    ),
    moves: steps.moves.flatMap(({ id }) => {
      const was = codings.get(id);
      return was ? [{ id, to: was.themeId }] : [];
    }),
    drops: steps.adds.map(({ id }) => id),
    adds: steps.drops.flatMap((id) => {
      const was = codings.get(id);
      // The twin under the theme that stays: a move back never takes it away.
      const twin = next.codings.find(
        (each) => each.key === was?.key && !steps.moves.some((move) => move.id === each.id),
      );
      const fallback = next.codings.find((each) => each.key === was?.key);
      const from = twin ?? fallback;
      if (!was || !from) return [];
      const { themeId, addedAt, addedBy } = was;
      return [{ id, themeId, twin: from.id, addedAt, addedBy }];
    }),
  };
}

/**
 * Steps made safe against what happened since they were worked out: a coding that is gone is passed
 * over, and one whose words came to stand where it would go is dropped instead of doubled.
 */
export function settled(state: TreeState, steps: TreeSteps): TreeSteps {
  const codings = new Map(state.codings.map((coding) => [coding.id, coding]));
  const leaving = new Set([...steps.moves.map(({ id }) => id), ...steps.drops]);
  const standing = new Set(
    state.codings
      .filter(({ id }) => !leaving.has(id))
      .map(({ themeId, key }) => `${themeId} ${key}`),
  );
  const moves: TreeSteps['moves'] = [];
  const drops = steps.drops.filter((id) => codings.has(id));
  for (const { id, to } of steps.moves) {
    const coding = codings.get(id);
    if (!coding) continue;
    const place = `${to} ${coding.key}`;
    if (standing.has(place)) drops.push(id);
    else {
      standing.add(place);
      moves.push({ id, to });
    }
  }
  const adds = steps.adds.filter(({ id, twin, themeId }) => {
    const of = codings.get(twin);
    if (!of || codings.has(id)) return false;
    const place = `${themeId} ${of.key}`;
    return standing.has(place) ? false : Boolean(standing.add(place));
  });
  return { themes: steps.themes, moves, drops, adds };
}
