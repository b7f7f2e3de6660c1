import { z } from 'zod';
import type { Question } from '#app/survey/definition.ts';
import { layOut } from '#app/survey/import/import-answers.server.ts';
import { columnChoices, importPreview, placeFrom } from '#app/survey/import/import-preview.ts';
import { placeField } from '#app/survey/import/ImportAnswers.tsx';
import { placeKey, type Place } from '#app/survey/import/places.ts';
import { LARGEST_ANSWER_FILE, packFile, unpackFile } from '#app/survey/import/packed-file.server.ts';
import type { Rules } from '#app/survey/rules.server.ts';

/** A new file, or the one that is carried along with the choice of columns. */
export const ImportForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('read'),
    file: z
      .instanceof(File, { error: 'Choose a file' })
      .refine((file) => file.size > 0, 'Choose a file that is not empty')
      .refine(
        (file) => file.size <= LARGEST_ANSWER_FILE,
        'The file must be 5 MB or less. Split it and bring in each part',
      ),
  }),
  z.looseObject({
    intent: z.enum(['columns', 'check', 'store']),
    packed: z.string('Choose the file again'),
    fileName: z.string().max(300),
  }),
]);
type ImportFields = z.output<typeof ImportForm>;

export type CarriedFile =
  | { ok: true; bytes: Uint8Array; fileName: string; packed: string }
  | { ok: false; message: string };

export async function carriedFile(fields: ImportFields): Promise<CarriedFile> {
  if (fields.intent === 'read') {
    const bytes = new Uint8Array(await fields.file.arrayBuffer());
    return { ok: true, bytes, fileName: fields.file.name.slice(0, 300), packed: packFile(bytes) };
  }
  const bytes = unpackFile(fields.packed);
  if (!bytes) return { ok: false, message: 'The file did not arrive whole. Choose it again' };
  return { ok: true, bytes, fileName: fields.fileName, packed: fields.packed };
}

/** The places that were chosen; undefined straight after the upload, when all is still a guess. */
export function placesOf(
  fields: ImportFields,
  questions: readonly Question[],
): Place[] | undefined {
  if (fields.intent === 'read') return undefined;
  const places: Place[] = [];
  for (let at = 0; typeof fields[placeField(at)] === 'string'; at += 1) {
    places.push(placeFrom(String(fields[placeField(at)]), questions) ?? { to: 'nothing' });
  }
  return places;
}

/** What the next step shows: the columns, or what would come in. */
export function stepOf(
  intent: ImportFields['intent'],
  file: Extract<CarriedFile, { ok: true }>,
  rules: Rules,
  places: Place[] | undefined,
) {
  const layout = layOut(file.bytes, rules, places);
  const carried = { packed: file.packed, fileName: file.fileName };
  if (!layout.ok) {
    const problems = layout.problems.map(({ message }) => ({ field: 'file', message }));
    return { step: 'file' as const, sound: false, problems };
  }
  const { csv, file: laid, places: chosen, read } = layout.laidOut;
  if (intent !== 'check') {
    const columns = columnChoices(csv.rows, laid, chosen, rules.questions);
    return { step: 'columns' as const, carried, columns, rows: laid.rows };
  }
  const preview = importPreview(read, rules.questions);
  const sound = preview.problems.length === 0;
  return { step: 'rows' as const, sound, carried, chosen: chosen.map(placeKey), preview };
}
