/** One figure behind a piece of evidence, as it stood when it was taken. */
export interface FrozenFigure {
  label: string;
  value: string;
}

/** Names of figures, as findings freeze them, in words; one that is not listed is left out. */
const LABELS: Readonly<Record<string, string>> = {
  answer: 'Answer',
  count: 'Counted',
  base: 'Of',
  comments: 'Comments',
  people: 'People',
  area: 'Area',
  value: 'Figure',
  printed: 'Printed',
  computed: 'Computed',
};

/**
 * The figures of a piece of evidence for reading: single ones by name, and the rows of its table.
 * Small numbers were hidden when it was frozen, and stay so. What is not a figure is left out.
 */
export function frozenFigures(figures: unknown): FrozenFigure[] {
  if (typeof figures !== 'object' || figures === null) return [];
  const entries = Object.entries(figures as Record<string, unknown>);
  const single = entries.flatMap(([key, value]): FrozenFigure[] => {
    const label = LABELS[key];
    return label !== undefined && isFigure(value) ? [{ label, value: said(value) }] : [];
  });
  const table = (figures as { table?: unknown }).table;
  const rows = Array.isArray(table) ? table.flatMap(rowOf) : [];
  return [...single, ...rows];
}

function rowOf(row: unknown): FrozenFigure[] {
  if (typeof row !== 'object' || row === null) return [];
  const { answer, count } = row as { answer?: unknown; count?: unknown };
  return typeof answer === 'string' && isFigure(count)
    ? [{ label: answer, value: said(count) }]
    : [];
}

const isFigure = (value: unknown): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && value !== '');

const said = (value: string | number) =>
  typeof value === 'number' ? value.toLocaleString('en-GB') : value;

/** Where evidence was taken from, in words: the title that its source had then. */
export function originOf(source: Readonly<Record<string, unknown>>): string | null {
  const of = (key: string) => {
    const title = source[key];
    return typeof title === 'string' && title !== '' ? title : null;
  };
  const survey = of('surveyTitle');
  if (survey !== null) return `Taken from the survey “${survey}”`;
  const file = of('fileTitle');
  if (file !== null) return `Taken from the official file “${file}”`;
  const table = of('tableTitle');
  if (table !== null) return `Taken from the table “${table}”`;
  const theme = of('themeTitle');
  return theme === null ? null : `Taken from the theme “${theme}”`;
}
