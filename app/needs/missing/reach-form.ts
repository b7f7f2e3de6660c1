import { z } from 'zod';
import type { Problem, Typed } from '#app/http/problems.ts';
import { typedOf } from '#app/http/problems.ts';

const at = z.coerce.number().int().min(0).max(500);

/** Everything that the page of missing families posts. Fields of one group carry its number. */
export const ReachForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('note'), at, group: z.string().min(1).max(200) }),
  z.object({ intent: z.literal('words'), at, kind: z.string().min(1).max(40) }),
  z.object({ intent: z.literal('drop-note'), id: z.string() }),
  z.object({ intent: z.literal('restore-note'), id: z.string() }),
  z.object({ intent: z.literal('drop-words'), id: z.string() }),
]);

const LONGEST = 1000;

/**
 * The words and the day of a note or line, from the fields of its group.
 *
 * @param today YYYY-MM-DD: what was done was done by now
 */
export function readLine(
  form: { intent: 'note' | 'words'; at: number },
  typed: Typed,
  today: string,
): { ok: true; words: string; doneOn: string } | { ok: false; problems: Problem[] } {
  const field = form.intent === 'note' ? `done-${form.at}` : `words-${form.at}`;
  const words = typedOf(typed, field);
  const problems: Problem[] = [];
  const doneOn = typedOf(typed, `doneOn-${form.at}`);
  if (form.intent === 'note') {
    const dayField = `doneOn-${form.at}`;
    if (!z.iso.date().safeParse(doneOn).success) {
      problems.push({ field: dayField, message: 'Enter the day on which it was done' });
    } else if (doneOn > today) {
      problems.push({ field: dayField, message: 'Enter a day that has come: today or earlier' });
    }
  }
  if (words === '') {
    const message =
      form.intent === 'note' ? 'Enter what was done' : 'Enter where these families are found';
    problems.push({ field, message });
  } else if (words.length > LONGEST) {
    problems.push({
      field,
      message: `Say it in ${LONGEST.toLocaleString('en-GB')} characters or fewer`,
    });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, words, doneOn };
}
