import { readCsv, unescapeForExcel, writeCsv } from '#app/survey/csv.ts';
import {
  AGE_BANDS,
  CARES_AS,
  ETHNIC_GROUPS,
  KIND_NAMES,
  KINDS,
  kindOf,
  labelIn,
  LEFT_BECAUSE,
  PREFERRED,
  SEXES,
  type Listed,
} from '../member-lists.ts';
import { MemberForm, type About, type MemberFields } from '../members.ts';

/** Members come as a file of at most this many rows. */
export const MOST_ROWS = 500;

interface FileColumn {
  field: keyof MemberFields;
  header: string;
  /** Other headings that people write. */
  also: readonly string[];
  list?: readonly Listed[];
}

const KIND_LIST: readonly Listed[] = KINDS.map((kind) => ({
  value: kind,
  label: KIND_NAMES[kind],
}));

/** What a file of members can hold, under which headings. */
export const FILE_COLUMNS: readonly FileColumn[] = [
  { field: 'name', header: 'Name', also: ['full name', 'member'] },
  { field: 'email', header: 'E-mail', also: ['email', 'email address', 'e-mail address'] },
  { field: 'phone', header: 'Telephone', also: ['phone', 'mobile', 'telephone number', 'tel'] },
  {
    field: 'preferred',
    header: 'Prefers',
    also: ['preferred contact', 'contact by'],
    list: PREFERRED,
  },
  { field: 'language', header: 'Language', also: [] },
  {
    field: 'kind',
    header: 'Kind',
    also: ['role', 'type', 'parent or practitioner'],
    list: KIND_LIST,
  },
  {
    field: 'caresAs',
    header: 'Looks after children as',
    also: ['cares as', 'relationship'],
    list: CARES_AS,
  },
  { field: 'sex', header: 'Sex', also: ['gender'], list: SEXES },
  { field: 'ageBand', header: 'Age', also: ['age band', 'age group'], list: AGE_BANDS },
  { field: 'ethnicGroup', header: 'Ethnic group', also: ['ethnicity'], list: ETHNIC_GROUPS },
  { field: 'area', header: 'Lives in', also: ['area', 'ward', 'place'] },
  { field: 'joinedOn', header: 'Joined', also: ['joined on', 'start date', 'since'] },
  { field: 'access', header: 'Access', also: ['access needs'] },
  { field: 'interpreter', header: 'Interpreter', also: [] },
  { field: 'childcare', header: 'Childcare', also: [] },
  { field: 'helps', header: 'Anything else', also: ['notes', 'what helps'] },
];

/** A row of the file as it would be brought in. */
export interface FileRow {
  /** The line of the file, from 1. */
  line: number;
  name: string;
  /** What is wrong with it, each as an instruction; none when it can be brought in. */
  problems: string[];
  /** Somebody of this name and address is on the panel already. */
  known: boolean;
  fields: MemberFields | null;
}

export type MembersFile =
  { ok: true; rows: FileRow[]; ignored: string[] } | { ok: false; message: string };

const plain = (words: string) =>
  words
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ');

/**
 * Reads a file of members: each row checked as the form checks it, so that what is brought in is what
 * could have been typed.
 *
 * @param known names with addresses, folded by `knownKey`, of those who are on the panel already
 * @param today for rows that do not say when somebody joined
 */
export function readMembersFile(
  bytes: Uint8Array,
  known: ReadonlySet<string>,
  today: string,
): MembersFile {
  const read = readCsv(bytes);
  if (!read.ok) return { ok: false, message: read.problems[0]?.message ?? 'It cannot be read.' };
  const [head = [], ...body] = read.rows;
  const columns = head.map((cell) => columnOf(cell));
  if (!columns.some((column) => column?.field === 'name')) {
    return {
      ok: false,
      message: `The file has no column “Name”. Its first line must hold headings, such as: ${FILE_COLUMNS.slice(
        0,
        6,
      )
        .map(({ header }) => header)
        .join(', ')}`,
    };
  }
  if (body.length > MOST_ROWS) {
    return {
      ok: false,
      message: `The file has ${body.length} rows. Bring in ${MOST_ROWS} at once.`,
    };
  }
  const seen = new Set(known);
  const rows = body.map((cells, at): FileRow => {
    const row = rowOf(cells, columns, read.lines[at + 1] ?? at + 2, today);
    const key = row.fields && knownKey(row.fields);
    const there = key !== null && seen.has(key);
    if (key !== null) seen.add(key);
    return { ...row, known: there };
  });
  const ignored = head.filter((_, at) => columns[at] === undefined).filter((cell) => cell !== '');
  return { ok: true, rows, ignored };
}

/** By what somebody is recognised: name and address, or telephone number. */
export function knownKey(one: { name: string; email: string; phone: string }): string {
  const reach = one.email || one.phone.replace(/[^0-9]/g, '');
  return `${plain(one.name)}/${plain(reach)}`;
}

function columnOf(heading: string): FileColumn | undefined {
  const said = plain(heading.replace(/^\uFEFF/, ''));
  return FILE_COLUMNS.find(({ header, also }) => plain(header) === said || also.includes(said));
}

function rowOf(
  cells: readonly string[],
  columns: readonly (FileColumn | undefined)[],
  line: number,
  today: string,
): Omit<FileRow, 'known'> {
  const typed: Record<string, string> = { kind: 'parent-or-carer', joinedOn: today };
  const problems: string[] = [];
  columns.forEach((column, at) => {
    const cell = unescapeForExcel((cells[at] ?? '').trim()).trim();
    if (!column || cell === '' || cell === '–') return;
    const value = column.list ? valueIn(column.list, cell) : dayIn(column, cell);
    if (value === undefined) problems.push(`${column.header}: “${cell.slice(0, 40)}” is not known`);
    else typed[column.field] = value;
  });
  const form = MemberForm.safeParse(typed);
  if (!form.success) {
    for (const { path, message } of form.error.issues) {
      problems.push(`${headerOf(path[0])}: ${message}`);
    }
  }
  const fields = form.success && problems.length === 0 ? form.data : null;
  return { line, name: typed['name'] ?? '', problems, fields };
}

const headerOf = (field: PropertyKey | undefined) =>
  FILE_COLUMNS.find((column) => column.field === field)?.header ?? 'Row';

/** A value by its code or by its words. */
function valueIn(list: readonly Listed[], cell: string): string | undefined {
  const said = plain(cell).replaceAll('–', '-');
  return list.find(
    ({ value, label }) =>
      value === said || plain(label) === said || value === said.replaceAll(' to ', '-'),
  )?.value;
}

/** Days as YYYY-MM-DD or as English spreadsheets write them: 3/6/2026. */
function dayIn({ field }: FileColumn, cell: string): string | undefined {
  if (field !== 'joinedOn') return cell;
  if (/^\d{4}-\d{2}-\d{2}$/.test(cell)) return cell;
  const found = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(cell);
  if (!found) return undefined;
  const [, day = '', month = '', year = ''] = found;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A member as the exported list shows them. */
export interface ExportedMember {
  id: string;
  kind: string;
  about: About;
  joinedOn: string;
  leftOn: string | null;
  leftWhy: string | null;
  endsOn: string | null;
  /** Only where they were asked for. */
  name?: string;
  contact?: { email: string; phone: string; preferred: string; language: string } | undefined;
}

/** By what a member is called in lists without names. */
export const memberNumber = (id: string) => `M-${id.slice(-6).toUpperCase()}`;

/** The list of members as a file: without names unless they are given. */
export function membersCsv(members: readonly ExportedMember[], named: boolean): string {
  const head = [
    'Member',
    ...(named ? ['Name', 'E-mail', 'Telephone', 'Prefers', 'Language'] : []),
    ...['Kind', 'Looks after children as', 'Sex', 'Age', 'Ethnic group', 'Lives in'],
    ...['Joined', 'Left', 'Why they left', 'Term until'],
  ];
  const rows = members.map((one) => {
    const { about, contact } = one;
    const preferred = contact?.preferred ? labelIn(PREFERRED, contact.preferred) : '';
    return [
      memberNumber(one.id),
      ...(named
        ? [
            one.name ?? '',
            contact?.email ?? '',
            contact?.phone ?? '',
            preferred,
            contact?.language ?? '',
          ]
        : []),
      KIND_NAMES[kindOf(one.kind)],
      said(CARES_AS, about['caresAs']),
      said(SEXES, about['sex']),
      said(AGE_BANDS, about['ageBand']),
      said(ETHNIC_GROUPS, about['ethnicGroup']),
      about['area'] ?? '',
      one.joinedOn,
      one.leftOn ?? '',
      said(LEFT_BECAUSE, one.leftWhy ?? undefined),
      one.endsOn ?? '',
    ];
  });
  return writeCsv([head, ...rows], { forExcel: true });
}

const said = (list: readonly Listed[], value: string | undefined) =>
  value ? labelIn(list, value) : '';
