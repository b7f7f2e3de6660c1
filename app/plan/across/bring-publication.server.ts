import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { fromJson } from '#app/theory/formats/json.ts';
import type { Theory } from '#app/theory/graph.ts';
import { publicView } from '#app/theory/publish/public-view.ts';
import { plainTexts } from '#app/http/plain-text.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { deleteBrought, insertBrought } from '#db/publications.ts';
import { theStore } from '#db/store.server.ts';
import { PublicPlan } from '../public/public-plan.ts';

/** Larger than any published theory or plan is. */
const MOST_BYTES = 5 * 1024 * 1024;

type Read =
  | { kind: 'theory'; title: string; content: Theory }
  | { kind: 'plan'; title: string; content: PublicPlan };

/**
 * What a published file holds: a plan as its public page gives it, or a theory in our own format. Of a
 * theory only what could have been published is kept, whatever else the file says.
 */
function readPublished(text: string, fileName: string): Read | { problem: string } {
  let value: unknown;
  try {
    value = plainTexts(JSON.parse(text));
  } catch {
    return { problem: 'The file is not complete JSON. Download it again from the public page' };
  }
  const plan = PublicPlan.safeParse(value);
  if (plan.success) {
    return { kind: 'plan', title: plan.data.programme.title, content: plan.data };
  }
  const theory = fromJson(text, fileName);
  if (theory.ok && theory.theory.boxes.length > 0) {
    const evidence = theory.theory.pieces.flatMap(({ id, kind }) =>
      kind === 'evidence' ? id : [],
    );
    const content = publicView(theory.theory, { evidence, leads: false });
    return { kind: 'theory', title: content.title, content };
  }
  return {
    problem:
      'The file holds no published plan or theory. Choose the data (JSON) from the public page of a plan or theory',
  };
}

/** Keeps a publication of another installation, to be compared. */
export async function bringPublication(
  by: Person,
  programme: Programme,
  file: { name: string; bytes: Uint8Array },
  owner: string,
  at = new Date(),
): Promise<{ id: string } | { problem: string }> {
  allow(by, 'theory.edit', programme);
  if (file.bytes.byteLength > MOST_BYTES) {
    return { problem: 'The file is larger than 5 MB, and no published plan or theory is' };
  }
  const read = readPublished(new TextDecoder().decode(file.bytes), file.name);
  if ('problem' in read) return read;
  const { authorityId, id: programmeId } = programme;
  const id = newId(at);
  const { kind, title, content } = read;
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    await insertBrought(tx, {
      ...{ id, authorityId, programmeId, kind, fileName: file.name.slice(0, 200), owner, title },
      ...{ content, broughtAt: at, broughtBy: by.name },
    });
    await record(tx, by, 'publication.brought', { kind: 'publication', id }, { title, owner });
  });
  return { id };
}

/** Removes what was brought in. What was taken over from it stays, with where it came from. */
export async function removePublication(
  by: Person,
  programme: Programme,
  id: string,
): Promise<void> {
  allow(by, 'theory.edit', programme);
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const gone = await deleteBrought(tx, authorityId, programmeId, id);
    if (!gone) return;
    const { title, owner } = gone;
    await record(tx, by, 'publication.removed', { kind: 'publication', id }, { title, owner });
  });
}
