import { z } from 'zod';
import { editsOf, insistedOn, ShownValues, SettleForm, Stamp } from '../box-form.ts';
import { LIMITS, type Piece, type Theory } from '../graph.ts';
import { OneOf, tooLong, Whole, Words } from '../more-form.ts';
import { addingPiece, type Operation } from '../operations.ts';
import { tiedEndOf } from './evidence.ts';

/** The form of a piece of evidence, and what it asks of the theory. */

const Fields = {
  /** The box or link that it is about; empty for the whole theory. */
  on: z.string().max(80).default(''),
  what: Words('What it says'),
  direction: z.enum(['for', 'against'], 'Choose whether it speaks for or against'),
  strength: OneOf('weak', 'moderate', 'strong'),
  basis: OneOf('research', 'data', 'families', 'practice'),
  source: Words('The source'),
  year: Whole('The year'),
  thread: z
    .string()
    .max(LIMITS.more, tooLong('The tie', LIMITS.more))
    .refine((value) => value === '' || tiedEndOf(value) !== null, 'Choose one from the list')
    .default(''),
};

const says = (form: { what: string; thread: string }) => form.what !== '' || form.thread !== '';
const SAY = {
  path: ['what'],
  error: 'Enter what the evidence says, or choose what it is tied to',
};

export const AddEvidenceForm = z.object({ ...Stamp, ...Fields }).refine(says, SAY);

export const EvidenceForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('edit'), ...Stamp, was: ShownValues, ...Fields }).refine(says, SAY),
  z.object({ intent: z.literal('remove'), ...Stamp }),
  SettleForm,
]);

const FIELDS = [
  'what',
  'direction',
  'strength',
  'basis',
  'source',
  'year',
  'thread',
  'on',
] as const;

/** The operations that add evidence: its id is the mark of the page, so that two presses add one. */
export function addingEvidence(form: z.output<typeof AddEvidenceForm>): Operation[] {
  const more = Object.fromEntries(
    FIELDS.filter((key) => key !== 'on' && form[key] !== '').map((key) => [key, form[key]]),
  );
  return [addingPiece({ id: form.mark, kind: 'evidence', on: form.on || null, more })];
}

/** The values of a piece of evidence as its form shows them. */
export function valuesOfEvidence(piece: Pick<Piece, 'on' | 'more'>): Record<string, string> {
  return Object.fromEntries(
    FIELDS.map((key) => [key, key === 'on' ? (piece.on ?? '') : (piece.more[key] ?? '')]),
  );
}

/** What the page of a piece of evidence asks of the theory, and what to say when it is done. */
export function wantedOfEvidence(
  theory: Theory,
  id: string,
  form: z.output<typeof EvidenceForm>,
): { operations: Operation[]; said: string } {
  switch (form.intent) {
    case 'edit': {
      const now = theory.pieces.find((piece) => piece.id === id) ?? { on: null, more: {} };
      const thing = { kind: 'editPiece' as const, id, fields: FIELDS, now };
      return { operations: editsOf(thing, form.was, form), said: 'The evidence is saved.' };
    }
    case 'remove':
      return { operations: [{ kind: 'removePiece', id }], said: 'The evidence is deleted.' };
    case 'settle':
      return { operations: insistedOn(form), said: 'Your choice is saved.' };
  }
}
