import type { BoxType } from '#app/theory/graph.ts';
import { typeName } from '#app/theory/type-words.ts';
import type { Hop, Thing } from '#app/thread/trace.ts';
import type { Reader } from './store.server.ts';
import { readTheories } from './thread-drawn-theory.ts';
import { measureThing, said, sinceTied } from './thread-measures.ts';
import type { BareHop } from './thread-trace.ts';

/**
 * The links of theories as hops of the thread. A theory is small (tens of boxes) and is read whole,
 * once, when the thread first meets a box of it.
 */
export interface TheoryCache {
  /** Hops that end in boxes or links. */
  hopsInto(ids: readonly string[]): Promise<BareHop[]>;
  /** Hops that begin in boxes, or in what was weighed as evidence. */
  hopsOutOf(ids: readonly string[]): Promise<BareHop[]>;
  thingsOf(boxIds: readonly string[]): Promise<Thing[]>;
  /** Links by their ids, each called by its two ends. */
  linksNamed(linkIds: readonly string[]): Promise<{ id: string; title: string }[]>;
  /** Measures by their ids, each with its newest figure. */
  measureThings(ids: readonly string[]): Promise<Thing[]>;
  /** Hops that were tied to a measure, with what the measure promises now and what its figure became. */
  withMeasures(hops: readonly Hop[]): Promise<Hop[]>;
}

export function theoryCache(db: Reader, authorityId: string, programmeId: string): TheoryCache {
  let read: ReturnType<typeof readTheories> | undefined;
  const all = () => (read ??= readTheories(db, authorityId, programmeId));
  return {
    async hopsInto(ids) {
      const { into } = await all();
      return ids.flatMap((id) => into.get(id) ?? []);
    },
    async hopsOutOf(ids) {
      const { outOf } = await all();
      return ids.flatMap((id) => outOf.get(id) ?? []);
    },
    async thingsOf(boxIds) {
      if (boxIds.length === 0) return [];
      const { boxes, more, measured } = await all();
      return boxIds.flatMap((id): Thing[] => {
        const box = boxes.get(id);
        if (!box) return [];
        const what = typeName({ more: more.get(box.theoryId) ?? {} }, box.type as BoxType).one;
        const measures = said(measured, id);
        return [
          {
            end: { kind: 'box', id },
            what,
            title: box.label,
            ...(measures.length === 0 ? {} : { measures }),
          },
        ];
      });
    },
    async linksNamed(linkIds) {
      if (linkIds.length === 0) return [];
      const { links } = await all();
      return linkIds.flatMap((id) => {
        const title = links.get(id);
        return title === undefined ? [] : [{ id, title }];
      });
    },
    async measureThings(ids) {
      if (ids.length === 0) return [];
      const { measured } = await all();
      return ids.flatMap((id) => {
        const found = measured.get(id);
        return found === undefined ? [] : [measureThing(found)];
      });
    },
    async withMeasures(hops) {
      if (!hops.some(({ to, way }) => to.kind === 'measure' && way === 'tied')) return [...hops];
      const { measured } = await all();
      return hops.map((hop) => (hop.to.kind === 'measure' ? sinceTied(hop, measured) : hop));
    },
  };
}
