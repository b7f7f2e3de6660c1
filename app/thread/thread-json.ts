import { withoutQuotes } from './quiet.ts';
import { quietCounts } from './quiet-counts.ts';
import { sayStale } from './sentences.ts';
import type { Step, Stretch, Thing, Trace } from './trace.ts';

/**
 * A thread as data: `{object, upstream, downstream, stale}`, each stretch with its steps and how each
 * was reached. Single answers and comments are counted, fewer than five are null, and nobody's words
 * stand in it. Moments are ISO 8601 in UTC.
 */
export function threadJson(trace: Trace, more = false) {
  const quiet = withoutQuotes(trace);
  const counts = ({ upstream, downstream }: Pick<Trace, 'upstream' | 'downstream'>) =>
    quietCounts({ upstream, downstream }, more).map(({ kind, count, words }) => ({
      kind,
      count,
      says: words,
    }));
  return {
    object: thingJson(quiet.object),
    upstream: [
      ...counts({ upstream: trace.upstream, downstream: [] }),
      ...quiet.upstream.map(stretchJson),
    ],
    downstream: [
      ...counts({ upstream: [], downstream: trace.downstream }),
      ...quiet.downstream.map(stretchJson),
    ],
    stale: quiet.stale,
    more,
  };
}

export type ThreadJson = ReturnType<typeof threadJson>;

function stretchJson({ kind, steps }: Stretch) {
  return { kind, steps: steps.map(stepJson) };
}

function stepJson({ thing, distance, hops }: Step) {
  return {
    ...thingJson(thing),
    distance,
    hops: hops.map(({ from, to, sentence, note, by, at, stale, again }) => ({
      from,
      to,
      sentence,
      note,
      by,
      at: at?.toISOString() ?? null,
      lookedAtAgain: again === null ? null : { by: again.by, at: again.at.toISOString() },
      stale: stale === null ? null : sayStale(stale),
    })),
  };
}

function thingJson({ end, what, title, says, newest, measures, outdated }: Thing) {
  return {
    kind: end.kind,
    id: end.id,
    what,
    title,
    ...(says === undefined ? {} : { promises: says }),
    ...(newest === undefined
      ? {}
      : {
          newest:
            newest === null
              ? null
              : { says: newest.words, by: newest.by, at: newest.at.toISOString() },
        }),
    ...(measures === undefined ? {} : { measures }),
    ...(outdated === undefined ? {} : { outdated: outdated.now }),
  };
}
