import { z } from 'zod';
import { SettleForm } from '../box-form.ts';
import { LIMITS, type Theory } from '../graph.ts';
import type { Operation } from '../operations.ts';
import { readText, type TextProblem, type TextTheory } from './read-text.ts';
import { textChanges } from './text-changes.ts';

/** As long as a theory with the most boxes may be. */
const LONGEST = LIMITS.boxes * 2_000;

const Marks = z.record(z.string().max(80), z.string().max(80));

/** What the page of the text sends: the text, and what it was when the page was opened. */
export const TextForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('save'),
    theoryId: z.string().min(1),
    base: z.coerce.number().int().min(0),
    mark: z.string().min(8).max(60),
    text: z.string('Enter the theory').min(1, 'Enter the theory').max(LONGEST),
    was: z.string().max(LONGEST),
    /** The id of the box that each mark of the text meant, as JSON. */
    marks: z.string().transform((text, context) => {
      try {
        return Marks.parse(JSON.parse(text));
      } catch {
        context.addIssue('Load the page again');
        return z.NEVER;
      }
    }),
  }),
  SettleForm,
]);

type Saved = Extract<z.output<typeof TextForm>, { intent: 'save' }>;

/**
 * What the text that came back asks of the theory, or the lines that cannot be understood. New boxes
 * get ids that follow from the page's mark, so that sending the page twice adds them once. With each
 * operation comes the line of what it is about, where the text has one.
 */
export function operationsOfText(
  form: Saved,
  theory: Theory,
): { operations: Operation[]; lines: (number | null)[] } | { problems: TextProblem[] } {
  const now = readText(form.text);
  if (!now.ok) return { problems: now.problems };
  const was = readText(form.was);
  // What the page showed first was not clean text (a file may bring a date that is no date): without
  // it nobody can tell what was changed, so nothing is.
  if (!was.ok) return { problems: was.problems.map(mendFirst) };
  let count = 0;
  const idOf = new Map(Object.entries(form.marks));
  const markOf = new Map([...idOf].map(([mark, id]) => [id, mark]));
  const newId = (mark: string) => {
    const id = `${form.mark}-t${(count += 1)}`;
    markOf.set(id, mark);
    return id;
  };
  const operations = textChanges(was.theory, now.theory, theory, idOf, newId);
  const lineOf = linesByMark(now.theory);
  // An old link has no mark of its own, but its ends have.
  for (const { id, source, target } of theory.links) {
    markOf.set(id, `${markOf.get(source) ?? ''}>${markOf.get(target) ?? ''}`);
  }
  const lines = operations.map((each) => lineOf.get(markOf.get(idIn(each)) ?? '') ?? null);
  return { operations, lines };
}

/** In which line each mark is given, and each link drawn, as `a>b`. */
function linesByMark({ boxes, pieces }: TextTheory): Map<string, number> {
  return new Map([
    ...[...boxes, ...pieces].map(({ mark, line }) => [mark, line] as const),
    ...boxes.flatMap(({ mark, links }) =>
      links.map(({ to, line }) => [`${mark}>${to}`, line] as const),
    ),
  ]);
}

/** The id of what an operation is about; empty when it is about the whole theory. */
function idIn(operation: Operation): string {
  switch (operation.kind) {
    case 'addBox':
      return operation.box.id;
    case 'addLink':
      return operation.link.id;
    case 'addPiece':
      return operation.piece.id;
    case 'editTheory':
    case 'rename':
      return '';
    default:
      return operation.id;
  }
}

/** A fault of the text as the page showed it: it can only be put right where the box is. */
const mendFirst = ({ line, message }: TextProblem): TextProblem => ({
  line,
  message: `${message}. It stood here before you began: put it right on the page of its box, then come back`,
});
