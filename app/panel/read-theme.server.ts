import { needsOf } from '#db/needs.ts';
import type { Programme } from '#db/people.ts';
import { replyTo } from '#db/replies.ts';
import { theStore } from '#db/store.server.ts';
import { gatheredUnder, themeById } from '#db/themes.ts';
import { tiesOutOf } from '#db/thread.ts';
import { NotFound } from '#app/people/errors.ts';
import { readComments } from '#app/themes/read-comments.server.ts';
import { fromOf, themeLines, type GatheredWords, type ThemeLine } from './theme-lists.ts';
import { sourceKey, wordsNow } from '#app/themes/comments.ts';

/** A theme with the words gathered under it and the needs that rest on it. */
export async function readTheme(
  programme: Programme,
  themeId: string,
  today: string,
  closely: boolean,
): Promise<{
  theme: ThemeLine;
  gathered: GatheredWords[] | null;
  needs: { id: string; statement: string }[];
}> {
  const { read } = theStore();
  const { authorityId } = programme;
  const stored = await themeById(read, authorityId, programme.id, themeId);
  if (!stored) throw new NotFound('theme');
  const excerpts = await gatheredUnder(read, authorityId, [themeId]);
  const reply = (await replyTo(read, authorityId, themeId)) ?? null;
  const [theme] = themeLines([{ theme: stored, reply }], excerpts, today, closely);
  if (!theme) throw new NotFound('theme');
  const needs = await needsOnTheme(programme, themeId);
  if (!closely) return { theme, gathered: null, needs };
  const comments = await readComments(read, programme);
  const byKey = new Map(comments.map((one) => [sourceKey(one.source), one]));
  const gathered = excerpts.map((one): GatheredWords => {
    const source = byKey.get(`${one.sourceKind}:${one.sourceId}:${one.question}`);
    return {
      id: one.id,
      words: one.words,
      from: source ? fromOf(source) : '',
      now: wordsNow(one.words, source?.words),
      place: { kind: one.sourceKind, id: one.sourceId, question: one.question },
    };
  });
  return { theme, gathered, needs };
}

/** The needs behind which this theme stands as evidence. */
async function needsOnTheme(programme: Programme, themeId: string) {
  const { read } = theStore();
  const { authorityId } = programme;
  const ties = await tiesOutOf(read, authorityId, 'theme', [themeId]);
  const evidence = ties.filter((tie) => tie.toKind === 'evidence').map((tie) => tie.toId);
  const onward = await tiesOutOf(read, authorityId, 'evidence', evidence);
  const ids = new Set(onward.filter((tie) => tie.toKind === 'need').map((tie) => tie.toId));
  const needs = await needsOf(read, authorityId, programme.id);
  return needs.filter(({ id }) => ids.has(id)).map(({ id, statement }) => ({ id, statement }));
}
