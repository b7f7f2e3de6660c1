import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { applyWhole } from '#app/theory/apply-whole.server.ts';
import { isOutcomeType } from '#app/theory/graph.ts';
import { dayOf } from '#app/ui/words.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { insertFragment } from '#db/publications.ts';
import { theStore, type Reader, type Writer } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { insertPlanLine } from '../lines/keep-plan-line.server.ts';
import { LineForm } from '../lines/line-form.ts';
import { rowsToType } from '../lines/line-rows.ts';
import {
  calledOf,
  lineFragment,
  outcomeFragment,
  sayOrigin,
  takingOver,
  type Origin,
  type TakenThing,
  type Thing,
} from './fragment.ts';
import type { Edition, Publication } from './publication.ts';
import { readPublications } from './read-publications.server.ts';

/** What somebody asks for: `outcome:ID` or `plan-line:ID` of a publication. */
export interface Asked {
  code: string;
  what: string;
}

/** What is there to take, as it is published now. */
export async function readFragment(
  db: Reader,
  programme: Pick<Programme, 'authorityId' | 'id'>,
  { code, what }: Asked,
) {
  const [publication] = await readPublications(db, programme, [code]);
  const [kind, id = ''] = what.split(/:(.*)/s);
  if (publication && kind === 'outcome' && publication.theory) {
    const { theory } = publication.theory;
    const things = outcomeFragment(theory, id);
    const type = theory.boxes.find((box) => box.id === id)?.type;
    if (things && type && isOutcomeType(type)) {
      const origin = originOf(publication, 'theory', publication.theory);
      return { of: 'theory' as const, publication, theory, things, type, origin };
    }
  }
  if (publication && kind === 'plan-line' && publication.plan) {
    const line = publication.plan.plan.lines.find((each) => each.id === id);
    if (line) {
      const origin = originOf(publication, 'plan', publication.plan);
      return { of: 'plan' as const, publication, things: [lineFragment(line)], origin };
    }
  }
  throw new NotFound('publication');
}

function originOf(publication: Publication, of: Origin['of'], edition: Edition): Origin {
  const { owner, programme, fictional, isFile } = publication;
  const { code, versionId, version, publishedAt } = edition;
  const publishedOn = dayOf(publishedAt);
  return { owner, programme, fictional, isFile, of, code, versionId, version, publishedOn };
}

/** Which things of an outcome, and whether they go under one of ours or under a new one. */
export interface OutcomeChoice {
  /** Ids there. */
  things: readonly string[];
  /** Id of our outcome, or empty for a new one. */
  onto: string;
}

/**
 * Takes an outcome over with what somebody chose of it, by ordinary operations: it stands in the history,
 * can be taken back in one go, and everything in it says where it came from.
 */
export async function takeOutcome(
  by: Person,
  programme: Programme,
  asked: Asked,
  choice: OutcomeChoice,
  at = new Date(),
): Promise<{ fragmentId: string; boxId: string }> {
  allow(by, 'theory.edit', programme);
  const { authorityId, id: programmeId } = programme;
  const found = await readFragment(theStore().read, programme, asked);
  if (found.of !== 'theory') throw new NotFound('outcome');
  const ours = await theoryOfProgramme(theStore().read, authorityId, programmeId);
  if (!ours) throw new Conflict('Start your theory of change first: then there is a place for it.');
  return theStore().write(`theory:${ours.id}`, async (tx) => {
    const before = await theoryOfProgramme(tx, authorityId, programmeId);
    if (before?.id !== ours.id) throw new NotFound('theory of change');
    const onto =
      before.boxes.find(({ id, type }) => id === choice.onto && isOutcomeType(type)) ?? null;
    if (choice.onto !== '' && onto === null) {
      throw new Conflict('Your outcome is gone. Choose another one, or a new one.');
    }
    const chosen = new Set(choice.things);
    const things = found.things.filter(
      ({ kind, there }) => kind === 'outcome' || chosen.has(there),
    );
    if (onto !== null && things.length < 2) throw new Conflict('Choose what to take over.');
    const { operations, taken } = takingOver(
      before,
      found.theory,
      { things, onto, type: found.type },
      sayOrigin(found.origin),
      () => newId(),
    );
    await applyWhole(tx, by, { programmeId, before }, operations);
    const [outcome] = found.things;
    const fragmentId = await keepFragment(tx, by, programme, {
      ...{ kind: 'outcome', title: outcome ? calledOf(outcome) : '' },
      ...{ origin: found.origin, taken, at },
    });
    return { fragmentId, boxId: onto?.id ?? taken[0]?.here ?? '' };
  });
}

/** Takes the shape of a plan line over: what, what for and the steps, without a name, a day or money. */
export async function takeLine(
  by: Person,
  programme: Programme,
  asked: Asked,
  at = new Date(),
): Promise<{ fragmentId: string; lineId: string }> {
  allow(by, 'plan.edit', programme);
  const found = await readFragment(theStore().read, programme, asked);
  const [thing] = found.things;
  if (found.of !== 'plan' || thing === undefined) throw new NotFound('plan line');
  const fields = LineForm.safeParse(lineToTake(thing));
  if (!fields.success) {
    throw new Conflict(`It cannot be taken over: ${fields.error.issues[0]?.message ?? ''}.`);
  }
  return theStore().write(`programme:${programme.id}`, async (tx) => {
    const lineId = await insertPlanLine(tx, by, programme.id, fields.data);
    const fragmentId = await keepFragment(tx, by, programme, {
      ...{ kind: 'plan-line', title: calledOf(thing), origin: found.origin, at },
      taken: [{ ...thing, here: lineId }],
    });
    return { fragmentId, lineId };
  });
}

/** A plan line as it would be typed: its steps without days and names. */
function lineToTake({ words }: Thing): Record<string, unknown> {
  const steps = (words['steps'] ?? '').split('\n').filter((title) => title !== '');
  return {
    title: words['title'] ?? '',
    objective: words['objective'] ?? '',
    successCriteria: words['successCriteria'] ?? '',
    ...rowsToType({
      steps: steps.map((title) => ({
        ...{ id: null, kind: 'milestone' as const, title, owner: '', dueOn: null, doneOn: null },
      })),
      dependsOn: [],
    }),
  };
}

interface ToKeep {
  kind: 'outcome' | 'plan-line';
  title: string;
  origin: Origin;
  taken: TakenThing[];
  at: Date;
}

async function keepFragment(
  tx: Writer,
  by: Person,
  { authorityId, id: programmeId }: Programme,
  { kind, title, origin, taken, at }: ToKeep,
): Promise<string> {
  const id = newId(at);
  await insertFragment(tx, {
    ...{ id, authorityId, programmeId, kind, title, code: origin.code, origin, taken },
    ...{ takenAt: at, takenBy: by.name, lookedAt: '' },
  });
  const details = { title, from: origin.owner };
  await record(tx, by, 'fragment.taken', { kind: 'fragment', id }, details);
  return id;
}
