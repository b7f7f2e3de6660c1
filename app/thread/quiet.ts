import { PRIVATE } from './kinds.ts';
import type { Stretch, Trace, TracedHop } from './trace.ts';

/** Whether single answers or comments stand on the thread, or anybody's own words. */
export function hasQuotes({ upstream, downstream }: Trace): boolean {
  return [...upstream, ...downstream].some(
    ({ kind, steps }) =>
      PRIVATE.has(kind) || steps.some(({ hops }) => hops.some((hop) => hop.quote !== null)),
  );
}

/**
 * The same thread for somebody who may not read single answers: no words of anybody's in it, nor the
 * answers one by one, which would count out the few people who raised a theme.
 */
export function withoutQuotes(trace: Trace): Trace {
  const hush = (hop: TracedHop): TracedHop =>
    PRIVATE.has(hop.from.kind)
      ? { ...hop, quote: null, stale: hop.stale === null ? null : { ...hop.stale, then: '' } }
      : hop;
  const quiet = (stretch: Stretch): Stretch => ({
    ...stretch,
    steps: stretch.steps.map((step) => ({ ...step, hops: step.hops.map(hush) })),
  });
  const told = (stretches: readonly Stretch[]) =>
    stretches.filter(({ kind }) => !PRIVATE.has(kind)).map(quiet);
  const broken = [...trace.upstream, ...trace.downstream]
    .filter(({ kind }) => PRIVATE.has(kind))
    .flatMap(({ steps }) => steps.flatMap(({ hops }) => hops))
    .filter(({ stale }) => stale !== null).length;
  return {
    ...trace,
    upstream: told(trace.upstream),
    downstream: told(trace.downstream),
    stale: trace.stale - broken,
  };
}
