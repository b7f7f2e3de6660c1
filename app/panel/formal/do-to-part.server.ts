import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import type { Programme } from '#db/people.ts';
import type { Lack } from './gunning.ts';
import {
  keepPart,
  takeBackPart,
  type FileOfAssessment,
  type OptionChange,
  type Written,
} from './keep-part.server.ts';
import { assessmentFile, valuesOf, type HowForm, type PartValue } from './part-form.ts';
import { readFormal } from './read-formal.server.ts';
import type { FormalPart } from './record.ts';
import type { z } from 'zod';

interface Sent {
  how: z.output<typeof HowForm>;
  /** What the part's form holds; null where a button was pressed that needs none of it. */
  value: PartValue | null;
  optionId: string;
  file: File | null;
}

/** Does what the page of a part asks; gives what is wrong, each at its field. */
export async function doToPart(
  by: Person,
  programme: Programme,
  consultationId: string,
  part: FormalPart,
  { how, value, optionId, file }: Sent,
): Promise<{ field: string; message: string }[]> {
  const { version, why } = how;
  const at = (lacks: readonly Lack[]) =>
    lacks.map(({ id, message }) => ({ field: id === 'why' ? 'why' : fieldOf(part, id), message }));
  if (how.intent === 'take-back') {
    if (part !== 'considered' && part !== 'decision') throw new NotFound('part to take back');
    return at(await takeBackPart(by, programme, consultationId, part, { version, why }));
  }
  if (how.intent === 'remove' || value === null) {
    const change = { part: 'options' as const, remove: optionId };
    return at(await keepPart(by, programme, consultationId, change, { version, why }));
  }
  const read = await assessmentIn(file);
  if ('message' in read) return [{ field: 'equalityFile', message: read.message }];
  if (part === 'equality') {
    const { record } = await readFormal(programme, consultationId);
    const stands = valuesOf('equality', record, '')['fileName'] !== undefined;
    const link = 'equalityLink' in value ? value.equalityLink : '';
    if (link === '' && read.file === null && !stands) {
      return [{ field: 'equalityLink', message: 'Give its address, or choose the file' }];
    }
    const { equality } = record;
    const there = { fileId: equality?.fileId ?? null, fileName: equality?.fileName ?? null };
    const change = { part, value: { ...value, ...there } } as Written;
    return at(
      await keepPart(by, programme, consultationId, change, { version, why, file: read.file }),
    );
  }
  return at(await keepPart(by, programme, consultationId, changeOf(part, value), { version, why }));
}

/** The form of a part as what is kept: its schema has made sure that it fits the part. */
function changeOf(part: FormalPart, value: NonNullable<Sent['value']>): Written | OptionChange {
  if ('optionName' in value) {
    const { optionId, optionName, optionWords, optionPreferred, optionWhy } = value;
    const put = { id: optionId, name: optionName, words: optionWords, why: optionWhy };
    return { part: 'options', put: { ...put, preferred: optionPreferred } };
  }
  return { part, value } as Written;
}

async function assessmentIn(
  file: File | null,
): Promise<{ file: FileOfAssessment | null } | { message: string }> {
  if (file === null) return { file: null };
  const checked = assessmentFile(file.name, file.size);
  if (!checked.ok) return { message: checked.message };
  const body = Buffer.from(await file.arrayBuffer()).toString('base64');
  return { file: { fileName: file.name, type: checked.type, body } };
}

/** The first field of a part, where its page shows what stands in the way. */
function fieldOf(part: FormalPart, id: string): string {
  if (part === 'considered') return 'readOn';
  if (part === 'decision') return id === 'considered' ? 'decided' : 'decidedOn';
  return 'main';
}
