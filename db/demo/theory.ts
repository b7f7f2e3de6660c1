import type { Box, Link } from '#app/theory/graph.ts';
import { linkKindBetween } from '#app/theory/graph.ts';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import { stamped } from '#app/theory/box-form.ts';
import { answering } from '#app/theory/stress/stress-form.ts';
import { dayOf } from '#app/ui/words.ts';
import { newId } from '../ids.ts';
import { DEMO_ABOUT, DEMO_ANSWER, demoEvidence } from './theory-evidence.ts';
import { startTheory } from '#app/theory/start-theory.server.ts';
import { theStore } from '../store.server.ts';
import { theoryOfProgramme } from '../theory.ts';
import type { Demonstration } from './load.server.ts';
import type { DemoNeeds } from './needs.ts';
import { DEMO_PARTS, partOfDemoBox } from './theory-parts.ts';
import { BOXES, LINKS, type DemoBox } from './theory-words.ts';

/** The theory of the demonstration: the id of each of its boxes by the name it has here. */
export type DemoTheory = { theoryId: string; boxes: Record<DemoBox, string> };

/**
 * The lead draws the theory of change in one go, from the needs of the register. A link without a
 * reason and an assumption that nobody watches are left in, so that the coach has something to say.
 */
export async function demoTheory(d: Demonstration, { needs }: DemoNeeds): Promise<DemoTheory> {
  const boxes = Object.entries(BOXES).map(([id, box], at) => asBox(id, box, at, needs));
  const types = new Map(boxes.map((box) => [box.id, box.type]));
  const links = LINKS.map(([source, target, reason, more = {}], at): Link => {
    const kind = linkKindBetween(types.get(source) ?? 'output', types.get(target) ?? 'output');
    return { id: `link-${at}`, kind, source, target, reason, more };
  });
  const title = 'How hubs in Wexcombe will make a difference';
  const linkId = (source: DemoBox, target: DemoBox) =>
    links.find((link) => link.source === source && link.target === target)?.id ?? '';
  const pieces = [...DEMO_PARTS, ...demoEvidence({ needs }, linkId)];
  const content = { boxes, links, pieces, more: DEMO_ABOUT };
  const { theoryId } = await startTheory(d.lead, d.programme.id, {
    title,
    fromNeeds: false,
    content,
  });
  const named = await idsByName(d);
  await stressTested(d, theoryId, named.evenings);
  return { theoryId, boxes: named };
}

/** The lead has looked at one assumption in the stress test; the others wait. */
async function stressTested(d: Demonstration, theoryId: string, assumption: string): Promise<void> {
  const theory = await theoryOfProgramme(theStore().read, d.authorityId, d.programme.id);
  if (theory === undefined) return;
  const box = theory.boxes.find(({ id }) => id === assumption);
  const answer = {
    intent: 'answer' as const,
    theoryId,
    base: theory.sequence,
    mark: newId(d.now),
    was: {},
    ...DEMO_ANSWER,
    owner: box?.more['owner'] ?? '',
    reviewOn: box?.more['reviewOn'] ?? '',
  };
  const named = { by: d.lead.name, on: dayOf(d.now) };
  const was = { owner: answer.owner, reviewOn: answer.reviewOn };
  const operations = answering(theory, assumption, { ...answer, was }, named);
  await applyOperations(d.lead, d.programme.id, {
    theoryId,
    baseSequence: theory.sequence,
    sent: stamped(answer.mark, operations),
  });
}

function asBox(
  id: string,
  { type, label, detail = '', need, more = {} }: (typeof BOXES)[DemoBox],
  at: number,
  needs: DemoNeeds['needs'],
): Box {
  const stands = { ...more, ...partOfDemoBox(id) };
  const tied = need === undefined ? stands : { ...stands, needId: needs[need] };
  return { id, type, label, detail, more: tied, x: null, y: null, position: at + 1 };
}

/** Boxes get new ids when a theory begins; they are found again by what they say. */
async function idsByName(d: Demonstration): Promise<Record<DemoBox, string>> {
  const theory = await theoryOfProgramme(theStore().read, d.authorityId, d.programme.id);
  const byLabel = new Map((theory?.boxes ?? []).map((box) => [box.label, box.id]));
  const named = Object.entries(BOXES).map(([name, { label }]) => [name, byLabel.get(label)]);
  return Object.fromEntries(named) as Record<DemoBox, string>;
}
