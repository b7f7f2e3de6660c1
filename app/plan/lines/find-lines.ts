import type { LineRow, PlanPage } from './plan-page.ts';

type Group = PlanPage['groups'][number];

/** What somebody looks for among the lines; empty texts ask for nothing. */
export interface Asked {
  words: string;
  owner: string;
  status: string;
  strand: string;
  /** on-track, at-risk, late, or `lacks` for lines that lack something or do not fit. */
  standing: string;
  /** Sorted by day, not by the order of the plan. */
  byDay: boolean;
  page: number;
}

/** So many rows a page holds. */
export const ROWS_A_PAGE = 100;

export function readAsked(search: URLSearchParams): Asked {
  const said = (name: string) => (search.get(name) ?? '').trim().slice(0, 200);
  const page = Number(said('page'));
  return {
    words: said('words'),
    owner: said('owner'),
    status: said('status'),
    strand: said('strand'),
    standing: said('standing'),
    byDay: said('sort') === 'day',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** Whether anything is looked for, so that fewer lines may show than there are. */
export const asksForSome = ({ words, owner, status, strand, standing }: Asked): boolean =>
  [words, owner, status, strand, standing].some((one) => one !== '');

export interface Found {
  groups: Group[];
  /** Rows that fit, of all rows. */
  found: number;
  all: number;
  page: number;
  pages: number;
}

/** The rows that fit what is asked, a page of them, each still under its outcome. */
export function findLines(groups: readonly Group[], asked: Asked): Found {
  const fitting = groups.map((group) => {
    const rows = group.rows.filter((row) => fits(row, asked));
    return { ...group, rows: asked.byDay ? [...rows].sort(byDay) : rows };
  });
  const found = fitting.reduce((sum, { rows }) => sum + rows.length, 0);
  const pages = Math.max(1, Math.ceil(found / ROWS_A_PAGE));
  const page = Math.min(asked.page, pages);
  let [skip, room] = [(page - 1) * ROWS_A_PAGE, ROWS_A_PAGE];
  const shown = fitting.map((group) => {
    const rows = group.rows.slice(skip, skip + room);
    skip = Math.max(0, skip - group.rows.length);
    room -= rows.length;
    return { ...group, rows };
  });
  const all = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return { groups: shown.filter(({ rows }) => rows.length > 0), found, all, page, pages };
}

const plain = (text: string) => text.toLocaleLowerCase('en-GB');

function fits(row: LineRow, { words, owner, status, strand, standing }: Asked): boolean {
  const text = plain([row.title, row.owner, row.milestone, row.objective].join(' '));
  return (
    plain(words)
      .split(/\s+/)
      .every((word) => text.includes(word)) &&
    (owner === '' || plain(row.owner) === plain(owner)) &&
    (status === '' || row.status === status) &&
    (strand === '' || row.strand === strand) &&
    (standing === '' ||
      (standing === 'lacks'
        ? row.lacks.length > 0 || row.clashes > 0 || row.drift > 0
        : row.standing === standing))
  );
}

const byDay = (a: LineRow, b: LineRow) => {
  const [left, right] = [a, b].map((row) => row.startsOn ?? row.endsOn ?? '9999');
  return (left ?? '') < (right ?? '') ? -1 : left === right ? 0 : 1;
};
