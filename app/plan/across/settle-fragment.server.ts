import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { applyWhole } from '#app/theory/apply-whole.server.ts';
import { lineById } from '#db/plan-lines.ts';
import { record, type Programme } from '#db/people.ts';
import { updateFragment } from '#db/publications.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { saveLine } from '../lines/keep-plan-line.server.ts';
import { LineForm, lineToType } from '../lines/line-form.ts';
import { followable, following, withTheirWords } from './follow.ts';
import type { WordChange } from './fragment.ts';
import {
  editionMark,
  mayBeSettledBy,
  publicationsTaken,
  readTaken,
  type TakenFragment,
} from './read-taken.server.ts';

/** The fragment, and where it can be read now. */
function toSettle(all: readonly TakenFragment[], id: string) {
  const found = all.find((fragment) => fragment.id === id);
  if (!found) throw new NotFound('fragment');
  if (found.upstream === null) {
    throw new Conflict('They do not publish it any more: there is nothing to take over.');
  }
  return { found, upstream: found.upstream };
}

/** Leaves ours as it is: what they changed is not offered again until they publish something new. */
export async function keepOurs(by: Person, programme: Programme, id: string): Promise<void> {
  const { authorityId, id: programmeId } = programme;
  const { found, upstream } = toSettle(await readTaken(programme), id);
  allow(by, mayBeSettledBy(found.kind), programme);
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    await updateFragment(tx, authorityId, id, { lookedAt: editionMark(upstream) });
    const details = { title: found.title, from: found.origin.owner };
    await record(tx, by, 'fragment.looked', { kind: 'fragment', id }, details);
  });
}

/**
 * Takes over what they changed in the words of what was taken: by ordinary operations and deeds, so that
 * it stands in the history and can be taken back. What is gone there stays here, and what is gone here
 * stays away; neither is noted as taken over.
 */
export async function followThem(by: Person, programme: Programme, id: string): Promise<void> {
  const { authorityId, id: programmeId } = programme;
  const { read } = theStore();
  const publications = await publicationsTaken(read, programme);
  const { kind } = toSettle(await readTaken(programme, { publications }), id).found;
  allow(by, mayBeSettledBy(kind), programme);
  const theory = await theoryOfProgramme(read, authorityId, programmeId);
  const scope =
    kind === 'outcome' && theory
      ? (`theory:${theory.id}` as const)
      : (`programme:${programmeId}` as const);
  await theStore().write(scope, async (tx) => {
    const { found, upstream } = toSettle(await readTaken(programme, { publications, db: tx }), id);
    const applied = whatToApply(found);
    if (kind === 'outcome') await followOutcome(tx, by, programme, applied);
    else await followLine(tx, by, programme, applied);
    await updateFragment(tx, authorityId, id, {
      taken: found.things.map((thing) => withTheirWords(thing, applied)),
      lookedAt: editionMark(upstream),
    });
    const details = { title: found.title, from: found.origin.owner };
    await record(tx, by, 'fragment.followed', { kind: 'fragment', id }, details);
  });
}

function whatToApply({ kind, things, changes }: TakenFragment): WordChange[] {
  const standing = new Set(things.flatMap(({ here, stands }) => (stands ? here : [])));
  const applied = followable(changes, standing);
  if (applied.length > 0) return applied;
  throw new Conflict(
    kind === 'plan-line' && standing.size === 0
      ? 'The line is not in your plan any more, so nothing was taken over.'
      : 'Nothing was taken over: what they changed is gone, in theirs or in yours.',
  );
}

async function followOutcome(
  tx: Writer,
  by: Person,
  { authorityId, id: programmeId }: Programme,
  applied: readonly WordChange[],
): Promise<void> {
  const before = await theoryOfProgramme(tx, authorityId, programmeId);
  if (!before) throw new NotFound('theory of change');
  const operations = applied.flatMap((change) => following(before, change));
  await applyWhole(tx, by, { programmeId, before }, operations);
}

/** Their title, objective and measure of success; everything else of the line is ours. */
async function followLine(
  tx: Writer,
  by: Person,
  { id: programmeId }: Programme,
  applied: readonly WordChange[],
): Promise<void> {
  const lineId = applied[0]?.thing.here ?? '';
  const line = await lineById(tx, by.authorityId, programmeId, lineId);
  if (!line) throw new NotFound('plan line');
  const fields = LineForm.safeParse({
    ...lineToType(line),
    ...Object.fromEntries(applied.map(({ field, is }) => [field, is])),
    version: line.version,
  });
  if (!fields.success) {
    throw new Conflict(`It cannot be taken over: ${fields.error.issues[0]?.message ?? ''}.`);
  }
  await saveLine(tx, by, { programmeId, lineId }, fields.data);
}
