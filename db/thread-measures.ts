import { figureSince, newestFigure } from '#app/theory/measures/figure-on-thread.ts';
import { measureWords } from '#app/theory/measures/measure-words.ts';
import { measureOf, type Measure } from '#app/theory/measures/measure.ts';
import type { KeptValue } from '#app/theory/measures/values.ts';
import { KIND_NAMES } from '#app/thread/kinds.ts';
import type { Hop, Thing } from '#app/thread/trace.ts';
import { valuesOfTheory } from './measures.ts';
import type { theoryPieces } from './schema/index.ts';
import type { Reader } from './store.server.ts';

/** Measures as the end of the thread: what they promise, their newest figure, and what it became. */

/** A measure with every figure that was ever given, replaced ones among them. */
export interface Measured {
  measure: Measure;
  values: readonly KeptValue[];
}

export function measureThing({ measure, values }: Measured): Thing {
  return {
    end: { kind: 'measure', id: measure.id },
    what: KIND_NAMES.measure,
    title: measure.label,
    says: measureWords(measure),
    newest: newestFigure(measure, values),
  };
}

export function sinceTied(hop: Hop, all: ReadonlyMap<string, Measured>): Hop {
  const found = all.get(hop.to.id);
  if (hop.way !== 'tied') return hop;
  if (found === undefined) return { ...hop, toWordsNow: null };
  const since =
    hop.at === null ? null : figureSince(found.measure, found.values, hop.again?.at ?? hop.at);
  return {
    ...hop,
    toWordsNow: measureWords(found.measure),
    ...(since === null ? {} : { figureSince: since }),
  };
}

/** What measures a box and its newest figure, in words. */
export function said(all: ReadonlyMap<string, Measured>, boxId: string): string[] {
  return [...all.values()]
    .filter(({ measure }) => measure.on === boxId)
    .map(({ measure, values }) => {
      const newest = newestFigure(measure, values)?.words ?? 'no figure yet';
      return `Measured by “${measure.label}”: ${newest}.`;
    });
}

/** The measures with all their figures, by the id of the measure. */
export async function measuresOf(
  db: Reader,
  authorityId: string,
  rows: readonly (typeof theoryPieces.$inferSelect)[],
): Promise<Map<string, Measured>> {
  const measures = rows.filter(({ kind }) => kind === 'measure');
  const found = new Map<string, Measured>();
  for (const theoryId of new Set(measures.map((row) => row.theoryId))) {
    const values = new Map<string, KeptValue[]>();
    for (const value of await valuesOfTheory(db, authorityId, theoryId)) {
      const there = values.get(value.measureId);
      if (there) there.push(value);
      else values.set(value.measureId, [value]);
    }
    for (const { id, on, more } of measures.filter((row) => row.theoryId === theoryId)) {
      const measure = measureOf({ id, kind: 'measure', on, more });
      found.set(id, { measure, values: values.get(id) ?? [] });
    }
  }
  return found;
}
