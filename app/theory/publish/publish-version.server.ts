import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { shuffledId } from '#db/ids.ts';
import { allNames, programmeById, record } from '#db/people.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { updateVersion, versionById, versionsOf } from '#db/theory-versions.ts';
import { peopleNamed, publicView, type PublicPage, type Shown } from './public-view.ts';

/** What is decided when a version is published. */
export interface Publishing extends Shown {
  /** How to comment on it, in the authority's words. */
  comment: string;
}

/**
 * Where the public page would name a person of the authority, a member of a panel too. It does not say
 * whom: not everybody who publishes may know who is a member.
 */
export async function namedInPublic(
  db: Reader,
  authorityId: string,
  page: PublicPage,
): Promise<string[]> {
  return peopleNamed(page, await allNames(db, authorityId));
}

/**
 * Puts a named version where everybody can read it: what is seen is fixed now, and what is changed later
 * is not seen. All versions of a theory stand at one address.
 */
export async function publishVersion(
  by: Person,
  programmeId: string,
  versionId: string,
  { comment, ...shown }: Publishing,
): Promise<{ code: string } | { named: string[] }> {
  allow(by, 'theory.edit', { authorityId: by.authorityId });
  const { authorityId } = by;
  return theStore().write(`programme:${programmeId}`, async (tx) => {
    const found = await versionById(tx, authorityId, programmeId, versionId);
    if (found === undefined) throw new NotFound('version');
    const { version, theory } = found;
    if (theory.boxes.length === 0) throw new Conflict('There is nothing in this version to read.');
    const seen = publicView(theory, shown);
    const programme = (await programmeById(tx, authorityId, programmeId))?.title ?? '';
    const page = { theory: seen, name: version.name, comment, programme };
    const named = await namedInPublic(tx, authorityId, page);
    if (named.length > 0) return { named };
    const others = await versionsOf(tx, authorityId, version.theoryId);
    const code = others.find((each) => each.code !== null)?.code ?? shuffledId().slice(0, 12);
    await updateVersion(tx, authorityId, versionId, {
      code,
      publishedAt: new Date(),
      publishedBy: by.name,
      publicContent: seen,
      comment,
      withdrawnAt: null,
    });
    const { name } = version;
    await record(tx, by, 'theory.published', { kind: 'theory', id: version.theoryId }, { name });
    return { code };
  });
}

/** Takes a version off its public page. */
export async function withdrawVersion(
  by: Person,
  programmeId: string,
  versionId: string,
): Promise<void> {
  allow(by, 'theory.edit', { authorityId: by.authorityId });
  const { authorityId } = by;
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const found = await versionById(tx, authorityId, programmeId, versionId);
    if (found === undefined) throw new NotFound('version');
    const { theoryId, name, publishedAt, withdrawnAt } = found.version;
    if (publishedAt === null || withdrawnAt !== null) return;
    await updateVersion(tx, authorityId, versionId, { withdrawnAt: new Date() });
    await record(tx, by, 'theory.withdrawn', { kind: 'theory', id: theoryId }, { name });
  });
}
