import { checkPaper } from '#app/panel/meetings/paper-check.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { seenMeasures } from '#app/theory/measures/seen.ts';
import { shownBaseline } from '#app/theory/measures/measure.ts';
import { namedAmong } from '#app/theory/publish/public-view.ts';
import { dayOf } from '#app/ui/words.ts';
import { newId, shuffledId } from '#db/ids.ts';
import { valuesOfTheory } from '#db/measures.ts';
import { allNames, record, type Programme } from '#db/people.ts';
import { versionById, type PlanVersionRow } from '#db/plan-versions.ts';
import { insertPublishedPlan, publishedPlansOf, updatePublishedPlan } from '#db/published-plans.ts';
import { publishedReplies } from '#db/replies.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { dislikedWordsOf } from '#db/survey-edits.ts';
import { registerForTheory, theoryOfProgramme } from '#db/theory.ts';
import { councilJargon } from '#templates/words/index.ts';
import { digestOf } from '../versions/put-up.server.ts';
import { sealOf, type FrozenPlan } from '../versions/frozen.ts';
import {
  publicPlanOf,
  textsIn,
  type PlanShown,
  type PublicMeasure,
  type PublicPlan,
  type Refusal,
} from './public-plan.ts';

/** What would be read of a version, and what stands in its way. */
export interface Draft {
  plan: PublicPlan;
  /** Where a person of the authority is named: it is not published so. */
  named: string[];
  /** What is not plain English; it stops nobody. */
  notes: string[];
}

/** What is not being done: needs that wait, and answers that said no in public already. */
export async function refusalsOf(
  db: Reader,
  { authorityId, id }: Pick<Programme, 'authorityId' | 'id'>,
): Promise<Refusal[]> {
  const waiting = (await registerForTheory(db, authorityId, id)).flatMap((need): Refusal[] =>
    need.notNowBecause === ''
      ? []
      : [{ id: need.id, what: need.statement, why: need.notNowBecause }],
  );
  const answered = (await publishedReplies(db, authorityId, id)).flatMap((reply): Refusal[] =>
    reply.status === 'we-cannot'
      ? [{ id: reply.id, what: reply.youSaid, why: reply.because || reply.words }]
      : [],
  );
  return [...waiting, ...answered];
}

/** The measures of the programme with their newest figure, as far as everybody may see it. */
async function publicMeasures(
  db: Reader,
  { authorityId, id }: Pick<Programme, 'authorityId' | 'id'>,
): Promise<PublicMeasure[]> {
  const theory = await theoryOfProgramme(db, authorityId, id);
  if (!theory) return [];
  const values = await valuesOfTheory(db, authorityId, theory.id);
  return seenMeasures(theory, values).map(({ measure, about, newest }) => ({
    id: measure.id,
    label: measure.label,
    about,
    library: measure.library,
    shared: measure.shared,
    unit: measure.unit,
    from: shownBaseline(measure),
    fromOn: measure.baselineOn,
    to: measure.target,
    toOn: measure.targetOn,
    newest,
  }));
}

/** A version as everybody would read it with these choices. */
export async function draftOf(
  db: Reader,
  programme: Programme,
  version: PlanVersionRow,
  shown: PlanShown,
): Promise<Draft> {
  const { authorityId } = programme;
  const plan = publicPlanOf(
    (version.frozen as FrozenPlan).data,
    {
      number: version.number,
      name: version.name,
      approvedOn: dayOf(version.decidedAt ?? version.putUpAt),
      seal: sealOf(version.digest),
    },
    { measures: await publicMeasures(db, programme), refusals: await refusalsOf(db, programme) },
    shown,
  );
  const texts = textsIn(plan);
  return {
    plan,
    named: namedAmong(texts, await allNames(db, authorityId)),
    notes: checkPaper(
      texts.map(({ text }) => text),
      { jargon: councilJargon.words, disliked: await dislikedWordsOf(db, authorityId) },
    ).notes,
  };
}

/**
 * Puts an approved version where everybody can read it. What is read is fixed now: what is changed later
 * is not seen until somebody publishes it again. All versions of a plan stand at one address.
 */
export async function publishPlan(
  by: Person,
  programme: Programme,
  versionId: string,
  shown: PlanShown,
  at = new Date(),
): Promise<{ code: string } | { named: string[] }> {
  allow(by, 'plan.publish', programme);
  const { authorityId, id: programmeId } = programme;
  return theStore().write(`programme:${programmeId}`, async (tx) => {
    const version = await versionById(tx, authorityId, programmeId, versionId);
    if (!version) throw new NotFound('version of the plan');
    if (version.state !== 'approved') {
      throw new Conflict('Only an approved version can be published. Have it signed off first.');
    }
    if (digestOf(version.frozen) !== version.digest) {
      throw new Conflict(
        'What is kept of this version is not what was approved. Sign it off again.',
      );
    }
    if (version.nameErasedAt !== null) {
      throw new Conflict('A name was erased since it was signed off: sign a new version off.');
    }
    const { plan, named } = await draftOf(tx, programme, version, shown);
    if (named.length > 0) return { named };
    const all = await publishedPlansOf(tx, authorityId, programmeId);
    const before = all.find((row) => row.versionId === versionId);
    const code = all[0]?.code ?? shuffledId().slice(0, 12);
    const now = { content: plan, publishedAt: at, publishedBy: by.name };
    const open = { withdrawnAt: null, withdrawnBy: '' };
    if (before) await updatePublishedPlan(tx, authorityId, before.id, { ...now, ...open });
    else {
      const ids = { id: newId(at), authorityId, programmeId, versionId, code };
      await insertPublishedPlan(tx, { ...ids, ...now, ...open });
    }
    const { number, name } = version;
    await record(
      tx,
      by,
      'plan.published',
      { kind: 'plan-version', id: versionId },
      { number, name },
    );
    return { code };
  });
}

/** Takes a version off the public page. The page stays and says so. */
export async function withdrawPlan(
  by: Person,
  programme: Programme,
  versionId: string,
  at = new Date(),
): Promise<void> {
  allow(by, 'plan.publish', programme);
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const all = await publishedPlansOf(tx, authorityId, programmeId);
    const row = all.find((one) => one.versionId === versionId);
    if (!row) throw new NotFound('published plan');
    if (row.withdrawnAt !== null) return;
    await updatePublishedPlan(tx, authorityId, row.id, {
      withdrawnAt: at,
      withdrawnBy: by.name,
    });
    const { number } = (row.content as PublicPlan).version;
    await record(tx, by, 'plan.unpublished', { kind: 'plan-version', id: versionId }, { number });
  });
}
