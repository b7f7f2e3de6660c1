import { z } from 'zod';
import {
  ConsideredForm,
  DecisionForm,
  DutyForm,
  EqualityForm,
  FormativeForm,
  OptionForm,
  ReasonsForm,
  TimeForm,
  type FormalPart,
  type FormalRecord,
} from './record.ts';

/** The parts that have a page of their own, in the order in which they are due. */
const PART_PAGES = [
  'duty',
  'formative',
  'reasons',
  'options',
  'equality',
  'time',
  'considered',
  'decision',
] as const satisfies readonly FormalPart[];

export function partOfPage(word: string | undefined): FormalPart | null {
  return PART_PAGES.find((part) => part === word) ?? null;
}

export const PART_TITLES: Readonly<Record<FormalPart, string>> = {
  duty: 'Which law asks for it',
  formative: 'What can still change',
  reasons: 'Reasons',
  options: 'Options',
  equality: 'Equality impact assessment',
  time: 'Time to answer',
  considered: 'How the answers were weighed',
  decision: 'Decision',
};

/** What each part's page sends. */
const PART_FORMS = {
  duty: DutyForm,
  formative: FormativeForm,
  reasons: ReasonsForm,
  options: OptionForm,
  equality: EqualityForm,
  time: TimeForm,
  considered: ConsideredForm,
  decision: DecisionForm,
} as const satisfies Record<FormalPart, z.ZodType>;

export type PartValue = z.output<(typeof PART_FORMS)[FormalPart]>;

/** The form of a part, whichever it is. */
export function formOf(part: FormalPart): z.ZodType<PartValue> {
  return PART_FORMS[part];
}

/** What every page of a part sends besides. */
export const HowForm = z.object({
  version: z.coerce.number().int().min(0),
  why: z.string().max(1000, 'Use at most 1,000 characters').default(''),
  intent: z.enum(['keep', 'remove', 'take-back']).default('keep'),
});

/** The values of a part's form as they stand now: '' where nothing is written. */
export function valuesOf(
  part: FormalPart,
  record: FormalRecord,
  optionId: string,
): Record<string, string> {
  if (part === 'options') {
    const option = record.options?.list.find(({ id }) => id === optionId);
    if (option === undefined) return {};
    const { name, words, preferred, why } = option;
    return {
      optionId,
      optionName: name,
      optionWords: words,
      optionPreferred: preferred ? 'yes' : 'no',
      optionWhy: why,
    };
  }
  const stands: object = record[part] ?? {};
  return Object.fromEntries(
    Object.entries(stands).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string' ? [[key, value]] : [],
    ),
  );
}

/** Files that an assessment may be, by the ending of their name. */
const ASSESSMENT_TYPES: ReadonlyMap<string, string> = new Map([
  ['pdf', 'application/pdf'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['odt', 'application/vnd.oasis.opendocument.text'],
]);
const MOST_BYTES = 5_000_000;

/** What is wrong with a file that is to be the assessment, or its type. */
export function assessmentFile(
  name: string,
  size: number,
): { ok: true; type: string } | { ok: false; message: string } {
  const type = ASSESSMENT_TYPES.get(name.toLowerCase().split('.').at(-1) ?? '');
  if (type === undefined) return { ok: false, message: 'The file must be a PDF, DOCX or ODT' };
  if (size > MOST_BYTES) return { ok: false, message: 'The file must be 5 MB or smaller' };
  return { ok: true, type };
}
