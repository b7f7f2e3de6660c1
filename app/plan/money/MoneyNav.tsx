import { links } from '#app/http/links.ts';
import { PlanNav } from '#app/plan/PlanNav.tsx';
import { SubNav } from '#app/plan/SubNav.tsx';

const PAGES = [
  { id: 'money', words: 'Streams and totals', href: (id: string) => links.money(id) },
  { id: 'costs', words: 'Costs', href: links.costs },
  { id: 'unit-costs', words: 'Unit costs', href: links.unitCosts },
  { id: 'benefit', words: 'What it may save', href: links.benefit },
  { id: 'printed', words: 'Printed tables', href: links.printedMoney },
] as const;

/** The pages of the plan, and beneath them the pages of its money. */
export function MoneyNav(props: { programmeId: string; here: (typeof PAGES)[number]['id'] }) {
  return (
    <>
      <PlanNav programmeId={props.programmeId} here="money" />
      <SubNav {...props} label="Money" pages={PAGES} second />
    </>
  );
}
