import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { consultationById } from '#db/consultations.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { tie } from '#db/thread.ts';
import { wordsInWalk } from '#db/walks.ts';
import { applyTo } from '../apply-operations.server.ts';
import { stamped } from '../box-form.ts';
import { lastPosition, type Box, type Theory } from '../graph.ts';
import { addingBox, addingLink, type Operation } from '../operations.ts';
import type { TakeFields, TakenFrom } from './form.ts';
import { TAKES } from './form.ts';

/**
 * Makes what a member wrote a box of the theory, in the words of whoever does it: what would stop a
 * step an assumption or a risk beside it, what is missing a box before it. The box is tied to the
 * comment on the thread. Gives the id of the box.
 */
export async function takeWords(
  by: Person,
  programme: Programme,
  consultationId: string,
  { voteId, from }: { voteId: string; from: TakenFrom },
  fields: TakeFields,
): Promise<string> {
  allow(by, 'theory.edit', programme);
  allow(by, 'answers.read', programme);
  const { authorityId, id: programmeId } = programme;
  const types: readonly string[] = TAKES[from];
  if (!types.includes(fields.type)) throw new NotFound('type of box for these words');
  const known = await theoryOfProgramme(theStore().read, authorityId, programmeId);
  if (known === undefined) throw new NotFound('theory of change');
  return theStore().write(`theory:${known.id}`, async (tx) => {
    const before = await theoryOfProgramme(tx, authorityId, programmeId);
    const walk = await consultationById(tx, authorityId, programmeId, consultationId);
    if (before === undefined || walk === undefined) throw new NotFound('walk');
    const said = await wordsInWalk(tx, authorityId, consultationId, voteId);
    if (said === undefined) throw new NotFound('comment');
    const boxId = `walk-${fields.mark}`;
    if (before.boxes.some(({ id }) => id === boxId)) return boxId;
    const step = stepOf(before, said.about);
    if (step === null) {
      throw new Conflict('The step that this was about is not in the theory any more.');
    }
    const box: Box = {
      id: boxId,
      type: fields.type,
      label: fields.label,
      detail: '',
      more: {},
      x: null,
      y: null,
      position: lastPosition(before, fields.type),
    };
    const sent = stamped(fields.mark, [
      addingBox(box),
      linking(`${boxId}-link`, boxId, step.id, fields.reason),
    ]);
    const reply = await applyTo(
      tx,
      by,
      { programmeId, before },
      { baseSequence: before.sequence, sent },
    );
    const refused = reply.refused[0];
    if (refused !== undefined) throw new Conflict(refused.message);
    const ends = {
      from: { kind: 'vote' as const, id: voteId },
      to: { kind: 'box' as const, id: boxId },
    };
    await tie(tx, [{ authorityId, programmeId, ...ends, at: new Date(), by: by.id }]);
    const thing = { kind: 'consultation', id: consultationId };
    await record(tx, by, 'walk.taken', thing, { title: walk.title });
    return boxId;
  });
}

/** The box that words were about: where a link leads, or the outcome itself; null when it is gone. */
function stepOf(
  theory: Pick<Theory, 'boxes' | 'links'>,
  about: { kind: string; id: string } | null,
): Box | null {
  const link = theory.links.find(({ id }) => about?.kind === 'link' && id === about.id);
  const id = about?.kind === 'box' ? about.id : link?.target;
  return theory.boxes.find((box) => box.id === id) ?? null;
}

function linking(id: string, source: string, target: string, reason: string): Operation {
  return addingLink({ id, kind: 'leadsTo', source, target, reason, more: {} });
}
