import { NotFound } from '#app/people/errors.ts';
import type { Programme } from '#db/people.ts';
import { versionById, versionsOf } from '#db/plan-versions.ts';
import { publishedPlansOf } from '#db/published-plans.ts';
import { theStore } from '#db/store.server.ts';
import { shownAtFirst } from './publish-form.ts';
import { PublicPlan, type PlanShown } from './public-plan.ts';
import { draftOf, refusalsOf } from './publish-plan.server.ts';

/** Everything that the page of publishing shows. */
export async function readPublishing(
  programme: Programme,
  asked: { versionId: string | null; shown?: PlanShown | undefined },
) {
  const { authorityId, id: programmeId } = programme;
  const db = theStore().read;
  const approved = (await versionsOf(db, authorityId, programmeId)).filter(
    ({ state }) => state === 'approved',
  );
  const published = await publishedPlansOf(db, authorityId, programmeId);
  const chosen =
    asked.versionId === null ? approved[0] : approved.find(({ id }) => id === asked.versionId);
  if (asked.versionId !== null && !chosen) throw new NotFound('version of the plan');
  const refusals = await refusalsOf(db, programme);
  const before = published.find((row) => row.versionId === chosen?.id) ?? published[0];
  const shown =
    asked.shown ??
    (before ? decidedIn(before.content, refusals) : shownAtFirst(programme.title, refusals));
  const version = chosen && (await versionById(db, authorityId, programmeId, chosen.id));
  return {
    versions: approved.map(({ id, number, name }) => {
      const row = published.find((one) => one.versionId === id);
      return {
        id,
        number,
        name,
        publishedAt: row?.publishedAt ?? null,
        publishedBy: row?.publishedBy ?? '',
        withdrawnAt: row?.withdrawnAt ?? null,
        code: row?.code ?? null,
      };
    }),
    chosen: chosen ? { id: chosen.id, number: chosen.number, name: chosen.name } : null,
    refusals,
    shown,
    draft: version ? await draftOf(db, programme, version, shown) : null,
  };
}

/** What was decided when it was published, to begin with when it is published again. */
function decidedIn(content: unknown, refusals: readonly { id: string; what: string }[]): PlanShown {
  const plan = PublicPlan.parse(content);
  const told = new Set(plan.cannot.map(({ what }) => what));
  return {
    summary: plan.summary,
    say: plan.say,
    names: plan.lines.some(({ who, partners }) => who + partners !== ''),
    money: plan.money !== null,
    cannot: refusals.flatMap(({ id, what }) => (told.has(what) ? [id] : [])),
  };
}
