import type { FileProblem } from '#app/survey/csv.ts';
import { MOST_AREAS, refused, tooMany, type AreaChoice } from './area-file.ts';
import { boundariesOf, isAreaCode, levelOf } from './area-headers.ts';

/** What an area is to another: the ward it lies in, the code that took its place. */
export type Relation =
  | 'ward'
  | 'middle area'
  | 'authority'
  | 'upper authority'
  | 'combined authority'
  | 'region'
  | 'current code'
  | 'area of 2021';

/** U unchanged, S split, M merged, X irregular: the change indicator of the ONS. */
const CHANGES = ['U', 'S', 'M', 'X'] as const;
export type Change = (typeof CHANGES)[number];

export interface AreaLink {
  code: string;
  name: string;
  relation: Relation;
  toCode: string;
  toName: string;
  change: Change | '';
}

export type LinksKind = 'lookup' | 'code-list' | 'changes';

export interface LinksFile {
  title: string;
  kind: LinksKind;
  level: string;
  boundaries: string | null;
  /** How many areas the rows are of. */
  areas: number;
  links: AreaLink[];
  authorities: string[];
  notes: string[];
}

export type ReadLinks =
  { ok: true; links: LinksFile } | { ok: false; problems: FileProblem[]; authorities?: string[] };

const MOST_PROBLEMS = 20;

interface CodeColumn {
  column: number;
  header: string;
  /** The column of names beside it, or -1. */
  name: number;
}

/**
 * Reads a lookup (small area → ward → authority), a list of codes, or the list of changes from the small
 * areas of 2011 to those of 2021. Null when the file is none of these: fewer than two columns of codes.
 */
export function readLinks(
  rows: readonly (readonly string[])[],
  lines: readonly number[],
  choice: AreaChoice = {},
): ReadLinks | null {
  const headers = (rows[0] ?? []).map((header) => header.trim());
  const body = rows.slice(1);
  const codes = codeColumns(headers, body);
  if (codes.length < 2 || body.length === 0) return null;
  const change = headers.findIndex((header) => /^(?:change_code|chg_?ind|change)$/i.test(header));
  const wrong = wrongCells(body, lines, codes, change);
  if (wrong.length > 0) return { ok: false, problems: wrong };
  const authority = codes.find(({ header }) => /^(?:LTLA|LAD)(?!.*ACTIVE)/i.test(header));
  const kept = cut(body, codes, authority, choice);
  const authorities = namesIn(body, authority);
  if (kept.length === 0 && (choice.only ?? '').trim() !== '') {
    const none = `No area of “${choice.only ?? ''}” is in this file. Check the name or code.`;
    return { ...refused(0, none), authorities };
  }
  return change >= 0
    ? changesOf(headers, kept, codes, change, body.length)
    : lookupOf(kept, codes, namesIn(kept, authority), body.length);
}

const text = (row: readonly string[], column: number) => (row[column] ?? '').trim();

function codeColumns(
  headers: readonly string[],
  body: readonly (readonly string[])[],
): CodeColumn[] {
  const sample = body.slice(0, 2000);
  return headers.flatMap((header, column) => {
    if (!/(?:CD(?:_ACTIVE)?|code)$/i.test(header)) return [];
    const filled = sample.filter((row) => text(row, column) !== '');
    const coded = filled.filter((row) => isAreaCode(text(row, column)));
    if (coded.length === 0 || coded.length < filled.length * 0.9) return [];
    const wanted = header
      .replace(/CD(_ACTIVE)?$/, 'NM$1')
      .replace(/code$/i, 'name')
      .toLowerCase();
    const name = headers.findIndex((each, c) => c !== column && each.toLowerCase() === wanted);
    return [{ column, header, name }];
  });
}

function wrongCells(
  body: readonly (readonly string[])[],
  lines: readonly number[],
  codes: readonly CodeColumn[],
  change: number,
): FileProblem[] {
  const problems: FileProblem[] = [];
  for (const [at, row] of body.entries()) {
    const line = lines[at + 1] ?? at + 2;
    for (const { column, header } of codes) {
      const code = text(row, column);
      if (code === '' || isAreaCode(code)) continue;
      const message = `Line ${line}, “${header}”: “${code}” is not the code of an area, such as E01012367.`;
      problems.push({ line, message });
    }
    const said = text(row, change).toUpperCase();
    if (change >= 0 && !CHANGES.some((each) => each === said)) {
      const message = `Line ${line}: “${text(row, change)}” is no kind of change. It is U, S, M or X.`;
      problems.push({ line, message });
    }
    if (problems.length >= MOST_PROBLEMS) break;
  }
  return problems;
}

function cut(
  body: readonly (readonly string[])[],
  codes: readonly CodeColumn[],
  authority: CodeColumn | undefined,
  { only = '', own = [] }: AreaChoice,
): (readonly string[])[] {
  // A list of authorities is worth having whole: it is how old codes and names are recognised.
  const [finest] = byFineness(body, codes);
  const ofAuthorities = body.filter(
    (row) => finest && levelOf(text(row, finest.column)) === 'local authorities',
  );
  if (!authority || ofAuthorities.length > body.length / 2) return [...body];
  const wanted = only.trim().toLowerCase();
  if (wanted !== '') {
    return body.filter((row) =>
      [authority.column, authority.name].some(
        (c) => c >= 0 && text(row, c).toLowerCase() === wanted,
      ),
    );
  }
  return own.length === 0
    ? [...body]
    : body.filter((row) => own.includes(text(row, authority.column)));
}

const distinctOf = (rows: readonly (readonly string[])[], { column }: CodeColumn) =>
  new Set(rows.map((row) => text(row, column))).size;

/** The columns of codes from that with the most different areas on. */
function byFineness(rows: readonly (readonly string[])[], codes: readonly CodeColumn[]) {
  const sizes = new Map(codes.map((each) => [each, distinctOf(rows, each)]));
  const size = (each: CodeColumn) => sizes.get(each) ?? 0;
  return [...codes].sort((a, b) => size(b) - size(a) || a.column - b.column);
}

function namesIn(body: readonly (readonly string[])[], column: CodeColumn | undefined): string[] {
  if (!column || column.name < 0) return [];
  const found = new Set(body.map((row) => text(row, column.name)).filter((name) => name !== ''));
  return [...found].sort(new Intl.Collator('en-GB').compare);
}

function leftOutNote(all: number, kept: number): string[] {
  return all === kept
    ? []
    : [`${(all - kept).toLocaleString('en-GB')} rows of other authorities were left out.`];
}

function changesOf(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  codes: readonly CodeColumn[],
  change: number,
  all: number,
): ReadLinks {
  const from = codes.find(({ header }) => /(?:LSOA|MSOA|OA)11/i.test(header));
  const to = codes.find(({ header }) => /(?:LSOA|MSOA|OA)21/i.test(header));
  if (!from || !to) {
    return refused(
      1,
      'A list of changes needs a column of 2011 codes and one of 2021 codes, such as LSOA11CD and LSOA21CD.',
    );
  }
  const links = rows.map((row): AreaLink => ({
    code: text(row, from.column),
    name: text(row, from.name),
    relation: 'area of 2021',
    toCode: text(row, to.column),
    toName: text(row, to.name),
    change: text(row, change).toUpperCase() as Change,
  }));
  const withU = links.some((link) => link.change === 'U');
  const notes = [
    ...leftOutNote(all, rows.length),
    ...(withU ? [] : ['Areas that are not listed did not change.']),
    ...(links.length === 0 ? ['None of your small areas changed between 2011 and 2021.'] : []),
  ];
  return {
    ok: true,
    links: {
      title: 'Changes of small areas between 2011 and 2021',
      kind: 'changes',
      level: levelOf(links[0]?.code ?? 'E01'),
      boundaries: boundariesOf(headers[from.column] ?? ''),
      areas: new Set(links.map(({ code }) => code)).size,
      links,
      authorities: [],
      notes,
    },
  };
}

const RELATIONS: readonly (readonly [starts: RegExp, relation: Relation])[] = [
  [/^(?:WD|ward)/i, 'ward'],
  [/^MSOA/i, 'middle area'],
  [/^(?:LTLA|LAD).*ACTIVE/i, 'current code'],
  [/^(?:LTLA|LAD(?:CD|\d\d))/i, 'authority'],
  [/^UTLA/i, 'upper authority'],
  [/^CAUTH/i, 'combined authority'],
  [/^(?:RGN|region)/i, 'region'],
];

function lookupOf(
  rows: readonly (readonly string[])[],
  codes: readonly CodeColumn[],
  authorities: string[],
  all: number,
): ReadLinks {
  const [from, ...others] = byFineness(rows, codes);
  if (!from) return refused(0, 'No row is of an area of yours.');
  const areas = distinctOf(rows, from);
  if (areas > MOST_AREAS) return { ...refused(0, tooMany(areas)), authorities };
  const level = levelOf(text(rows[0] ?? [], from.column));
  const seen = new Set<string>();
  const links: AreaLink[] = [];
  for (const other of others) {
    const relation = RELATIONS.find(([starts]) => starts.test(other.header))?.[1];
    // An authority in a list of authorities of another year is no part of anything.
    if (!relation || (relation === 'authority' && level === 'local authorities')) continue;
    for (const row of rows) {
      const [code, toCode] = [text(row, from.column), text(row, other.column)];
      const key = `${code} ${relation} ${toCode}`;
      if (code === '' || toCode === '' || seen.has(key)) continue;
      seen.add(key);
      const [name, toName] = [text(row, from.name), text(row, other.name)];
      links.push({ code, name, relation, toCode, toName, change: '' });
    }
  }
  if (links.length === 0) {
    return refused(
      1,
      'The columns of codes are of no kind that is known: wards, authorities, regions.',
    );
  }
  const isList = level === 'local authorities';
  return {
    ok: true,
    links: {
      title: isList ? 'Local authorities and their codes' : `What ${level} belong to`,
      kind: isList ? 'code-list' : 'lookup',
      level,
      boundaries: boundariesOf(from.header),
      areas,
      links,
      authorities: isList ? [] : authorities,
      notes: leftOutNote(all, rows.length),
    },
  };
}
