import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lookup } from './lookup.ts';

test('finds what going through the list finds, however lists grow out of one another', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd');
  fc.assert(
    fc.property(
      fc.array(name),
      fc.array(fc.tuple(fc.nat(), name), { maxLength: 12 }),
      (begin, steps) => {
        const lookup = new Lookup<{ name: string; nr: number }>((thing) => thing.name);
        let nr = 0;
        const made = (each: string) => ({ name: each, nr: (nr += 1) });
        const lists: (readonly { name: string; nr: number }[])[] = [begin.map(made)];
        const agree = () => {
          for (const list of lists) {
            for (const each of ['a', 'b', 'c', 'd']) {
              expect(lookup.find(list, each)).toBe(list.find((thing) => thing.name === each));
            }
          }
        };
        for (const [which, each] of steps) {
          const from = lists[which % lists.length] ?? [];
          const longer = [...from, made(each)];
          lookup.grew(from, longer);
          lists.push(longer);
          agree();
        }
        agree();
      },
    ),
  );
});
