/**
 * Elements of XML that somebody else wrote, found from left to right in time that grows with its length,
 * whatever stands in it. Pure.
 */

interface Element {
  /** What stands in its tag after its name. */
  tag: string;
  inside: string;
  /** Where it begins, and where the text goes on after it. */
  begin: number;
  end: number;
}

/** What begins an element, and what ends it: each is looked for once from left to right. */
interface Ends {
  opens: RegExp;
  closes: RegExp;
}

const ends = new Map<string, Ends>();

function endsOf(name: string): Ends {
  const known = ends.get(name) ?? {
    opens: new RegExp(`<(?:\\w+:)?${name}(\\s[^<>]*?|)(/?)>`, 'g'),
    closes: new RegExp(`</(?:\\w+:)?${name}\\s*>`, 'g'),
  };
  ends.set(name, known);
  return known;
}

/**
 * The elements of a name, one after another. One that nothing ends ends the search: looking for the end of
 * each of many such would take the square of their number.
 */
export function* elementsIn(text: string, name: string): Generator<Element, undefined> {
  const { opens, closes } = endsOf(name);
  for (let from = 0; ;) {
    opens.lastIndex = from;
    const open = opens.exec(text);
    if (open === null) return;
    const after = opens.lastIndex;
    const tag = open[1] ?? '';
    if (open[2] === '/') {
      from = after;
      yield { tag, inside: '', begin: open.index, end: after };
      continue;
    }
    closes.lastIndex = after;
    const close = closes.exec(text);
    if (close === null) return;
    from = closes.lastIndex;
    yield { tag, inside: text.slice(after, close.index), begin: open.index, end: from };
  }
}

/** The text without its elements of a name. */
export function without(text: string, name: string): string {
  let left = '';
  let at = 0;
  for (const { begin, end } of elementsIn(text, name)) {
    left += text.slice(at, begin);
    at = end;
  }
  return left + text.slice(at);
}

/**
 * Cuts XML that comes in pieces into whole elements of one name. What never ends is not looked through
 * again and again, and not kept beyond `longest` characters.
 */
export function elementsOf(
  name: string,
  longest: number,
  onElement: (tag: string, inside: string) => void,
): (xml: string) => void {
  const { opens, closes } = endsOf(name);
  let waiting: string[] = [];
  let length = 0;
  let tail = '';
  /** One has begun: nothing is looked at before what may be its end. */
  let begun = false;
  return (xml) => {
    waiting.push(xml);
    length += xml.length;
    if (length > longest + xml.length) throw new RangeError(`${name} too long`);
    const fresh = tail + xml;
    tail = fresh.slice(-LONGEST_END);
    closes.lastIndex = 0;
    if (begun && !closes.test(fresh)) return;
    const text = waiting.join('');
    let used = 0;
    for (const { tag, inside, end } of elementsIn(text, name)) {
      onElement(tag, inside);
      used = end;
    }
    opens.lastIndex = used;
    const next = opens.exec(text)?.index;
    begun = next !== undefined;
    // Without a beginning, only what may be one that is cut is kept.
    const cut = text.lastIndexOf('<');
    const rest = text.slice(next ?? (cut < used ? text.length : cut));
    if (!begun && rest.length > LONGEST_TAG) throw new RangeError(`${name} too long`);
    waiting = [rest];
    length = rest.length;
  };
}

/** More than any name with its prefix, and than any tag that a spreadsheet writes. */
const LONGEST_END = 100;
const LONGEST_TAG = 100_000;
