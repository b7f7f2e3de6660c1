import { links } from '#app/http/links.ts';
import type { FixedOn, Obstacle } from './sign-off.ts';

const PAGES: Readonly<Record<FixedOn, (programmeId: string) => string>> = {
  plan: links.plan,
  coverage: links.coverage,
  money: links.money,
  theory: links.theoryOutline,
  checks: links.theoryChecks,
  register: links.register,
  timeline: links.timeline,
  drift: links.planDrift,
  sharing: (programmeId) => links.sharing(programmeId),
  governance: links.governance,
  duties: links.duties,
  thread: (programmeId) => links.planThread(programmeId),
};

/** Where on its page an obstacle is named, thing by thing. */
const PLACES: Readonly<Partial<Record<Obstacle['id'], string>>> = {
  'needs-without-line': 'needs',
  'lines-without-need': 'lines',
  'stale-steps': 'stale',
};

/** The address at which an obstacle can be put right, as near to its things as there is. */
export function fixedAt(programmeId: string, { fixedOn, id }: Pick<Obstacle, 'fixedOn' | 'id'>) {
  if (fixedOn === 'thread') return links.planThread(programmeId, PLACES[id] ?? '');
  return PAGES[fixedOn](programmeId);
}
