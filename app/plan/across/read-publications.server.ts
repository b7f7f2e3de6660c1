import type { Theory } from '#app/theory/graph.ts';
import { withoutFewBaselines } from '#app/theory/publish/public-view.ts';
import type { Programme } from '#db/people.ts';
import { authorityById } from '#db/people.ts';
import {
  broughtOf,
  publicPlans,
  publicTheories,
  publishedPlansHere,
  publishedTheoriesHere,
  type PublishedHead,
} from '#db/publications.ts';
import type { Reader } from '#db/store.server.ts';
import { PublicPlan } from '../public/public-plan.ts';
import { isMeant, type Publication } from './publication.ts';

type Head = Omit<Publication, 'theory' | 'plan'> & {
  theory: (PublishedHead & { version: string }) | null;
  plan: PublishedHead | null;
};

/**
 * What others have published here, and what was brought in as files: the newest edition of each
 * programme. Fictional places see fictional ones and real ones see real ones.
 *
 * @param wanted the codes of those that are wanted; null for all. What nobody wants is not loaded.
 */
export async function readPublications(
  db: Reader,
  { authorityId, id: programmeId }: Pick<Programme, 'authorityId' | 'id'>,
  wanted: readonly string[] | null = null,
): Promise<Publication[]> {
  if (wanted?.length === 0) return [];
  const heads = (await headsHere(db, authorityId, programmeId)).filter(
    (head) => wanted === null || wanted.some((code) => isMeant(head, code)),
  );
  const theories = await publicTheories(
    db,
    heads.flatMap(({ theory }) => theory?.versionId ?? []),
  );
  const plans = await publicPlans(
    db,
    heads.flatMap(({ plan }) => plan?.versionId ?? []),
  );
  const here = heads.map((head): Publication => ({
    ...head,
    theory: head.theory && theoryEdition(head.theory, theories),
    plan: head.plan && planEdition(head.plan, plans),
  }));
  return [...here, ...(await broughtPublications(db, authorityId, programmeId, wanted))];
}

/** Whose they are and which editions stand, by name of the owner; our own programme is not among them. */
async function headsHere(db: Reader, authorityId: string, programmeId: string): Promise<Head[]> {
  const fictional = (await authorityById(db, authorityId))?.isDemonstration ?? false;
  const found = new Map<string, Head>();
  const of = (row: PublishedHead): Head =>
    found.get(row.programmeId) ?? {
      key: row.code,
      owner: row.owner,
      programme: row.programme,
      fictional,
      isOurs: row.authorityId === authorityId,
      isFile: false,
      theory: null,
      plan: null,
    };
  for (const theory of await publishedTheoriesHere(db, fictional)) {
    if (theory.programmeId === programmeId) continue;
    found.set(theory.programmeId, { ...of(theory), theory });
  }
  for (const plan of await publishedPlansHere(db, fictional)) {
    if (plan.programmeId === programmeId) continue;
    found.set(plan.programmeId, { ...of(plan), plan });
  }
  return [...found.values()].sort((a, b) => a.owner.localeCompare(b.owner, 'en-GB'));
}

/** Null where it was taken down since its head was read. */
function theoryEdition(
  { code, versionId, version, publishedAt }: NonNullable<Head['theory']>,
  theories: ReadonlyMap<string, Theory>,
): Publication['theory'] {
  const theory = theories.get(versionId);
  return theory === undefined
    ? null
    : { code, versionId, version, publishedAt, theory: withoutFewBaselines(theory) };
}

function planEdition(
  { code, versionId, publishedAt }: NonNullable<Head['plan']>,
  plans: ReadonlyMap<string, unknown>,
): Publication['plan'] {
  if (!plans.has(versionId)) return null;
  const plan = PublicPlan.parse(plans.get(versionId));
  const version = `${plan.version.number}: ${plan.version.name}`;
  return { code, versionId, version, publishedAt, plan };
}

async function broughtPublications(
  db: Reader,
  authorityId: string,
  programmeId: string,
  wanted: readonly string[] | null,
): Promise<Publication[]> {
  return (await broughtOf(db, authorityId, programmeId, wanted)).map((row): Publication => {
    const edition = {
      code: row.id,
      versionId: row.id,
      version: row.fileName,
      publishedAt: row.broughtAt,
    };
    const isTheory = row.kind === 'theory';
    return {
      key: row.id,
      owner: row.owner,
      programme: row.title,
      fictional: false,
      isOurs: false,
      isFile: true,
      theory: isTheory ? { ...edition, theory: row.content as Theory } : null,
      plan: isTheory ? null : { ...edition, plan: PublicPlan.parse(row.content) },
    };
  });
}
