import { importAreaFile } from '#app/needs/areas/import-area-file.server.ts';
import { importPrintedTable } from '#app/needs/import-printed-table.server.ts';
import { needOf, setNotNow } from '#app/needs/register/change-need.server.ts';
import type { FindingSource } from '#app/needs/finding-source.ts';
import { lookUpFinding } from '#app/needs/look-up-finding.server.ts';
import { suggestedNeed, type NeedFields } from '#app/needs/register/need.ts';
import { takeFinding } from '#app/needs/take-finding.server.ts';
import { theStore } from '../store.server.ts';
import type { Demonstration } from './load.server.ts';
import { ATTENDANCE, madeUpAreaFile } from './needs-figures.ts';

/** The needs of the demonstration by a short name, for the rooms further along the line. */
export type DemoNeed =
  | 'hours'
  | 'transport'
  | 'knowing'
  | 'send'
  | 'wellbeing'
  | 'talking'
  | 'fathers'
  | 'deprivation'
  | 'eastmoor';

export interface DemoNeeds {
  needs: Record<DemoNeed, string>;
  areaFileId: string;
  tableId: string;
}

/**
 * The demonstration's needs: an official file for the borough, an attendance table with one wrong
 * percentage, and a register of needs taken from findings as the lead would take them.
 */
export async function demoNeeds(
  d: Demonstration,
  { surveyId }: { surveyId: string },
): Promise<DemoNeeds> {
  const areaFileId = await bringInAreas(d);
  const tableId = await bringInAttendance(d);
  const said = (question: string, row: string): FindingSource => ({
    from: 'survey',
    survey: surveyId,
    question,
    row,
  });
  const taken: Record<DemoNeed, FindingSource[]> = {
    hours: [said('barriers', 'opening-hours'), said('hoursWanted', 'saturday')],
    transport: [said('barriers', 'transport')],
    knowing: [said('barriers', 'not-told'), said('hubUse', 'never-heard')],
    send: [said('support', 'send-support')],
    wellbeing: [said('support', 'wellbeing')],
    talking: [said('support', 'talking-learning')],
    fathers: [said('relationship', 'father'), said('support', 'for-dads')],
    deprivation: [{ from: 'deciles', file: areaFileId, measure: 'idaci-decile', upTo: '2' }],
    eastmoor: [{ from: 'table', table: tableId, cell: '4-1' }],
  };
  const needs = {} as Record<DemoNeed, string>;
  for (const name of Object.keys(taken) as DemoNeed[]) {
    needs[name] = await takeAll(d, NEEDS[name], taken[name]);
  }
  await setAside(d, needs.eastmoor);
  return { needs, areaFileId, tableId };
}

async function bringInAreas(d: Demonstration): Promise<string> {
  const bytes = new TextEncoder().encode(madeUpAreaFile());
  const chosen = { fileName: 'made-up-indices-wexcombe.csv', bytes, only: '' };
  const came = await importAreaFile(d.lead, d.programme, chosen);
  if (came.ok) return came.id;
  throw new Error(`The demonstration’s areas: ${came.problems[0]?.message ?? ''}`);
}

async function bringInAttendance(d: Demonstration): Promise<string> {
  const kept = await importPrintedTable(d.lead, d.programme, {
    fileName: 'attendance-annual-report-2025.csv',
    title: 'Attendance by hub, annual report 2025',
    rows: ATTENDANCE,
  });
  if (kept.ok) return kept.id;
  throw new Error(`The demonstration’s attendance: ${kept.message}`);
}

/** The first finding makes the need; the others are put behind it. */
async function takeAll(
  d: Demonstration,
  need: Omit<NeedFields, 'howMany'>,
  sources: readonly FindingSource[],
): Promise<string> {
  let needId: string | null = null;
  for (const source of sources) {
    const finding = await lookUpFinding(d.programme, source);
    if (!finding) throw new Error(`There is no finding for “${need.statement}”.`);
    const { howMany } = suggestedNeed(finding, d.programme.places);
    const supports: Parameters<typeof takeFinding>[3] =
      needId === null ? { need: { ...need, howMany } } : { needId };
    const taken = await takeFinding(d.lead, d.programme, source, supports, null);
    if (!taken.ok) throw new Error(`The finding for “${need.statement}” changed on the way.`);
    needId = taken.needId;
  }
  if (needId === null) throw new Error(`Nothing stands behind “${need.statement}”.`);
  return needId;
}

async function setAside(d: Demonstration, needId: string): Promise<void> {
  const { version } = await needOf(theStore().read, d.programme, needId);
  await setNotNow(
    d.lead,
    d.programme,
    needId,
    version,
    'The lease of the building in Eastmoor ends in 2027. Until a new one is found, the outreach team visits twice a week.',
  );
}

const NEEDS: Readonly<Record<DemoNeed, Omit<NeedFields, 'howMany'>>> = {
  hours: {
    statement: 'Hubs open when parents who work can come',
    who: 'Parents and carers in work, most of all those on shifts',
    place: 'All of Wexcombe',
    priority: 'high',
    priorityReason: 'Named by many, and cheap to change: the buildings stand empty on Saturdays.',
  },
  transport: {
    statement: 'A way to reach help without a car',
    who: 'Families who rely on the bus, and those with a pram or a wheelchair',
    place: 'Dunsley and Eastmoor',
    priority: 'high',
    priorityReason: 'It falls on the places with the most children in low-income families.',
  },
  knowing: {
    statement: 'Families know what is on, and that it is for them',
    who: 'Families who have not used a hub, and those new to the borough',
    place: 'All of Wexcombe',
    priority: 'medium',
    priorityReason: 'Much can be done with what is there: midwives, schools and messages.',
  },
  send: {
    statement: 'Support for families while they wait for a check of special educational needs',
    who: 'Families whose child has, or may have, special educational needs or a disability',
    place: 'All of Wexcombe',
    priority: 'high',
    priorityReason: 'Waiting is long, and early help changes most.',
  },
  wellbeing: {
    statement: 'Help with how parents feel, early and near home',
    who: 'Expecting and new parents, mothers and fathers',
    place: 'All of Wexcombe',
    priority: 'high',
    priorityReason: 'A parent’s mental health in the first two years shapes a child’s start.',
  },
  talking: {
    statement: 'Help for children to talk, play and learn before they start school',
    who: 'Families with children under five',
    place: 'Canal Quarter, Dunsley and Eastmoor',
    priority: 'medium',
    priorityReason: 'Fewer children there reach a good level of development.',
  },
  fathers: {
    statement: 'Fathers and male carers find something for them, and are asked',
    who: 'Fathers, step-fathers and other male carers',
    place: 'All of Wexcombe',
    priority: 'medium',
    priorityReason: 'A group that is missing from the answers must not go missing from the plan.',
  },
  deprivation: {
    statement: 'More help where most children live in families with a low income',
    who: 'Families in the most deprived areas of the borough',
    place: 'Canal Quarter, Dunsley and Eastmoor',
    priority: 'high',
    priorityReason: 'Inequality between the parts of the borough is the widest in the figures.',
  },
  eastmoor: {
    statement: 'A hub of its own size in Eastmoor',
    who: 'Families in Eastmoor',
    place: 'Eastmoor',
    priority: 'medium',
    priorityReason: 'The need is clear; the building is not to be had yet.',
  },
};
