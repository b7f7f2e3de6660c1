import { allow } from '../allow.server.ts';
import type { Person } from '../can.ts';
import { findingsOf, type Finding } from './findings.ts';
import { gatherFacts } from './gather-facts.server.ts';

/** How the system is, for an administrator: what can be seen without reading all of the database. */
export async function readSystem(by: Person, now: Date): Promise<Finding[]> {
  allow(by, 'authority.edit', by);
  return findingsOf(await gatherFacts(now, { authorityId: by.authorityId, deeply: false }));
}
