import { z } from 'zod';
import type { LibraryMeasure } from '#templates/measures/index.ts';
import { editsOf, insistedOn, SettleForm, ShownValues, Stamp } from '../box-form.ts';
import type { MoreField, Piece, Theory } from '../graph.ts';
import { OptionalDay, Words } from '../more-form.ts';
import { addingPiece, type Operation } from '../operations.ts';
import { keysOf } from './breakdowns.ts';
import { measureOf, wrongIn } from './measure.ts';

/** The form of a measure, and what it asks of the theory. */

/** The facts of a measure besides its name, what it counts and what it is mapped to. */
export const MEASURE_MORE: readonly MoreField[] = [
  {
    key: 'source',
    label: 'Where the figure comes from',
    hint: 'A return, a survey, a register',
    kind: 'text',
  },
  {
    key: 'unit',
    label: 'Unit',
    hint: 'For example per cent, families, days, per 10,000',
    kind: 'text',
  },
  {
    key: 'baseline',
    label: 'Baseline',
    hint: 'The figure at the start, such as 68.3',
    kind: 'text',
  },
  { key: 'baselineOn', label: 'Date of the baseline', hint: '', kind: 'day' },
  { key: 'target', label: 'Target', hint: 'The figure that should be reached', kind: 'text' },
  { key: 'targetOn', label: 'Date of the target', hint: '', kind: 'day' },
  {
    key: 'frequency',
    label: 'How often there is a new figure',
    hint: 'For example each quarter',
    kind: 'text',
  },
  { key: 'owner', label: 'Who brings the figures', hint: 'A role or a name', kind: 'text' },
];

const Fields = {
  on: z.string().max(80).default(''),
  label: Words('What is measured').pipe(z.string().min(1, 'Enter what is measured')),
  counts: z.enum(['change', 'delivery'], 'Choose what it counts'),
  source: Words('Where the figure comes from'),
  unit: Words('The unit', 60),
  baseline: Words('The baseline', 60),
  baselineOn: OptionalDay,
  target: Words('The target', 60),
  targetOn: OptionalDay,
  frequency: Words('How often'),
  owner: Words('Who brings the figures'),
  breakdowns: z
    .union([z.string(), z.array(z.string())])
    .default('')
    .transform((keys) => keysOf([keys].flat().join(',')).join(','))
    .pipe(z.string().max(500, 'Choose fewer breakdowns')),
  shared: z.string().max(80).default(''),
  library: z.string().max(80).default(''),
};

/** Figures that do not fit together stand in the way, as problems of their fields. */
function sound(form: Record<string, string | number>, context: z.RefinementCtx): void {
  const more = Object.fromEntries(Object.entries(form).map(([key, value]) => [key, String(value)]));
  for (const { part, message } of wrongIn(measureOf({ id: '', kind: 'measure', on: null, more }))) {
    context.addIssue({ code: 'custom', path: [part], message });
  }
}

export const AddMeasureForm = z
  .object({ ...Stamp, ...Fields })
  .superRefine((form, context) => sound(form, context));

export const MeasureForm = z.discriminatedUnion('intent', [
  z
    .object({ intent: z.literal('edit'), ...Stamp, was: ShownValues, ...Fields })
    .superRefine(({ was: _, ...form }, context) => sound(form, context)),
  z.object({ intent: z.literal('remove'), ...Stamp }),
  SettleForm,
]);

const KEYS = [
  'label',
  'counts',
  ...MEASURE_MORE.map(({ key }) => key),
  'breakdowns',
  'shared',
  'library',
] as const;

/** The operations that add a measure: its id is the mark of the page, so that two presses add one. */
export function addingMeasure(form: z.output<typeof AddMeasureForm>): Operation[] {
  const values: Readonly<Record<string, string | number>> = form;
  const more = Object.fromEntries(
    KEYS.map((key) => [key, String(values[key] ?? '')] as const).filter(
      ([, value]) => value !== '',
    ),
  );
  return [addingPiece({ id: form.mark, kind: 'measure', on: form.on || null, more })];
}

/** The values of a measure as its form shows them. */
export function valuesOfMeasure(piece: Pick<Piece, 'on' | 'more'>): Record<string, string> {
  return {
    on: piece.on ?? '',
    ...Object.fromEntries(KEYS.map((key) => [key, piece.more[key] ?? ''])),
  };
}

/** What a measure of the library fills in; baseline, target and owner are for the authority. */
export function moreFromLibrary(measure: LibraryMeasure): Record<string, string> {
  const { id, label, unit, counts, source, frequency, breakdowns } = measure;
  const shared = measure.kind === 'shared' ? id : (measure.shared ?? 'local');
  const more = { label, counts, source, unit, frequency, breakdowns: breakdowns.join(','), shared };
  return Object.fromEntries(
    Object.entries({ ...more, library: id }).filter(([, value]) => value !== ''),
  );
}

/** What the page of a measure asks of the theory, and what to say when it is done. */
export function wantedOfMeasure(
  theory: Theory,
  id: string,
  form: z.output<typeof MeasureForm>,
): { operations: Operation[]; said: string } {
  switch (form.intent) {
    case 'edit': {
      const now = theory.pieces.find((piece) => piece.id === id) ?? { on: null, more: {} };
      const thing = { kind: 'editPiece' as const, id, fields: [...KEYS, 'on'], now };
      const typed = {
        ...form,
        breakdowns: inTheirOrder(form.breakdowns, form.was['breakdowns'] ?? ''),
      };
      return { operations: editsOf(thing, form.was, typed), said: 'The measure is saved.' };
    }
    case 'remove':
      return { operations: [{ kind: 'removePiece', id }], said: 'The measure is deleted.' };
    case 'settle':
      return { operations: insistedOn(form), said: 'Your choice is saved.' };
  }
}

/** The same breakdowns ticked in another order are no change. */
function inTheirOrder(typed: string, was: string): string {
  const [now, before] = [new Set(keysOf(typed)), keysOf(was)];
  return now.size === before.length && before.every((key) => now.has(key)) ? was : typed;
}

/** What a measure can be said to be: one of the shared outcomes, or local. */
export function sharedOptions(shared: readonly { id: string; label: string }[]) {
  return [
    { value: '', label: 'Nobody has said yet' },
    { value: 'local', label: 'Local: it is on no shared list' },
    ...shared.map(({ id, label }) => ({ value: id, label })),
  ];
}

const OneFigure = {
  period: z.string().max(80).default(''),
  value: z.string().max(40).default(''),
  numerator: z.string().max(40).default(''),
  denominator: z.string().max(40).default(''),
  breakdown: z.string().max(80).default(''),
  group: z.string().max(80).default(''),
  note: z.string().max(500, 'The note must be 500 characters or fewer').default(''),
};

/** One figure, typed in. */
export const FigureForm = z.object({ ...OneFigure });

/** One figure put right, or taken out with the reason. */
export const CorrectForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('correct'), ...OneFigure }),
  z.object({
    intent: z.literal('withdraw'),
    why: z
      .string('Say why the figure is taken out')
      .min(1, 'Say why the figure is taken out')
      .max(500, 'The reason must be 500 characters or fewer'),
  }),
]);

const Text = z.string().max(500_000, 'The table is too large. Split it and bring in each part');

/** Figures as a table: checked first, and kept when somebody has looked at what the check says. */
export const BringForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('check'),
    text: Text.default(''),
    file: z.instanceof(File).optional(),
  }),
  z.object({ intent: z.literal('keep'), text: Text }),
]);
