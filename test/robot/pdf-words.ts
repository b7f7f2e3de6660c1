import { inflateSync } from 'node:zlib';

/** What is wrong with a PDF: it runs something, carries a file, or leads where it must not. */
export function pdfFaults(bytes: Uint8Array): string[] {
  const faults: string[] = [];
  const raw = Buffer.from(bytes).toString('latin1');
  const inside = [raw, ...objectsOf(raw).map(({ stream }) => stream)].join('\n');
  if (!inside.startsWith('%PDF-')) faults.push('is no PDF');
  for (const [name] of inside.matchAll(
    /\/(JavaScript|JS|Launch|EmbeddedFile|SubmitForm|ImportData|RichMedia|GoToR)\b/g,
  )) {
    faults.push(`PDF has ${name}`);
  }
  for (const [, to = ''] of inside.matchAll(/\/URI\s*\(((?:\\.|[^)\\])*)\)/g)) {
    if (!/^(https?:\/\/|mailto:|tel:)/.test(to)) faults.push(`PDF leads to ${to.slice(0, 80)}`);
  }
  return faults;
}

/** An object of the file: what it says of itself, and what it holds, unpacked. */
interface PdfObject {
  id: string;
  dictionary: string;
  stream: string;
}

/** The objects of a file that packs none of them into another, as ours never do. */
function objectsOf(raw: string): PdfObject[] {
  const objects: PdfObject[] = [];
  const begins = /(?:^|\n)(\d+) 0 obj\b/g;
  for (let match = begins.exec(raw); match !== null; match = begins.exec(raw)) {
    const from = begins.lastIndex;
    const streamAt = raw.indexOf('stream\n', from);
    const endAt = raw.indexOf('endobj', from);
    const isStream = streamAt !== -1 && streamAt < endAt;
    const end = isStream ? raw.indexOf('\nendstream', streamAt) : endAt;
    const dictionary = raw.slice(from, isStream ? streamAt : end);
    const packed = isStream ? raw.slice(streamAt + 7, end) : '';
    objects.push({ id: match[1] ?? '', dictionary, stream: unpacked(dictionary, packed) });
    // What is packed may hold whatever looks like the beginning of an object.
    begins.lastIndex = end;
  }
  return objects;
}

function unpacked(dictionary: string, packed: string): string {
  if (!dictionary.includes('/FlateDecode')) return packed;
  try {
    return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
  } catch {
    // A picture may be packed twice: there are no words in it.
    return '';
  }
}

/** Letters by the codes of one typeface (its /ToUnicode). */
type Letters = ReadonlyMap<string, string>;

/**
 * The words of a PDF of ours as a reader of the file copies them: line after line, without the spaces
 * that a line break took. Words in typefaces without a table of their letters are left out.
 */
export function wordsOfPdf(bytes: Uint8Array): string {
  const objects = new Map(
    objectsOf(Buffer.from(bytes).toString('latin1')).map((one) => [one.id, one]),
  );
  const known = new Map<string, Letters>();
  const lettersOf = (font: string): Letters => {
    const found = known.get(font) ?? lettersIn(objects, font);
    known.set(font, found);
    return found;
  };
  const words: string[] = [];
  for (const { dictionary, stream } of objects.values()) {
    const fonts = /\/Font <<([^>]*)>>/.exec(dictionary)?.[1];
    if (fonts === undefined) continue;
    const named = new Map(
      [...fonts.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, id]),
    );
    const page = /\/Contents (\d+) 0 R/.exec(dictionary)?.[1];
    const drawn = page === undefined ? stream : (objects.get(page)?.stream ?? '');
    words.push(wordsDrawn(drawn, (name) => lettersOf(named.get(name) ?? '')));
  }
  return words.join('\n');
}

function lettersIn(objects: ReadonlyMap<string, PdfObject>, font: string): Letters {
  const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.dictionary ?? '')?.[1] ?? '';
  const text = objects.get(table)?.stream ?? '';
  const letters = new Map<string, string>();
  for (const [, block = ''] of text.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, code = '', utf16 = ''] of block.matchAll(/<([\dA-F]+)>\s*<([\dA-F]+)>/gi)) {
      letters.set(
        Buffer.from(code, 'hex').toString('latin1'),
        Buffer.from(utf16, 'hex').swap16().toString('utf16le'),
      );
    }
  }
  return letters;
}

/** What follows the instructions that draw a page: `/f0 12 Tf`, `(…) Tj`, `[(…) -16 (…)] TJ`, `ET`. */
function wordsDrawn(drawn: string, lettersOf: (font: string) => Letters): string {
  let letters: Letters = new Map();
  let words = '';
  const step = /\/(\w+) [\d.]+ Tf|\(((?:\\[^]|[^\\)])*)\)|<([\dA-Fa-f]+)>\s*Tj|\bET\b/g;
  for (const [whole, font, literal, hex] of drawn.matchAll(step)) {
    if (font !== undefined) letters = lettersOf(font);
    else if (whole === 'ET') words += '\n';
    else {
      const codes =
        literal === undefined ? Buffer.from(hex ?? '', 'hex').toString('latin1') : spelt(literal);
      for (let at = 0; at < codes.length; at += 2)
        words += letters.get(codes.slice(at, at + 2)) ?? '';
    }
  }
  return words;
}

const NAMED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The bytes of a literal of a PDF (ISO 32000-1, 7.3.4.2). */
const spelt = (literal: string) =>
  literal.replace(/\\([0-7]{1,3}|[^])/g, (_, what: string) =>
    /^[0-7]/.test(what) ? String.fromCharCode(parseInt(what, 8)) : (NAMED[what] ?? what),
  );
