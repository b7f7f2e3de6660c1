import { record, type Programme } from '#db/people.ts';
import { linesOf } from '#db/plan-lines.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { gatheredUnder, themeById, themesOf } from '#db/themes.ts';
import { readTheories } from '#db/thread-drawn-theory.ts';
import { theoryCache } from '#db/thread-theory.ts';
import { thingsOf } from '#db/thread-things.ts';
import { tie, tiesInto, tiesOutOf, untie } from '#db/thread.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import {
  isThreadKind,
  KIND_NAMES,
  themeRelationOf,
  type ThemeRelation,
  type ThreadEnd,
} from '#app/thread/kinds.ts';
import { endKey, type Thing } from '#app/thread/trace.ts';
import type { SPOKEN_ABOUT } from './say-about.ts';
import { type Said, type ToSpeakAbout } from './say-about.ts';

function named(db: Reader, programme: Programme, ends: readonly ThreadEnd[]): Promise<Thing[]> {
  const { authorityId, id: programmeId } = programme;
  const theories = theoryCache(db, authorityId, programmeId);
  return thingsOf({ db, authorityId, programmeId, theories }, ends, () => undefined);
}

/**
 * Notes what families said under a theme about a box or a link of the theory, or a line of the plan.
 * It changes nothing there: whoever owns it sees it, and decides. Said again, the last relation stands.
 */
export async function sayAbout(
  by: Person,
  programme: Programme,
  themeId: string,
  said: { about: ThreadEnd; relation: ThemeRelation; why: string },
  at = new Date(),
): Promise<void> {
  allow(by, 'themes.edit', programme);
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`theme:${themeId}`, async (tx) => {
    const theme = await themeById(tx, authorityId, programmeId, themeId);
    if (!theme) throw new NotFound('theme');
    if ((await gatheredUnder(tx, authorityId, [themeId])).length === 0) {
      throw new Conflict('Gather comments under the theme first: a name alone says nothing.');
    }
    const [thing] = await named(tx, programme, [said.about]);
    if (!thing) throw new NotFound(KIND_NAMES[said.about.kind].toLowerCase());
    const from = { kind: 'theme', id: themeId } as const;
    await untie(tx, { authorityId, programmeId }, from, said.about);
    const { relation, why: note, about: to } = said;
    const tied = { authorityId, programmeId, from, to, relation, note, wordsThen: theme.name };
    await tie(tx, [{ ...tied, at, by: by.id }]);
    const details = { name: theme.name, about: thing.what.toLowerCase() };
    await record(tx, by, 'theme.tied', { kind: 'theme', id: themeId }, details);
  });
}

/** Takes back what a theme says about something; harmless when it is gone already. */
export async function unsayAbout(
  by: Person,
  programme: Programme,
  themeId: string,
  about: ThreadEnd,
): Promise<void> {
  allow(by, 'themes.edit', programme);
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`theme:${themeId}`, async (tx) => {
    const theme = await themeById(tx, authorityId, programmeId, themeId);
    if (!theme) throw new NotFound('theme');
    if (!(await untie(tx, { authorityId, programmeId }, { kind: 'theme', id: themeId }, about)))
      return;
    const details = { name: theme.name, about: KIND_NAMES[about.kind].toLowerCase() };
    await record(tx, by, 'theme.untied', { kind: 'theme', id: themeId }, details);
  });
}

/** What a theme says about our plans, and what else it could speak about. */
export async function readSayings(
  programme: Programme,
  themeId: string,
): Promise<{ said: Said[]; choices: ToSpeakAbout[] }> {
  const { read } = theStore();
  const { authorityId, id } = programme;
  const ties = (await tiesOutOf(read, authorityId, 'theme', [themeId])).flatMap((one) => {
    const relation = themeRelationOf(one.relation);
    return relation && isThreadKind(one.toKind)
      ? [{ about: { kind: one.toKind, id: one.toId }, relation, why: one.note }]
      : [];
  });
  const things = await named(
    read,
    programme,
    ties.map(({ about }) => about),
  );
  const byEnd = new Map(things.map((thing) => [endKey(thing.end), thing]));
  const { boxes, links } = await readTheories(read, authorityId, id);
  const lines = await linesOf(read, authorityId, id);
  const group = (heading: string, kind: (typeof SPOKEN_ABOUT)[number], all: [string, string][]) =>
    all.length === 0
      ? []
      : [{ heading, things: all.map(([one, title]) => ({ value: `${kind}:${one}`, title })) }];
  return {
    said: ties.map(({ about, relation, why }) => {
      const thing = byEnd.get(endKey(about));
      return {
        about,
        what: thing?.what ?? KIND_NAMES[about.kind],
        title: thing?.title ?? 'Removed since',
        relation,
        why,
        gone: thing === undefined,
      };
    }),
    choices: [
      ...group(
        'Lines of the plan',
        'plan-line',
        lines.map((line) => [line.id, line.title]),
      ),
      ...group(
        'Boxes of the theory',
        'box',
        [...boxes.values()].map((box) => [box.id, box.label]),
      ),
      ...group('Links of the theory', 'link', [...links]),
    ],
  };
}

/** What families said about one thing of ours, theme by theme. */
export interface FamiliesSaid {
  themeId: string;
  theme: string;
  relation: ThemeRelation;
  why: string;
}

export async function whatFamiliesSaid(
  programme: Programme,
  about: ThreadEnd,
): Promise<FamiliesSaid[]> {
  const { read } = theStore();
  const { authorityId, id } = programme;
  const ties = await tiesInto(read, authorityId, about.kind, [about.id]);
  const own = ties.filter((one) => one.programmeId === id && one.fromKind === 'theme');
  if (own.length === 0) return [];
  const names = new Map(
    (await themesOf(read, authorityId, id)).map(({ theme }) => [theme.id, theme.name]),
  );
  return own.flatMap(({ fromId, relation: word, note }) => {
    const [theme, relation] = [names.get(fromId), themeRelationOf(word)];
    return theme && relation ? [{ themeId: fromId, theme, relation, why: note }] : [];
  });
}
