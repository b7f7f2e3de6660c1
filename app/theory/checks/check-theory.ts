import type { Theory } from '../graph.ts';
import { assumptions } from './assumptions.ts';
import {
  RULES,
  SEVERITIES,
  severityAt,
  type Finding,
  type Remark,
  type RuleId,
  type Stage,
} from './finding.ts';
import { integrity, nothingLinked } from './integrity.ts';
import { peopleInIt } from './people-in-it.ts';
import { read } from './reading.ts';
import { reasons } from './reasons.ts';
import { shape } from './shape.ts';
import { structure } from './structure.ts';
import { wording } from './wording.ts';

/** Rules that have nothing to say while no link is drawn at all: TOC-I05 says that once. */
const ABOUT_LINKS: ReadonlySet<RuleId> = new Set<RuleId>([
  'TOC-S02',
  'TOC-S03',
  'TOC-S04',
  'TOC-N01',
  'TOC-N02',
  'TOC-C04',
]);

const ORDER = Object.keys(RULES);

/**
 * Everything that the checks have to say about a theory at a stage, the first thing first: by
 * severity, then in the order in which it makes sense to put them right.
 */
export function checkTheory(theory: Theory, stage: Stage): Finding[] {
  const reading = read(theory);
  const remarks = [
    ...integrity(reading),
    ...structure(reading),
    ...reasons(reading),
    ...shape(reading),
    ...wording(reading),
    ...peopleInIt(reading),
    ...assumptions(reading),
  ].filter((remark) => !(nothingLinked(reading) && ABOUT_LINKS.has(remark.id)));
  return remarks.map((remark) => findingOf(remark, stage)).sort(firstThingFirst);
}

function findingOf(remark: Remark, stage: Stage): Finding {
  const { severity = RULES[remark.id], ...said } = remark;
  return {
    ...said,
    key: [remark.id, remark.targets[0] ?? ''].join(':'),
    severity: severityAt(stage, remark.id, severity),
  };
}

function firstThingFirst(a: Finding, b: Finding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    ORDER.indexOf(a.id) - ORDER.indexOf(b.id)
  );
}
