import { z } from 'zod';
import { readCsv, unescapeForExcel, type FileProblem } from '#app/survey/csv.ts';
import {
  GRADE_NAMES,
  GRADES,
  KIND_NAMES,
  KINDS,
  OWN_PACK,
  Pack,
  type Grade,
  type Requirement,
  type RequirementKind,
} from './packs.ts';

/** A guidance pack that an authority brings in itself: as a table of items, or as data (JSON). */

/** The headings of the table. */
export const HEADINGS = [
  'Id',
  'Section',
  'Strand',
  'What it asks for',
  'Kind',
  'Heading or item of the publication',
  'Whose publication it is',
  'Address',
  'Grade',
  'What counts as covering it',
] as const;

const MOST_ITEMS = 500;

/** What somebody says about the pack whose items are a table. */
export const AboutPack = z.object({
  title: z.string().max(200, 'The title must be 200 characters or fewer').default(''),
  publisher: z.string().max(200, 'Use at most 200 characters').default(''),
  published: z.string().max(100, 'Use at most 100 characters').default(''),
  from: z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2})?$/, 'Enter the first day on which it applies, or leave it empty')
    .default(''),
  to: z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2})?$/, 'Enter the last day on which it applies, or leave it empty')
    .default(''),
});
export type AboutPack = z.output<typeof AboutPack>;

export type ReadOwnPack = { ok: true; pack: Pack } | { ok: false; problems: PackProblem[] };

/** What is wrong, and where: a line of the table, or the path inside the data. */
export interface PackProblem {
  where: string;
  message: string;
}

/** Reads a pack out of what was pasted or uploaded: data when it begins with a brace, else a table. */
export function readOwnPack(text: string, about: AboutPack): ReadOwnPack {
  if (text.trim() === '') {
    return refused([{ where: 'Items', message: 'Paste the items, or choose a file' }]);
  }
  return text.trimStart().startsWith('{') ? fromData(text) : fromTable(text, about);
}

const refused = (problems: PackProblem[]): ReadOwnPack => ({ ok: false, problems });

function fromData(text: string): ReadOwnPack {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    return refused([{ where: 'The file', message: `This is not JSON that can be read: ${why}` }]);
  }
  const read = Pack.safeParse(withOwnId(data));
  if (read.success) return { ok: true, pack: read.data };
  return refused(
    read.error.issues.map(({ path, message }) => ({
      where: path.length === 0 ? 'The file' : path.join('.'),
      message,
    })),
  );
}

/** An id that begins as own packs do; what has none is told by the schema. */
function withOwnId(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || !('id' in data)) return data;
  const { id } = data;
  return typeof id === 'string' && !id.startsWith(OWN_PACK)
    ? { ...data, id: `${OWN_PACK}${id}` }
    : data;
}

/** "Wexcombe local commitments" → "own-wexcombe-local-commitments". */
export function ownPackId(title: string): string {
  const slug = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${OWN_PACK}${slug === '' ? 'pack' : slug}`;
}

function fromTable(text: string, about: AboutPack): ReadOwnPack {
  const table = readCsv(new TextEncoder().encode(text));
  if (!table.ok) return refused(table.problems.map(atLine));
  const problems: PackProblem[] = [];
  if (about.title === '') problems.push({ where: 'Title', message: 'Enter the title of the pack' });
  if (about.publisher === '') {
    problems.push({ where: 'Publisher', message: 'Enter who publishes it' });
  }
  if (about.from !== '' && about.to !== '' && about.to < about.from) {
    problems.push({ where: 'Last day', message: 'It must not be before the first day' });
  }
  const [head = [], ...rows] = table.rows;
  const columns = new Map(head.map((heading, at) => [plain(heading), at]));
  const needed = [HEADINGS[0], HEADINGS[3]] as const;
  const absent = needed.filter((heading) => !columns.has(plain(heading)));
  if (absent.length > 0) {
    const names = absent.map((one) => `“${one}”`).join(' and ');
    return refused([
      ...problems,
      { where: 'Line 1', message: `There is no column ${names}: use the headings of the template` },
    ]);
  }
  if (rows.length === 0) {
    problems.push({ where: 'Line 2', message: 'There are no items under the headings' });
  }
  if (rows.length > MOST_ITEMS) {
    problems.push({ where: 'Items', message: `A pack holds at most ${MOST_ITEMS} items` });
  }
  const seen = new Map<string, string>();
  const requirements = rows.slice(0, MOST_ITEMS).flatMap((cells, at): Requirement[] => {
    const where = `Line ${table.lines[at + 1] ?? at + 2}`;
    const cell = (heading: (typeof HEADINGS)[number]) =>
      unescapeForExcel((cells[columns.get(plain(heading)) ?? -1] ?? '').trim());
    const read = itemOf(cell, about);
    const twice = seen.get(read.requirement.id);
    if (twice !== undefined) {
      read.problems.push(
        `The id “${read.requirement.id}” is used twice: also in ${twice.toLowerCase()}`,
      );
    }
    seen.set(read.requirement.id, where);
    problems.push(...read.problems.map((message) => ({ where, message })));
    return [read.requirement];
  });
  if (problems.length > 0) return refused(problems);
  return checked(packOf(about, requirements));
}

function checked(pack: Pack): ReadOwnPack {
  const read = Pack.safeParse(pack);
  if (read.success) return { ok: true, pack: read.data };
  return refused(
    read.error.issues.map(({ path, message }) => ({ where: path.join('.'), message })),
  );
}

/** A pack of these items, as the authority describes it. */
export function packOf(about: AboutPack, requirements: Requirement[]): Pack {
  const sections = [...new Set(requirements.map(({ section }) => section))];
  return {
    id: ownPackId(about.title),
    title: about.title,
    publisher: about.publisher,
    published: about.published === '' ? 'Not said' : about.published,
    url: null,
    effective: {
      from: about.from === '' ? null : about.from,
      to: about.to === '' ? null : about.to,
      note: 'As the authority entered it',
    },
    status: 'current',
    statusNote: 'Brought in by the authority',
    readExtent: 'Entered by the authority itself.',
    sections: sections.map((title) => ({ id: title, title })),
    requirements,
  };
}

type Cell = (heading: (typeof HEADINGS)[number]) => string;

/** One line of the table; words that name no kind or grade are told with those that do. */
function itemOf(cell: Cell, about: AboutPack): { requirement: Requirement; problems: string[] } {
  const problems: string[] = [];
  const id = cell('Id');
  const text = cell('What it asks for');
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(id)) {
    problems.push(
      id === ''
        ? 'Enter an id, such as WX-01'
        : `The id “${id}” must be up to 40 letters, figures, dots and hyphens, without spaces`,
    );
  }
  if (text === '') problems.push('Enter what it asks for');
  if (text.length > 1000) problems.push('What it asks for must be 1,000 characters or fewer');
  const kind = named(cell('Kind'), KINDS, KIND_NAMES, 'plan-section');
  if (kind === undefined) {
    problems.push(`The kind “${cell('Kind')}” is not known: use one of ${listOf(KIND_NAMES)}`);
  }
  const grade = named(cell('Grade').toUpperCase(), GRADES, {}, 'L');
  if (grade === undefined) {
    problems.push(
      `The grade “${cell('Grade')}” is not known: use one of ${GRADES.join(', ')}, as ${GRADES.map((one) => `${one}: ${GRADE_NAMES[one]}`).join('; ')}`,
    );
  }
  const url = cell('Address');
  if (url !== '' && !isAddress(url)) {
    problems.push(`“${url}” is not a whole web address, such as https://www.example.gov.uk/page`);
  }
  const counts = cell('What counts as covering it');
  const requirement: Requirement = {
    id,
    section: cell('Section') || 'Items',
    strand: cell('Strand') || 'All',
    text: text || '–',
    kind: kind ?? ('plan-section' satisfies RequirementKind),
    source: {
      heading: cell('Heading or item of the publication') || about.title || '–',
      where: cell('Whose publication it is') || about.publisher || '–',
      url: url === '' || !isAddress(url) ? null : url,
    },
    grade: grade ?? ('L' satisfies Grade),
    ...(counts === '' ? {} : { countsAsCovered: counts }),
  };
  return { requirement, problems };
}

function named<Value extends string>(
  said: string,
  values: readonly Value[],
  names: Partial<Record<Value, string>>,
  otherwise: Value,
): Value | undefined {
  if (said === '') return otherwise;
  return values.find((value) => value === said || plain(names[value] ?? value) === plain(said));
}

const listOf = (names: Readonly<Record<string, string>>) =>
  Object.values(names)
    .map((name) => `“${name}”`)
    .join(', ');

const plain = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Whether a text can stand behind a link: http or https, and nothing else. */
export const isAddress = (text: string) => /^https?:\/\/\S+\.\S+$/.test(text) && URL.canParse(text);

const atLine = ({ line, message }: FileProblem): PackProblem => ({
  where: `Line ${line}`,
  message,
});

/** What another version of a pack changes: new, changed and gone items by their id. */
export function changesOfVersion(
  before: Pack | null,
  after: Pack,
): { added: string[]; changed: string[]; gone: string[] } {
  const old = new Map((before?.requirements ?? []).map((one) => [one.id, one]));
  const fresh = new Set(after.requirements.map(({ id }) => id));
  const said = (one: Requirement) =>
    JSON.stringify([one.text, one.kind, one.strand, one.grade, one.source, one.countsAsCovered]);
  return {
    added: after.requirements.filter(({ id }) => !old.has(id)).map(({ id }) => id),
    changed: after.requirements.flatMap((one) => {
      const was = old.get(one.id);
      return was !== undefined && said(was) !== said(one) ? [one.id] : [];
    }),
    gone: [...old.keys()].filter((id) => !fresh.has(id)),
  };
}
