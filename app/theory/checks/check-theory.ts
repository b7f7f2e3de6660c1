import type { Theory } from '../graph.ts';
import { assumptions } from './assumptions.ts';
import { claims } from './claims.ts';
import { evidence } from './evidence.ts';
import {
  RULES,
  SEVERITIES,
  severityAt,
  speaksAt,
  type Finding,
  type Remark,
  type RuleId,
  type Stage,
} from './finding.ts';
import { integrity, nothingLinked } from './integrity.ts';
import { life } from './life.ts';
import { measures } from './measures.ts';
import { peopleInIt } from './people-in-it.ts';
import { planned } from './planned.ts';
import { read } from './reading.ts';
import { reasons } from './reasons.ts';
import { shape } from './shape.ts';
import { structure } from './structure.ts';
import type { Surroundings } from './surroundings.ts';
import { voices } from './voices.ts';
import { wording } from './wording.ts';

/** Rules that have nothing to say while no link is drawn at all: TOC-I05 says that once. */
const ABOUT_LINKS: ReadonlySet<RuleId> = new Set<RuleId>([
  'TOC-S02',
  'TOC-S03',
  'TOC-S04',
  'TOC-N01',
  'TOC-N02',
  'TOC-C03',
  'TOC-C04',
  'TOC-M01',
  'TOC-L03',
  'TOC-L04',
]);

const ORDER = Object.keys(RULES);

/**
 * Everything that the checks have to say about a theory at a stage, the first thing first: by
 * severity, then in the order in which it makes sense to put them right.
 *
 * @param around what stands around it; null for a file, and then the rules that need it say nothing
 */
export function checkTheory(
  theory: Theory,
  stage: Stage,
  around: Surroundings | null = null,
): Finding[] {
  const reading = read(theory, around);
  const silent = nothingLinked(reading);
  return [
    ...integrity(reading),
    ...structure(reading),
    ...reasons(reading),
    ...shape(reading),
    ...wording(reading),
    ...peopleInIt(reading),
    ...assumptions(reading),
    ...claims(reading),
    ...evidence(reading),
    ...voices(reading),
    ...measures(reading),
    ...planned(reading),
    ...life(reading),
  ]
    .filter(({ id }) => speaksAt(stage, id) && !(silent && ABOUT_LINKS.has(id)))
    .map((remark) => findingOf(remark, stage))
    .sort(firstThingFirst(stage));
}

function findingOf(remark: Remark, stage: Stage): Finding {
  const { severity = RULES[remark.id], about, ...said } = remark;
  return {
    ...said,
    key: [remark.id, about ?? remark.targets[0] ?? ''].join(':'),
    severity: severityAt(stage, remark.id, severity),
  };
}

/**
 * Until a theory is put up for approval it is made: what leads to what comes before what measures it,
 * what plans it and what keeps it alive, however grave that will be later.
 */
function firstThingFirst(stage: Stage) {
  const made = stage === 'approve' || stage === 'live';
  const later = ({ id }: Finding) => (!made && /^TOC-[MPL]/.test(id) ? 1 : 0);
  return (a: Finding, b: Finding): number =>
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    later(a) - later(b) ||
    ORDER.indexOf(a.id) - ORDER.indexOf(b.id);
}
