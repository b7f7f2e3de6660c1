import { readFigure, type MissingWhy } from '#app/needs/figure.ts';
import type { FileProblem } from '#app/survey/csv.ts';
import { cell, type Columns } from './area-columns.ts';
import { isAreaCode, measureOf, statisticOf, type Measure } from './area-headers.ts';
import { plainArea, type RowArea } from './area-levels.ts';

export interface AreaFigures {
  code: string;
  name: string;
  /** "small areas", "wards"… Two areas of one file may share a code on different levels. */
  level?: string;
  /** By the measure's key; null where the publisher gives none, never zero. */
  figures: Record<string, number | null>;
}

/** How many areas have no figure for a measure, and why. */
export interface MissingFigures {
  measure: string;
  header: string;
  areas: number;
  why: Partial<Record<MissingWhy, number>>;
}

export interface Figures {
  areas: AreaFigures[];
  measures: Measure[];
  missing: MissingFigures[];
}

const MOST_MEASURES = 300;
const MOST_PROBLEMS = 20;

/** The area of a row: by its columns of levels, or by the one column of codes. */
export function areaOfRow(row: readonly string[], columns: Columns): RowArea | null {
  if (columns.levels) return columns.levels.areaOf(row);
  const code = cell(row, columns.code);
  return code === '' ? null : plainArea(code, cell(row, columns.name));
}

/**
 * The figures of the rows that are kept, in one pass: an area that stands in several rows has one
 * measure a row, told apart by the columns of periods and categories.
 *
 * @param lines the line of the file on which each row begins, heading first, for messages
 */
export function figuresOf(
  headers: readonly string[],
  body: readonly (readonly string[])[],
  lines: readonly number[],
  columns: Columns,
  kept: readonly number[],
): Figures | { problems: FileProblem[] } {
  const gathered = new Gathered(headers, columns, isLong(body, columns, kept));
  for (const at of kept) {
    gathered.takeRow(body[at] ?? [], lines[at + 1] ?? at + 2);
    if (gathered.problems.length >= MOST_PROBLEMS) break;
  }
  if (gathered.problems.length > 0) return { problems: gathered.problems };
  if (gathered.measures.size > MOST_MEASURES) {
    const message = `This file holds ${gathered.measures.size.toLocaleString('en-GB')} figures for one area. Keep one period and the categories that you need, and bring it in again.`;
    return { problems: [{ line: 0, message }] };
  }
  return gathered.figures();
}

function isLong(
  body: readonly (readonly string[])[],
  columns: Columns,
  kept: readonly number[],
): boolean {
  if (columns.levels) return columns.dimensions.length > 0;
  return new Set(kept.map((at) => cell(body[at], columns.code))).size < kept.length;
}

class Gathered {
  readonly problems: FileProblem[] = [];
  readonly measures = new Map<string, Measure>();
  private readonly areas = new Map<string, AreaFigures>();
  private readonly byHeader = new Map<string, Measure>();
  private readonly whys = new Map<string, Partial<Record<MissingWhy, number>>>();

  constructor(
    private readonly headers: readonly string[],
    private readonly columns: Columns,
    private readonly isLong: boolean,
  ) {}

  takeRow(row: readonly string[], line: number): void {
    const found = areaOfRow(row, this.columns);
    if (!found) return;
    if (!isAreaCode(found.code)) {
      const message = `Line ${line}: “${found.code}” is not the code of an area, such as E01012367.`;
      this.problems.push({ line, message });
      return;
    }
    const area = this.areaOf(found);
    const said = this.isLong
      ? this.columns.dimensions
          .map((c) => [this.headers[c] ?? '', cell(row, c)] as const)
          .filter(([, text]) => text !== '')
      : [];
    for (const { column, measure } of this.columns.measures) {
      const each = said.length === 0 ? measure : this.dimensioned(measure, said);
      this.takeCell(cell(row, column), each, measure, area, line, this.headers[column] ?? '');
    }
  }

  private areaOf({ code, name, level }: RowArea): AreaFigures {
    const key = `${code} ${level}`;
    const area = this.areas.get(key) ?? { code, name, level, figures: {} };
    this.areas.set(key, area);
    return area;
  }

  private takeCell(
    text: string,
    each: Measure,
    plain: Measure,
    area: AreaFigures,
    line: number,
    header: string,
  ): void {
    const figure = readFigure(text);
    const problem = Object.hasOwn(area.figures, each.key)
      ? `${area.code} is in the file twice${each.at ? ` for ${Object.values(each.at).join(', ')}` : ''}. Keep one row for each area, period and category.`
      : outOfBounds(text, plain);
    if (problem !== null)
      this.problems.push({ line, message: `Line ${line}, “${header}”: ${problem}` });
    area.figures[each.key] = figure.kind === 'number' ? figure.value : null;
    this.measures.set(each.key, each);
    if (figure.kind === 'missing') {
      const why = this.whys.get(each.key) ?? {};
      this.whys.set(each.key, { ...why, [figure.why]: (why[figure.why] ?? 0) + 1 });
    }
  }

  /** "Income: 2023, Girls": a measure of one period or category, with a key that no other has. */
  private dimensioned(
    measure: Measure,
    said: readonly (readonly [header: string, text: string])[],
  ): Measure {
    const words = said.map(([, text]) => text).join(', ');
    const isPlain =
      this.columns.measures.length === 1 && /^(?:value|figure|number|count)$/i.test(measure.header);
    const header = isPlain ? words : `${measure.header}: ${words}`;
    const known = this.byHeader.get(header);
    if (known) return known;
    const short = measureOf(header.replace(/[()]/g, ' ')).key;
    const key = this.measures.has(short) ? `${short}-${this.byHeader.size}` : short;
    const made = { key, header, of: measure.header, at: Object.fromEntries(said) };
    this.byHeader.set(header, made);
    return made;
  }

  figures(): Figures {
    const areas = [...this.areas.values()];
    const measures = [...this.measures.values()];
    const missing = measures.flatMap(({ key, header }) => {
      const without = areas.filter(({ figures }) => (figures[key] ?? null) === null).length;
      return without === 0
        ? []
        : [{ measure: key, header, areas: without, why: this.whys.get(key) ?? {} }];
    });
    return { areas, measures, missing };
  }
}

function outOfBounds(text: string, measure: Measure): string | null {
  const figure = readFigure(text);
  if (figure.kind === 'words') return `“${text}” is not a figure. Correct it or leave it empty.`;
  if (figure.kind !== 'number') return null;
  const statistic = statisticOf(measure.header);
  const isTenth = figure.value >= 1 && figure.value <= 10 && Number.isInteger(figure.value);
  if (statistic === 'decile' && !isTenth) {
    return `a decile is a whole number from 1 to 10, not ${text}.`;
  }
  if (statistic === 'rank' && figure.value < 1) return `a rank is 1 or more, not ${text}.`;
  return null;
}
