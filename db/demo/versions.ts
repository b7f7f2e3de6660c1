import { applyOperations } from '#app/theory/apply-operations.server.ts';
import type { Theory } from '#app/theory/graph.ts';
import { nameVersion } from '#app/theory/history/name-version.server.ts';
import { addingBox, addingLink, fieldOf, type Operation } from '#app/theory/operations.ts';
import { evidenceChoices } from '#app/theory/publish/public-view.ts';
import { publishVersion } from '#app/theory/publish/publish-version.server.ts';
import { newId } from '../ids.ts';
import { theStore } from '../store.server.ts';
import { theoryOfProgramme } from '../theory.ts';
import type { Demonstration } from './load.server.ts';
import type { DemoTheory } from './theory.ts';

/**
 * Two versions of the theory have a name: what the panel was asked about, with a newsletter that
 * nobody wanted, and what the board approved after it. The second is there for everybody to read.
 */
export async function demoVersions(
  d: Demonstration,
  { theoryId, boxes }: DemoTheory,
): Promise<void> {
  const newsletter = newId();
  await changed(d, (theory) => [
    addingBox({
      id: newsletter,
      type: 'activity',
      label: 'Send a printed newsletter to every household with a child under five',
      detail: '',
      more: { lead: 'Communications', benefits: 'All families' },
      x: null,
      y: null,
      position: 1 + Math.max(...theory.boxes.map(({ position }) => position)),
    }),
    addingLink({
      id: newId(),
      kind: 'leadsTo',
      source: newsletter,
      target: boxes.offer,
      reason: 'It says what is on and where',
      more: {},
    }),
  ]);
  await named(
    d,
    theoryId,
    'As consulted with the panel',
    'What members walked through in the spring.',
  );
  await changed(d, (theory) => [
    { kind: 'removeBox', id: newsletter },
    ...reworded(theory, boxes.oneDoor, 'detail', PAPER),
    ...reworded(theory, boxes.sessions, 'label', SESSIONS),
    ...fromTo(theory, boxes.openLater, boxes.sessions),
  ]);
  const note = 'Approved by the Best Start programme board after the panel had been heard.';
  const approved = await named(d, theoryId, 'As approved by the board', note);
  const theory = await theoryOfProgramme(theStore().read, d.authorityId, d.programme.id);
  const evidence = theory === undefined ? [] : evidenceChoices(theory);
  await publishVersion(d.lead, d.programme.id, approved, {
    evidence: evidence.flatMap(({ id, usually }) => (usually ? [id] : [])),
    leads: true,
    comment:
      'Tell any family hub what you think of it, on paper or in your own words, or write to the panel through a hub. The panel talks about it every term.',
  });
}

const PAPER =
  'On paper it goes into the red book of every baby. Members of the panel said that newsletters are thrown away and that people ask somebody they know.';
const SESSIONS = 'Eighty sessions a quarter in the evening and on Saturdays, in two hubs';

async function changed(d: Demonstration, wanted: (theory: Theory) => Operation[]): Promise<void> {
  const theory = await theoryOfProgramme(theStore().read, d.authorityId, d.programme.id);
  if (theory === undefined) throw new Error('The demonstration has no theory');
  await applyOperations(d.lead, d.programme.id, {
    theoryId: theory.id,
    baseSequence: theory.sequence,
    sent: wanted(theory).map((operation) => ({ clientOpId: newId(), operation })),
  });
}

async function named(d: Demonstration, theoryId: string, name: string, note: string) {
  const theory = await theoryOfProgramme(theStore().read, d.authorityId, d.programme.id);
  const sequence = theory?.sequence ?? 0;
  return nameVersion(d.lead, d.programme.id, { theoryId, sequence, name, note });
}

function reworded(theory: Theory, id: string, field: 'label' | 'detail', to: string): Operation[] {
  const box = theory.boxes.find((each) => each.id === id);
  if (box === undefined) return [];
  return [{ kind: 'editBox', id, field, from: fieldOf(box, field), to }];
}

/** The board asked how sure the council is of the first step. */
function fromTo(theory: Theory, source: string, target: string): Operation[] {
  const link = theory.links.find((each) => each.source === source && each.target === target);
  if (link === undefined) return [];
  const from = fieldOf(link, 'more.confidence');
  return [{ kind: 'editLink', id: link.id, field: 'more.confidence', from, to: 'high' }];
}
