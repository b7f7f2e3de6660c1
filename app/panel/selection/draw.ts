import { diceFrom } from '#app/statistics/exact-tests.ts';
import type { Pool } from './pool.ts';

/** A panel of a lottery, and how often it is drawn. */
export interface DrawablePanel {
  composition: readonly number[];
  /** 0 to 1; all of a lottery's add up to 1. */
  chance: number;
}

/** Who was drawn, and who comes next if somebody of a group says no. */
export interface Drawn {
  drawn: string[];
  /** By group of the pool: those not drawn, in the order in which they are asked. */
  reserves: string[][];
}

/**
 * Draws one panel of a lottery: which composition, then who of each group. The same seed draws the
 * same people, so that anybody can check the draw.
 *
 * @param panels of fairLottery
 */
export function drawPanel(pool: Pool, panels: readonly DrawablePanel[], seed: string): Drawn {
  let at = diceOf(`${seed}/panel`)();
  const panel =
    panels.find(({ chance }) => {
      at -= chance;
      return at < 0;
    }) ?? panels.at(-1);
  const orders = pool.groups.map(({ ids }, group) => shuffled(ids, diceOf(`${seed}/${group}`)));
  const taken = (group: number) => panel?.composition[group] ?? 0;
  return {
    drawn: orders.flatMap((order, group) => order.slice(0, taken(group))),
    reserves: orders.map((order, group) => order.slice(taken(group))),
  };
}

/** Dice for a seed of any words (FNV-1a). */
function diceOf(seed: string): () => number {
  let number = 2_166_136_261;
  for (const letter of seed) {
    number = Math.imul(number ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  }
  return diceFrom(number);
}

/** The list in an order that is as likely as any other (Fisher and Yates). */
function shuffled(list: readonly string[], next: () => number): string[] {
  const order = [...list];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [order[at], order[other]] = [order[other] ?? '', order[at] ?? ''];
  }
  return order;
}
