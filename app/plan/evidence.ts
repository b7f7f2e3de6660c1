import type { ThreadEnd } from '#app/thread/kinds.ts';
import { endKey, restsOn, type HopIndex } from '#app/thread/trace.ts';
import type { PlanLine } from './plan.ts';

/** The thread of one plan line and one need, on one row: from the theme to the requirement. */
export interface EvidenceRow {
  lineId: string;
  line: string;
  /** What families said, as named themes. */
  themes: string[];
  /** Evidence of other kinds: a survey finding, a figure of an area or a table. */
  figures: string[];
  needId: string | null;
  /** Null when the line rests on no need. */
  need: string | null;
  activities: string[];
  /** Id and sentence of each requirement that the line helps to cover. */
  requirements: string[];
}

/** What the rows call things by; undefined when a thing is gone. */
export interface Names {
  titleOf(end: ThreadEnd): string | undefined;
  /** Whether evidence was made from a theme, and so says the same as it. */
  isOfTheme(evidence: ThreadEnd): boolean;
  requirementOf(key: string): string | undefined;
}

/**
 * One row for each need that a line rests on, near or far, and one for each line that rests on none.
 * The activities of a row are those of the line that lead to this need.
 */
export function evidenceRows(
  lines: readonly PlanLine[],
  index: HopIndex,
  names: Names,
): EvidenceRow[] {
  const titles = (ends: readonly ThreadEnd[]) => ends.flatMap((end) => names.titleOf(end) ?? []);
  return lines.flatMap((line): EvidenceRow[] => {
    const requirements = line.requirementKeys.flatMap((key) => names.requirementOf(key) ?? []);
    const activities = line.activityIds.map((id): ThreadEnd => ({ kind: 'box', id }));
    const base = { lineId: line.id, line: line.title, requirements };
    const needs = restsOn(index, { kind: 'plan-line', id: line.id }, 'need');
    const rows = needs.flatMap((need): EvidenceRow[] => {
      const statement = names.titleOf(need);
      if (statement === undefined) return [];
      const leading = activities.filter((box) => isAmong(restsOn(index, box, 'need'), need));
      const evidence = restsOn(index, need, 'evidence');
      return [
        {
          ...base,
          needId: need.id,
          need: statement,
          themes: titles(restsOn(index, need, 'theme')),
          figures: titles(evidence.filter((end) => !names.isOfTheme(end))),
          activities: titles(leading),
        },
      ];
    });
    if (rows.length > 0) return rows;
    return [
      {
        ...base,
        needId: null,
        need: null,
        themes: [],
        figures: [],
        activities: titles(activities),
      },
    ];
  });
}

function isAmong(ends: readonly ThreadEnd[], end: ThreadEnd): boolean {
  return ends.some((other) => endKey(other) === endKey(end));
}
