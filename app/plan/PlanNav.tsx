import { links } from '#app/http/links.ts';
import { SubNav } from './SubNav.tsx';

const PAGES = [
  { id: 'lines', words: 'Plan lines', href: links.plan },
  { id: 'timeline', words: 'Calendar', href: links.timeline },
  { id: 'money', words: 'Money', href: links.money },
  { id: 'coverage', words: 'Coverage of guidance', href: links.coverage },
  { id: 'outcomes', words: 'Outcomes', href: links.outcomes },
  { id: 'registers', words: 'Who decides and registers', href: links.governance },
  { id: 'thread', words: 'Needs and lines', href: (id: string) => links.planThread(id) },
  { id: 'readiness', words: 'Is it ready?', href: links.readiness },
  { id: 'sign-off', words: 'Sign-off', href: links.signOff },
  { id: 'export', words: 'Documents', href: links.documents },
  { id: 'publish', words: 'Public page', href: (id: string) => links.publishPlan(id) },
  { id: 'across', words: 'Other authorities', href: (id: string) => links.across(id) },
] as const;

/** The pages of the plan, beside one another. */
export function PlanNav(props: { programmeId: string; here: (typeof PAGES)[number]['id'] }) {
  return <SubNav {...props} label="Delivery plan" pages={PAGES} />;
}
