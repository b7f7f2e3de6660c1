import { libraryMeasures } from '#templates/measures/index.ts';

/** A validated tool that is asked before and after support. */
export interface Tool {
  id: string;
  /** PHQ-9 */
  name: string;
  /** What its score says, and which way is better. */
  says: string;
  lowerIsBetter: boolean;
  /** The least and the most that it can score; null where we do not know. */
  least: number | null;
  most: number | null;
  /** How reliable it is, as published; null where we do not know. To be confirmed by the authority. */
  reliability: number | null;
  reliabilitySource: string;
}

/** Tools of the library that give a score which can be taken twice. */
export const TOOLS: readonly Tool[] = libraryMeasures.flatMap((measure) => {
  const { scoring } = measure;
  if (measure.kind !== 'tool' || scoring === undefined || measure.tool === undefined) return [];
  return [
    {
      id: measure.id,
      name: measure.tool,
      says: measure.says,
      lowerIsBetter: scoring.better === 'lower',
      least: scoring.least ?? null,
      most: scoring.most ?? null,
      reliability: scoring.reliability?.value ?? null,
      reliabilitySource: scoring.reliability?.source ?? '',
    },
  ];
});

export function toolNamed(id: string): Tool | undefined {
  return TOOLS.find((tool) => tool.id === id);
}
