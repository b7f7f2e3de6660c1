import { links } from '#app/http/links.ts';
import { PlanNav } from '#app/plan/PlanNav.tsx';
import { SubNav } from '#app/plan/SubNav.tsx';

const PAGES = [
  { id: 'governance', words: 'Who decides', href: links.governance },
  { id: 'sharing', words: 'Data sharing', href: links.sharing },
  { id: 'communications', words: 'Communications', href: links.communications },
  { id: 'self-evaluation', words: 'Self-evaluation', href: links.selfEvaluation },
] as const;

export type RegisterPage = (typeof PAGES)[number]['id'];

/** The registers of the plan, beside one another, under the pages of the plan. */
export function RegistersNav(props: { programmeId: string; here: RegisterPage }) {
  return (
    <>
      <PlanNav programmeId={props.programmeId} here="registers" />
      <SubNav {...props} label="Registers of the plan" pages={PAGES} />
    </>
  );
}
