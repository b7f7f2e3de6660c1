import { z } from 'zod';
import { GRADE_MEANS, GRADES } from '#app/plan/coverage/packs.ts';
import { BREAKDOWN_KEYS } from '#app/theory/measures/breakdowns.ts';
import { UNITS } from '#app/theory/measures/units.ts';
import managementInformation from './management-information.json' with { type: 'json' };
import sharedOutcomes from './shared-outcomes.json' with { type: 'json' };
import validatedTools from './validated-tools.json' with { type: 'json' };

const words = z.string().min(3);

const Measure = z.strictObject({
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/),
  /** What is counted, in plain words. */
  label: words,
  /** Where it stands in a list: school readiness, reach … */
  area: words,
  unit: z.enum(UNITS),
  /** Whether it counts what was done for families or what changed for them. */
  counts: z.enum(['change', 'delivery']),
  /** Which way is better; `neither` where the theory has to say. */
  better: z.enum(['higher', 'lower', 'neither']),
  source: words,
  frequency: words,
  breakdowns: z.array(z.enum(BREAKDOWN_KEYS)),
  /** What it can and cannot say. */
  says: words,
  cannot: words,
  /** Of a validated tool: its name, who wrote it and when, and what is known of its licence. */
  tool: words.optional(),
  reference: words.optional(),
  licence: words.optional(),
  /**
   * Of a tool whose score is taken before and after: which way a score is better, its bounds, and how
   * reliable it is (0 to 1) as published. Recalled and not read: to be confirmed by the authority.
   */
  scoring: z
    .strictObject({
      better: z.enum(['higher', 'lower']),
      least: z.number().optional(),
      most: z.number().optional(),
      reliability: z.strictObject({ value: z.number().gt(0).lt(1), source: words }).optional(),
    })
    .optional(),
  /** The shared outcome that it speaks of. */
  shared: z.string().optional(),
  /** How well we know what stands here, as for requirements. */
  grade: z.enum(GRADES),
  basis: z.strictObject({
    heading: words,
    where: words,
    url: z.url({ protocol: /^https?$/ }).nullable(),
  }),
  /** Words by which an outcome is recognised as what this measures. */
  phrases: z.array(
    z
      .string()
      .min(3)
      .regex(/^[^A-Z]+$/, 'Use small letters'),
  ),
});

const File = z.strictObject({
  kind: z.enum(['shared', 'return', 'tool']),
  title: words,
  measures: z.array(Measure).min(1),
});

export type MeasureKind = z.infer<typeof File>['kind'];

/** A measure of the library, ready to be set beside an outcome. */
export interface LibraryMeasure extends z.infer<typeof Measure> {
  kind: MeasureKind;
  /** What its grade means, in words. */
  known: string;
}

/** The headings of the three shelves. */
export const SHELVES: Readonly<Record<MeasureKind, string>> = {
  shared: 'Shared outcomes',
  return: 'Management information of hubs',
  tool: 'Validated tools',
};

/**
 * Checks one file of measures whole. A wrong one stops the start with its file and path, and so
 * does a tool without a word on its licence.
 */
export function readMeasures(raw: unknown, file: string): LibraryMeasure[] {
  const read = File.safeParse(raw);
  if (!read.success) {
    const said = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new Error(`templates/measures/${file} cannot be used:\n${said.join('\n')}`);
  }
  const { kind, measures } = read.data;
  const bare = measures.findIndex(({ tool, licence }) => kind === 'tool' && !(tool && licence));
  if (bare >= 0) {
    throw new Error(
      `templates/measures/${file} cannot be used:\n  measures.${bare}: a tool has a name and a licence`,
    );
  }
  return measures.map((measure) => ({ ...measure, kind, known: GRADE_MEANS[measure.grade] }));
}

/** Every measure that ships: the shared outcomes first, then the return, then tools. */
export const libraryMeasures: readonly LibraryMeasure[] = [
  ...readMeasures(sharedOutcomes, 'shared-outcomes.json'),
  ...readMeasures(managementInformation, 'management-information.json'),
  ...readMeasures(validatedTools, 'validated-tools.json'),
];

/** The shared outcomes, to which each local measure is mapped or said to be local. */
export const sharedOutcomeMeasures: readonly LibraryMeasure[] = libraryMeasures.filter(
  ({ kind }) => kind === 'shared',
);

checkTogether(libraryMeasures);

export function libraryMeasure(id: string): LibraryMeasure | undefined {
  return libraryMeasures.find((measure) => measure.id === id);
}

/** No id twice, and every shared outcome that is named is there. */
export function checkTogether(measures: readonly LibraryMeasure[]): void {
  const seen = new Set<string>();
  const shared = new Set(measures.filter(({ kind }) => kind === 'shared').map(({ id }) => id));
  for (const { id, shared: named } of measures) {
    if (seen.has(id)) throw new Error(`templates/measures: “${id}” is there twice.`);
    if (named !== undefined && !shared.has(named)) {
      throw new Error(`templates/measures: “${id}” names no shared outcome: “${named}”.`);
    }
    seen.add(id);
  }
}

/** The library as three shelves with their headings. */
export const shelves = (Object.keys(SHELVES) as MeasureKind[]).map((kind) => ({
  kind,
  name: SHELVES[kind],
  measures: libraryMeasures.filter((measure) => measure.kind === kind),
}));
