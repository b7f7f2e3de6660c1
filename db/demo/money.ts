import { addCost, bringCosts } from '#app/plan/money/keep-costs.server.ts';
import { CostForm } from '#app/plan/money/cost-form.ts';
import { AvoidedForm, CaseForm, ItemForm, UnitForm } from '#app/plan/money/case-forms.ts';
import {
  keepAvoidedCost,
  keepCase,
  keepItem,
  keepUnitCost,
} from '#app/plan/money/keep-cases.server.ts';
import type { Demonstration } from './load.server.ts';
import { AVOIDED, CASE, COSTS, ITEM, UNITS, WHOLE } from './money-words.ts';

/**
 * The money of the plan, cost by cost: what staff, rooms and print cost in which year. One cost is paid
 * from money that may not pay for it, as a real plan has it, and the product points that out.
 *
 * @param lines the ids of the lines of the plan, by their names in the demonstration
 */
export async function demoMoney(
  d: Demonstration,
  lines: ReadonlyMap<string, string>,
  streams: Readonly<Record<string, string>>,
): Promise<void> {
  const fields = COSTS.flatMap(({ line, costs }) =>
    costs.map(([what, kind, year, amount, strand]) =>
      CostForm.parse({ lineId: lines.get(line) ?? '', what, kind, year, amount, strand }),
    ),
  );
  const kept = await bringCosts(d.commissioner, d.programme.id, fields);
  if (!kept.ok) throw new Error(kept.refused.message);
  for (const [what, kind, year, amount, stream] of WHOLE) {
    const cost = CostForm.parse({ what, kind, year, amount, streamId: streams[stream] ?? '' });
    await addCost(d.commissioner, d.programme.id, cost);
  }
  for (const unit of UNITS) {
    await keepUnitCost(d.commissioner, d.programme.id, null, UnitForm.parse(unit));
  }
  const avoided = await keepAvoidedCost(d.commissioner, null, AvoidedForm.parse(AVOIDED), '');
  const made = await keepCase(d.commissioner, d.programme.id, null, CaseForm.parse(CASE));
  if (avoided.outcome !== 'saved' || made.outcome !== 'saved') {
    throw new Error('The case of the demonstration was not kept.');
  }
  const item = ItemForm.parse({ ...ITEM, avoidedId: avoided.id });
  await keepItem(d.commissioner, d.programme.id, made.id, item);
}
