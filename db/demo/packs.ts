import { bringPack } from '#app/plan/coverage/bring-pack.server.ts';
import { correctItem } from '#app/plan/coverage/correct-item.server.ts';
import { CORRECTED_FIELDS, fieldOf, type CorrectedField } from '#app/plan/coverage/corrections.ts';
import { judgeCoverage } from '#app/plan/coverage/judge-coverage.server.ts';
import { readOwnPack } from '#app/plan/coverage/own-pack.ts';
import { packCsv } from '#app/plan/coverage/pack-table.ts';
import type { Requirement } from '#app/plan/coverage/packs.ts';
import { followedTitle } from '#app/plan/coverage/read-packs.server.ts';
import { editProgramme } from '#app/people/run-programme.server.ts';
import { stageOf } from '#app/people/programme.ts';
import { tieEnds } from '#app/thread/tie.server.ts';
import { packById } from '#templates/frameworks/index.ts';
import type { Demonstration } from './load.server.ts';
import type { DemoPlan } from './plan.ts';

const CABINET = 'Cabinet of Wexcombe Borough Council, 10 March 2026 (fictional)';

const promise = (id: string, strand: string, text: string, counts: string): Requirement => ({
  id,
  section: 'Commitments',
  strand,
  text,
  kind: 'plan-section',
  source: { heading: `Commitment ${Number(id.slice(-2))}`, where: CABINET, url: null },
  grade: 'L',
  countsAsCovered: counts,
});

/** What the borough promised by itself; the fourth has nothing in the plan, as is found by the page. */
const COMMITMENTS: readonly Requirement[] = [
  promise(
    'WX-01',
    'Access',
    'Open two hubs on one evening a week and on Saturdays.',
    'A plan line with hours and staff.',
  ),
  promise(
    'WX-02',
    'Fathers',
    'Hold a group for fathers and male carers at least once a month.',
    'A plan line with a monthly group.',
  ),
  promise(
    'WX-03',
    'Access',
    'Tell families what is on by text, in plain words.',
    'A plan line that says who sends the texts.',
  ),
  promise(
    'WX-04',
    'Access',
    'No family is more than 30 minutes by bus from a hub or an outreach point.',
    'A plan line for the places that no bus reaches in time.',
  ),
  promise(
    'WX-05',
    'Voice',
    'Answer in public what families said, within twelve weeks.',
    'Published answers with their dates.',
  ),
];

/**
 * A small pack of the borough’s own, which its programme follows, and one item of the national
 * guidance put right: the example of another council’s dates gives way to the borough’s own.
 */
export async function demoPacks(d: Demonstration, { promised }: DemoPlan): Promise<void> {
  const read = readOwnPack(
    packCsv(COMMITMENTS, (id) => id),
    {
      title: 'Wexcombe local commitments',
      publisher: 'Wexcombe Borough Council',
      published: '10 March 2026',
      from: '2026-04-01',
      to: '2029-03-31',
    },
  );
  if (!read.ok) throw new Error('The commitments of the demonstration cannot be read.');
  await bringPack(d.commissioner, read.pack, {
    fileName: 'wexcombe-commitments.csv',
    why: 'Agreed by Cabinet with the budget of 2026.',
    seen: 0,
  });
  await follow(d, read.pack.id);
  const lines = { 'WX-01': promised.hours, 'WX-02': promised.fathers, 'WX-03': promised.knowing };
  for (const [requirementId, lineId] of Object.entries(lines)) {
    const ends = {
      from: { kind: 'plan-line', id: lineId },
      to: { kind: 'requirement', id: `${read.pack.id}:${requirementId}` },
    } as const;
    await tieEnds(d.lead, d.programme.id, ends, await followedTitle(d.programme));
  }
  await judgeCoverage(
    d.commissioner,
    d.programme.id,
    { packId: read.pack.id, requirementId: 'WX-05' },
    {
      state: 'partly',
      reason: 'Four of twelve themes are answered; the others are promised for spring.',
    },
  );
  await putRight(d);
}

async function follow(d: Demonstration, packId: string): Promise<void> {
  const { programme } = d;
  const packs = [...programme.packs, packId];
  const { title, startsOn, endsOn, places, version } = programme;
  const stage = stageOf(programme.stage);
  const fields = { title, startsOn, endsOn, places, version, stage, packs };
  await editProgramme(d.lead, programme.id, fields);
  programme.packs = packs;
  programme.version += 1;
}

async function putRight(d: Demonstration): Promise<void> {
  const item = { packId: 'bsfh-2026', requirementId: 'BSFH-PLAN-09' };
  const shipped = packById(item.packId)?.requirements.find(({ id }) => id === item.requirementId);
  if (!shipped) throw new Error('The demonstration puts an item right that is gone.');
  const fields = Object.fromEntries(
    CORRECTED_FIELDS.map((field) => [field, fieldOf(shipped, field)]),
  ) as Record<CorrectedField, string>;
  await correctItem(d.commissioner, item, {
    fields: {
      ...fields,
      text: 'Wexcombe’s plan was due by the end of March 2026 and went to Cabinet on 10 March 2026.',
      heading: 'Minutes of Cabinet, item 7',
      where: CABINET,
      url: '',
    },
    why: 'York’s dates were only an example: ours stand in the minutes.',
    seen: '',
  });
}
