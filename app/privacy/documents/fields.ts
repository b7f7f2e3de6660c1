import { z } from 'zod';
import { RATINGS, RISKS } from './risks.ts';

export interface WrittenField {
  name: string;
  label: string;
  hint?: string;
  rows: number;
}

/** What only the authority can say in its impact assessment. */
export const ASSESSMENT_FIELDS: readonly WrittenField[] = [
  { name: 'controller', label: 'The controller’s contact for this programme', rows: 1 },
  { name: 'dpo', label: 'Data protection officer: name and how to reach them', rows: 1 },
  {
    name: 'why',
    label: 'Why an assessment is needed',
    hint: 'Such as: special category data, children, or people who may find it hard to object',
    rows: 3,
  },
  {
    name: 'consulted',
    label: 'Whom you asked about this processing, and what they said',
    hint: 'Families, the panel, staff, your security team',
    rows: 3,
  },
  {
    name: 'necessary',
    label: 'Why this is necessary, and no more than is necessary',
    rows: 3,
  },
  { name: 'dpoAdvice', label: 'What the data protection officer advised', rows: 3 },
  {
    name: 'accepted',
    label: 'Whether the advice was taken, and if not, why',
    rows: 2,
  },
  { name: 'signedBy', label: 'Risks that are left were accepted by', rows: 1 },
  { name: 'signedOn', label: 'On which day', rows: 1 },
  { name: 'reviewOn', label: 'To be looked at again on', rows: 1 },
];

/** What only the authority can say in its record of processing. */
export const RECORD_FIELDS: readonly WrittenField[] = [
  { name: 'controller', label: 'The controller: name and contact', rows: 2 },
  { name: 'dpo', label: 'Data protection officer: name and contact', rows: 2 },
  { name: 'joint', label: 'Joint controllers, where there are any', rows: 2 },
  { name: 'recipients', label: 'Others to whom data is disclosed', rows: 2 },
  {
    name: 'transfers',
    label: 'Transfers outside the United Kingdom, with the safeguards',
    rows: 2,
  },
  { name: 'hosting', label: 'Who hosts the server, and where', rows: 2 },
];

const Text = z.string().max(3000, 'Use 3,000 characters or fewer');
const fieldsOf = (fields: readonly WrittenField[]): Record<string, z.ZodType<string>> =>
  Object.fromEntries(fields.map(({ name }) => [name, Text]));

const rating = z.enum(Object.keys(RATINGS) as [keyof typeof RATINGS], 'Choose how high');
const ratings: Record<string, z.ZodType<string>> = Object.fromEntries(
  RISKS.flatMap(({ id }): [string, z.ZodType<string>][] => [
    [`likelihood-${id}`, rating],
    [`severity-${id}`, rating],
    [`more-${id}`, Text],
  ]),
);

export const AssessmentForm = z.object({
  ...fieldsOf(ASSESSMENT_FIELDS),
  ...ratings,
  version: z.string(),
});
export const RecordForm = z.object({ ...fieldsOf(RECORD_FIELDS), version: z.string() });
