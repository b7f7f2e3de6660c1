import type { Reading } from './reading.ts';

/**
 * Which loop each box stands in (Tarjan 1972): boxes with the same number lead to one another along
 * forward links; a box in no loop has a number of its own. O(V+E), without recursion, so that a very
 * long chain cannot exhaust the stack.
 */
export function stronglyConnected({ theory, next }: Reading): Map<string, number> {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const loop = new Map<string, number>();
  const open: string[] = [];
  let loops = 0;
  const enter = (id: string) => {
    order.set(id, order.size);
    low.set(id, order.get(id) ?? 0);
    open.push(id);
    return { id, targets: (next.get(id) ?? []).map(({ target }) => target), at: 0 };
  };
  const lower = (id: string, to: number) => low.set(id, Math.min(low.get(id) ?? to, to));
  const close = (id: string) => {
    if (low.get(id) !== order.get(id)) return;
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      loop.set(member, loops);
      if (member === id) break;
    }
    loops += 1;
  };
  for (const box of theory.boxes) {
    if (order.has(box.id)) continue;
    const path = [enter(box.id)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const target = top.targets[top.at];
      top.at += 1;
      if (target === undefined) {
        close(top.id);
        path.pop();
        const parent = path.at(-1);
        if (parent !== undefined) lower(parent.id, low.get(top.id) ?? 0);
      } else if (!order.has(target)) {
        path.push(enter(target));
      } else if (!loop.has(target)) {
        lower(top.id, order.get(target) ?? 0);
      }
    }
  }
  return loop;
}
