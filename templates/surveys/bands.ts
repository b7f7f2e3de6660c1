import { z } from 'zod';
import bands from './bands.json' with { type: 'json' };

const Map = z.strictObject({
  question: z.string(),
  /** The items of the return, as the pack bsfh-mi-2026 names them. */
  items: z.array(z.string()).min(1),
  /** Answer to the band of the return, in its words. */
  bands: z.record(z.string(), z.string()),
  /** Answers that the return has no band for, and why. */
  noBand: z.record(z.string(), z.string()).optional(),
});
export type BandMap = z.infer<typeof Map>;

/** How answers to the shipped questions fall into the bands of the quarterly management information. */
export const returnBands: readonly BandMap[] = z.array(Map).parse(bands);

export function bandsOf(question: string): BandMap | undefined {
  return returnBands.find((map) => map.question === question);
}

/**
 * The band of an answer.
 *
 * @returns null where the return has none, or the question is not mapped
 */
export function bandOf(question: string, answer: string): string | null {
  return bandsOf(question)?.bands[answer] ?? null;
}
