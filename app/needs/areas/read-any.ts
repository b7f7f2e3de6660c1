import { readCsv, type FileProblem } from '#app/survey/csv.ts';
import { readAreaFile, refused, type AreaChoice, type AreaFile } from './area-file.ts';
import { readLinks, type LinksFile } from './area-links.ts';
import { readBoundaries, type Boundaries } from './boundaries.ts';

/** What an official file turned out to hold. */
export type Official =
  | { ok: true; what: 'figures'; file: AreaFile }
  | { ok: true; what: 'links'; links: LinksFile }
  | { ok: true; what: 'boundaries'; boundaries: Boundaries }
  | { ok: false; problems: FileProblem[]; authorities?: string[] };

/** A file of boundaries of the whole country is large; it is read once and kept small. */
const MOST_GEOJSON_BYTES = 60 * 1024 * 1024;

/**
 * Reads an official file of any kind that is known, told apart by what is in it and never by its name:
 * figures by area, a lookup, a list of codes, a list of changes, or boundaries as GeoJSON.
 */
export function readOfficial(bytes: Uint8Array, choice: AreaChoice = {}): Official {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return refused(
      0,
      'This is a workbook or a packed folder. Open it, save the sheet with the figures as CSV, and choose that; boundaries come as GeoJSON.',
    );
  }
  if (startsWithBrace(bytes)) {
    if (bytes.length > MOST_GEOJSON_BYTES) {
      return refused(
        0,
        'The file is larger than 60 MB. Choose generalised boundaries (BGC or BSC).',
      );
    }
    const read = readBoundaries(new TextDecoder().decode(bytes), choice);
    return read.ok ? { ...read, what: 'boundaries' } : read;
  }
  const csv = readCsv(bytes);
  if (!csv.ok) return csv;
  const figures = readAreaFile(csv.rows, csv.lines, choice);
  if (figures.ok) return { ...figures, what: 'figures' };
  const links = figures.why === 'no-figures' ? readLinks(csv.rows, csv.lines, choice) : null;
  if (links) return links.ok ? { ...links, what: 'links' } : links;
  return figures;
}

/** Past a byte order mark and white space. */
function startsWithBrace(bytes: Uint8Array): boolean {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const first = bytes.subarray(start, start + 64).find((byte) => byte > 0x20);
  return first === 0x7b;
}
