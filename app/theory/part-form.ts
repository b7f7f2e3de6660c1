import { z } from 'zod';
import type { More, Piece, Theory } from './graph.ts';
import { Words } from './more-form.ts';
import { editsOf, insistedOn, SettleForm, ShownValues, Stamp } from './box-form.ts';
import type { Operation } from './operations.ts';
import { partOfBox, partsOf, PART_KINDS, within, type Part } from './parts.ts';

/** The forms of the parts of a theory. */

const LONGEST_NAME = 120;

const Name = z
  .string()
  .min(1, 'Enter the name of the part, for example Parents’ mental health')
  .max(LONGEST_NAME, `The name must be ${LONGEST_NAME} characters or fewer`);

/** Ids that are ticked: none, one, or several. */
const Ticked = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((ids) => (typeof ids === 'string' ? [ids] : ids).filter((id) => id !== ''));

const Facts = {
  name: Name,
  kind: z.enum(PART_KINDS, 'Choose what kind of part it is'),
  within: Words('The part around it'),
};

export const NewPartForm = z.object({ ...Stamp, ...Facts });

export const PartForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('edit'),
    ...Stamp,
    ...Facts,
    was: ShownValues,
    /** The boxes that the page showed as standing in the part. */
    had: z.string().default(''),
    boxes: Ticked,
  }),
  z.object({ intent: z.literal('remove'), ...Stamp }),
  SettleForm,
]);

/** A part as it is made from the form. */
export function newPart(id: string, form: z.output<typeof NewPartForm>): Operation {
  const more: More = {
    name: form.name,
    kind: form.kind,
    ...(form.within === '' ? {} : { within: form.within }),
  };
  return { kind: 'addPiece', piece: { id, kind: 'part', on: null, more } };
}

const FACTS = ['name', 'kind', 'within'] as const;

/** The facts of a part as its form shows them. */
export function valuesOfPart({ more }: Pick<Piece, 'more'>): Record<string, string> {
  return Object.fromEntries(FACTS.map((key) => [key, more[key] ?? '']));
}

/** What the page of a part asks of the theory. */
export function wantedOfPart(
  theory: Theory,
  part: Piece,
  form: z.output<typeof PartForm>,
): { operations: Operation[]; said: string; problem?: { field: string; message: string } } {
  switch (form.intent) {
    case 'settle':
      return { operations: insistedOn(form), said: 'Your choice is saved.' };
    case 'remove':
      return {
        operations: [{ kind: 'removePiece', id: part.id }],
        said: 'The part is removed. Its boxes are still in the theory.',
      };
    case 'edit': {
      if (within(partsOf(theory), part.id).has(form.within)) {
        const message = 'Choose another part: this one would stand within itself';
        return { operations: [], said: '', problem: { field: 'within', message } };
      }
      const thing = { kind: 'editPiece' as const, id: part.id, fields: FACTS, now: part };
      const facts = editsOf(thing, form.was, form);
      const moves = movesOf(theory, part.id, form.had.split(' '), form.boxes);
      return { operations: [...facts, ...moves], said: 'The part is saved.' };
    }
  }
}

/** Boxes that were ticked go into the part, boxes that were unticked come out of it; others stay. */
function movesOf(
  theory: Theory,
  partId: string,
  had: readonly string[],
  ticked: readonly string[],
): Operation[] {
  return theory.boxes.flatMap(({ id, more }): Operation[] => {
    if (had.includes(id) === ticked.includes(id)) return [];
    const from = more['part'] ?? '';
    const to = ticked.includes(id) ? partId : '';
    if (from === to || (to === '' && from !== partId)) return [];
    return [{ kind: 'editBox', id, field: 'more.part', from, to }];
  });
}

/** The boxes that stand in a part itself, by id. */
export function ownBoxes(theory: Theory, partId: string): string[] {
  const parts = partsOf(theory);
  return theory.boxes.flatMap((box) => (partOfBox(parts, box) === partId ? [box.id] : []));
}

/** Parts that a part may stand in: not itself, and none within it. */
export function mayStandIn(parts: readonly Part[], partId: string | null): Part[] {
  const inside = partId === null ? new Set<string>() : within(parts, partId);
  return parts.filter(({ id }) => !inside.has(id));
}
