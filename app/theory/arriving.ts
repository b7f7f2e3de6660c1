import { z } from 'zod';
import { SentShape, type Sent } from './shapes.ts';

/** What of a sending can be read: the rest is named, so that it does not hold up what comes after it. */
export interface Readable {
  sent: Sent[];
  refused: { clientOpId: string; message: string }[];
}

const Named = z.object({ clientOpId: SentShape.shape.clientOpId });

/** An edit of whatever length. */
const Edit = z.object({
  kind: z.string(),
  id: z.string().optional(),
  field: z.string().optional(),
  from: z.string(),
  to: z.string(),
});
const Editing = z.looseObject({ operation: Edit });

/**
 * Reads operations as they arrive from outside, one by one. What was typed on from a text that is
 * refused counts as typed on from the text before it, so that a text that was too long and is no
 * longer arrives. Null when what cannot be read has no id either: then nothing can be said of it.
 */
export function readArriving(all: readonly unknown[]): Readable | null {
  const read: Readable = { sent: [], refused: [] };
  const left = new Map<string, { from: string; to: string }>();
  for (const each of all) {
    const one = typedOnFrom(left, each);
    const parsed = SentShape.safeParse(one);
    if (parsed.success) {
      read.sent.push(parsed.data);
      continue;
    }
    const named = Named.safeParse(one);
    if (!named.success) return null;
    read.refused.push({ ...named.data, message: whyNot(parsed.error, one) });
    const edit = Editing.safeParse(one);
    if (edit.success) left.set(placeOf(edit.data.operation), edit.data.operation);
  }
  return read;
}

function placeOf({ kind, id, field }: z.infer<typeof Edit>): string {
  return JSON.stringify([kind, id, field]);
}

function typedOnFrom(left: ReadonlyMap<string, { from: string; to: string }>, each: unknown) {
  const edit = Editing.safeParse(each);
  if (!edit.success) return each;
  const { operation } = edit.data;
  const before = left.get(placeOf(operation));
  if (before?.to !== operation.from) return each;
  return { ...edit.data, operation: { ...operation, from: before.from } };
}

const UNREADABLE =
  'A change could not be read, so it is not saved. Load the page again, then make it again.';
const BEGINNING = 40;

/** What to do about an operation that cannot be taken: by far most often a text is too long. */
function whyNot({ issues }: z.ZodError, one: unknown): string {
  for (const issue of issues) {
    const text = valueAt(one, issue.path);
    if (issue.code !== 'too_big' || typeof text !== 'string') continue;
    const begins = `${text.trim().slice(0, BEGINNING).trim()}…`;
    return `Not saved: “${begins}”. Write it again in ${issue.maximum} characters or fewer.`;
  }
  return UNREADABLE;
}

function valueAt(thing: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<PropertyKey, unknown>)[key]
        : undefined,
    thing,
  );
}
