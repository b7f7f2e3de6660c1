import { NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import { callsOf } from '#db/recruitment.ts';
import { theStore } from '#db/store.server.ts';
import { publishedAt, type PublishedVersion } from '#db/theory-versions.ts';
import type { Theory } from '../graph.ts';
import { differenceOf } from '../history/difference.ts';
import { differenceInWords, differenceTables } from '../history/difference-rows.ts';
import { partsOf, viewOf } from '../parts.ts';
import { withoutFewBaselines } from './public-view.ts';

/** What stands at a public address, for anybody who has it. */
export async function readPublic(
  code: string,
  asked: { version: string | null; part: string | null },
  at = new Date(),
) {
  const { read } = theStore();
  const found = await published(code);
  const [latest] = found?.versions ?? [];
  if (found === undefined || latest === undefined) throw new NotFound('page');
  const shown =
    asked.version === null ? latest : found.versions.find(({ id }) => id === asked.version);
  if (shown === undefined) throw new NotFound('page');
  const part = partsOf(shown.theory).find(({ id }) => id === asked.part) ?? null;
  const { authority, programme, versions } = found;
  return {
    authority,
    programme,
    shown,
    part,
    theory: viewOf(shown.theory, part?.id),
    isLatest: shown.id === latest.id,
    latest: latest.id,
    versions: versions.map(({ id, name, publishedAt: when }) => ({ id, name, at: when })),
    since: changedFrom(shown, versions),
    calls: (await callsOf(read, authority.id, programme.id))
      .filter(({ closesOn }) => closesOn >= dayOf(at))
      .map(({ code: call, title, closesOn }) => ({ code: call, title, closesOn })),
  };
}

/** What was frozen before units were read as strictly as now may hold a baseline of few people. */
async function published(code: string) {
  const found = await publishedAt(theStore().read, code);
  return (
    found && {
      ...found,
      versions: found.versions.map((each) => ({
        ...each,
        theory: withoutFewBaselines(each.theory),
      })),
    }
  );
}

/** What differs from the version that was published before; null for the first. */
function changedFrom(shown: PublishedVersion, versions: readonly PublishedVersion[]) {
  const before = versions[versions.findIndex(({ id }) => id === shown.id) + 1];
  if (before === undefined) return null;
  const [was, is]: [Theory, Theory] = [before.theory, shown.theory];
  const difference = differenceOf(was, is);
  return {
    name: before.name,
    summary: differenceInWords(difference),
    tables: differenceTables(was, is, difference),
  };
}
