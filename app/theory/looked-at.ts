import { links, type TheoryLook, type TheoryViewName } from '#app/http/links.ts';

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

/** The view from which somebody opened the page of a box or link, and to which saving leads back. */
function viewBack(address: string): TheoryViewName {
  const back = new URL(address).searchParams.get('back');
  return back === 'table' || back === 'canvas' ? back : 'outline';
}

/** Where saving leads on the page of a box or link: back to where it was opened, with it selected. */
export function wayBack(programmeId: string, address: string, look: TheoryLook): string {
  return links.theoryView(programmeId, viewBack(address), look);
}
