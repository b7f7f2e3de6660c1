import type { TheoryLook } from '#app/http/links.ts';

/** Longer than any id or number that this application makes. */
const LONGEST = 80;

/** What the address of a page says is looked at in a theory; nonsense is left out. */
export function lookedAt(address: string): TheoryLook {
  const asked = new URL(address).searchParams;
  const named = (name: string) => {
    const value = asked.get(name) ?? '';
    return value === '' || value.length > LONGEST ? undefined : value;
  };
  const at = named('at');
  return {
    part: named('part'),
    at: at !== undefined && /^\d{1,9}$/.test(at) ? at : undefined,
    box: named('box'),
    link: named('link'),
  };
}
