import type { BenchmarkKind } from './outcomes.ts';

/** An imported file that speaks of the country, of regions or of authorities. */
export interface FileOffered {
  id: string;
  title: string;
  figures: { key: string; header: string }[];
}

/** The figure of an area beside which ours may be set. */
export interface AreaFigure {
  code: string;
  name: string;
  kind: BenchmarkKind;
  value: number;
}

/** Codes of the ONS: E92 is England, E12 a region, E06 to E10 an authority. */
const KINDS: readonly { from: string; to: string; kind: BenchmarkKind }[] = [
  { from: 'E92', to: 'E93', kind: 'england' },
  { from: 'E12', to: 'E13', kind: 'region' },
  { from: 'E06', to: 'E11', kind: 'other' },
];

/** The first characters of codes of areas that are large enough to compare with, as half-open ranges. */
export const LARGE_AREAS: readonly { from: string; to: string }[] = KINDS;

/** What an area is beside ours, by its code; null for small areas and for what is no such code. */
export function kindOfArea(code: string): BenchmarkKind | null {
  return KINDS.find(({ from, to }) => code >= from && code < to)?.kind ?? null;
}

/**
 * England, the regions and the authorities of a file that have this figure, in that order and by name.
 * What the publisher left out is not there: it is no nought.
 */
export function areasToCompare(
  rows: readonly { code: string; name: string; figures: Readonly<Record<string, number | null>> }[],
  key: string,
): AreaFigure[] {
  const found = rows.flatMap(({ code, name, figures }): AreaFigure[] => {
    const kind = kindOfArea(code);
    const value = figures[key] ?? null;
    return kind === null || value === null ? [] : [{ code, name, kind, value }];
  });
  const order = (kind: BenchmarkKind) => KINDS.findIndex((one) => one.kind === kind);
  return found.sort(
    (a, b) => order(a.kind) - order(b.kind) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
}

/** What was asked of the files: none of it need be there. */
export interface FileAsked {
  file: string;
  figure: string;
  area: string;
}

/** The files, the figure that was chosen with its areas, and the area that was taken. */
export interface FromFiles {
  offered: FileOffered[];
  chosen: { file: string; figure: string; title: string; areas: AreaFigure[] } | null;
  /** The fields of the form as the file fills them; null while no area is chosen. */
  filled: { kind: string; name: string; value: string; source: string } | null;
}

/** The form filled from the file: what is left to say is the period. */
export function filledFrom(
  area: AreaFigure | undefined,
  { title, header }: { title: string; header: string },
): FromFiles['filled'] {
  if (area === undefined) return null;
  return {
    kind: area.kind,
    name: area.kind === 'england' ? '' : area.name,
    value: String(area.value),
    source: `${title}: ${header}`.slice(0, 300),
  };
}
