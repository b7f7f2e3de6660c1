import { queryOf, type Asked } from './crosstab-form.ts';
import { askedOf, usesIn, type Use } from './ledger.ts';

/** One telling of a table, to be read. */
export interface LineTold {
  id: string;
  /** "What makes it hard? by Where do you live?" */
  title: string;
  filter: string | null;
  weighted: boolean;
  answers: number;
  uses: Use[];
  firstAt: Date;
  lastAt: Date;
  /** The same table as it would be told now. */
  query: string;
}

interface Kept {
  id: string;
  spec: string;
  answers: number;
  uses: string;
  firstAt: Date;
  lastAt: Date;
}

/** @param titles of the questions by name; a question that is gone is called by its name */
export function linesTold(kept: readonly Kept[], titles: ReadonlyMap<string, string>): LineTold[] {
  const called = (name: string) => titles.get(name) ?? name;
  return kept.map(({ id, spec, answers, uses, firstAt, lastAt }) => {
    const asked: Asked = askedOf(spec);
    const { row, by, filter } = asked;
    return {
      id,
      title: `${called(row)} by ${called(by)}`,
      filter: filter && `${called(filter.name)}: ${filter.value}`,
      weighted: spec.includes(' '),
      answers,
      uses: usesIn(uses),
      firstAt,
      lastAt,
      query: queryOf(asked),
    };
  });
}
