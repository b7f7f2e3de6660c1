import { z } from 'zod';
import whereToFind from './where-to-find.json' with { type: 'json' };

const Advice = z.strictObject({ words: z.string().min(10), source: z.string() });
const Kind = z.strictObject({
  kind: z.string().regex(/^[a-z-]+$/),
  name: z.string().min(3),
  /** Words and codes of groups and answers by which the kind is recognised, in lower case. */
  words: z.array(z.string().min(2)),
  /** Why these families are often missing. */
  why: z.string().min(10),
  advice: z.array(Advice).min(1),
});
const Catalogue = z.strictObject({
  sources: z.record(z.string(), z.string().min(3)),
  kinds: z.array(Kind).min(1),
});

/** A kind of families who are often missing, and where to find them. */
export interface MissingKind extends Omit<z.infer<typeof Kind>, 'advice'> {
  advice: { words: string; source: string }[];
}

/** A group that is a place of the programme, and one that no other kind fits. */
export const PLACE = 'place';
export const ANYBODY = 'anybody';

/** Every kind in the catalogue, each advice with the name of its source. */
export const missingKinds: readonly MissingKind[] = readCatalogue(whereToFind);

export function missingKind(kind: string): MissingKind | undefined {
  return missingKinds.find((each) => each.kind === kind);
}

function readCatalogue(raw: unknown): MissingKind[] {
  const { sources, kinds } = Catalogue.parse(raw);
  const names = kinds.map(({ kind }) => kind);
  const strays = [
    ...[PLACE, ANYBODY].filter((kind) => !names.includes(kind)),
    ...kinds.flatMap(({ advice }) =>
      advice.map(({ source }) => source).filter((source) => !Object.hasOwn(sources, source)),
    ),
  ];
  if (strays.length > 0 || new Set(names).size !== names.length) {
    throw new Error(
      `templates/missing/where-to-find.json cannot be used: ${strays.join(', ') || 'a kind stands twice'}`,
    );
  }
  return kinds.map((kind) => ({
    ...kind,
    advice: kind.advice.map(({ words, source }) => ({ words, source: sources[source] ?? '' })),
  }));
}
