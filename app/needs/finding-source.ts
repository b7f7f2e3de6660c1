import { z } from 'zod';

/**
 * Where a finding is to be looked up, as it stands in an address and in the evidence that was frozen
 * from it.
 */
const Id = z.string().min(1).max(64);

export const FindingSource = z.discriminatedUnion('from', [
  z.object({
    from: z.literal('survey'),
    survey: Id,
    question: z.string().min(1).max(64),
    row: z.string().max(200),
  }),
  z.object({
    /** One cell of one question laid against another. */
    from: z.literal('crosstab'),
    survey: Id,
    question: z.string().min(1).max(64),
    by: z.string().min(1).max(64),
    /** "question=answer", or nothing. */
    filter: z.string().max(300),
    share: z.enum(['columns', 'rows']),
    row: z.string().max(200),
    column: z.string().max(200),
  }),
  z.object({
    from: z.literal('deciles'),
    file: Id,
    measure: z.string().min(1).max(100),
    upTo: z.enum(['1', '2', '3']),
  }),
  z.object({
    from: z.literal('area'),
    file: Id,
    measure: z.string().min(1).max(100),
    area: z.string().min(1).max(80),
  }),
  z.object({
    from: z.literal('table'),
    table: Id,
    /** Line and column of the figure, from 0: "3-2". */
    cell: z.string().regex(/^\d{1,4}-\d{1,3}$/),
  }),
  z.object({ from: z.literal('theme'), theme: Id }),
  z.object({
    from: z.literal('distance'),
    to: z.enum(['hub', 'all']),
    metres: z.string().regex(/^\d{3,5}$/),
  }),
  z.object({
    from: z.literal('reach'),
    /** "file:measure" of the deprivation and of those who were reached. */
    need: z.string().min(3).max(170),
    reach: z.string().min(3).max(170),
  }),
  z.object({
    from: z.literal('register'),
    register: z.enum(['sites', 'assets', 'barriers']),
    field: z.string().min(1).max(40),
    value: z.string().min(1).max(60),
  }),
  z.object({ from: z.literal('barrier'), barrier: Id }),
]);
export type FindingSource = z.output<typeof FindingSource>;

/** The source that an address or a piece of evidence names; null where it names none. */
export function readSource(fields: unknown): FindingSource | null {
  const read = FindingSource.safeParse(fields);
  return read.success ? read.data : null;
}

/** The source as the query of an address. */
export function sourceQuery(source: FindingSource): string {
  return new URLSearchParams(source).toString();
}
