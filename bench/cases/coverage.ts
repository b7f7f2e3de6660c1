import { coverageOf, type TaggedActivity } from '#app/plan/coverage/coverage.ts';
import { requirementKey } from '#app/plan/coverage/packs.ts';
import { recordsShown, type HeldRecords } from '#app/plan/coverage/records.ts';
import type { PlanLine } from '#app/plan/plan.ts';
import { packs } from '#templates/frameworks/index.ts';
import { shownBy } from '#templates/frameworks/shown-by.ts';
import { aLine } from '#test/some-plans.ts';
import { aSite, anAsset, held, PAGES } from '#test/some-records.ts';
import { timed, type Case } from '../case.ts';

const LINES = 150;
const BOXES = 120;
const BUDGET_MS = 20;

const keys = packs().flatMap((pack) =>
  pack.requirements.map(({ id }) => requirementKey(pack.id, id)),
);
const some = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => keys[(from * 7 + at * 13) % keys.length] ?? '');

const lines: PlanLine[] = Array.from({ length: LINES }, (_, at) =>
  aLine({
    id: `line-${at}`,
    requirementKeys: some(at, 4),
    owner: at % 5 === 0 ? '' : 'Early help',
  }),
);
const activities: TaggedActivity[] = Array.from({ length: BOXES }, (_, at) => ({
  id: `box-${at}`,
  label: `Activity ${at}`,
  requirementKeys: some(at + 3, 2),
}));
const records: HeldRecords = held({
  sites: Array.from({ length: 38 }, (_, at) =>
    aSite({ id: `site-${at}`, services: ['health', 'parenting'], points: ['BSFH-DEF-01'] }),
  ),
  assets: Array.from({ length: 120 }, (_, at) =>
    anAsset({ id: `asset-${at}`, name: `Health visiting team ${at}`, strands: ['health'] }),
  ),
});

const coverage: Case = {
  id: 'coverage',
  what: `Which of ${keys.length} requirements of ${packs().length} packs a plan of ${LINES} lines covers, with the records of 38 sites.`,
  unit: 'ms',
  better: 'less',
  limitIs: `the budget of ${BUDGET_MS} ms within which a page of coverage feels immediate`,
  goal: 1,
  async run({ quick }) {
    const samples = await timed(quick ? 5 : 50, () => {
      const shown = recordsShown(shownBy, records, PAGES);
      return packs().map((pack) => coverageOf(pack, lines, activities, [], shown).totals.covered);
    });
    return { samples, limit: BUDGET_MS };
  },
};

export default coverage;
