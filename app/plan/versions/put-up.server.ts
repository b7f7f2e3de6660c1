import { createHash } from 'node:crypto';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotAllowed, NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { decideOn, insertVersion, nextNumber, versionById, versionsOf } from '#db/plan-versions.ts';
import { theStore } from '#db/store.server.ts';
import { deliveryPlanOutline } from '#templates/documents/index.ts';
import { planDocument } from '#app/plan/export/document.ts';
import { planJson } from '#app/plan/export/export-json.ts';
import { planToExport } from '#app/plan/export/export-plan.server.ts';
import { planSheets } from '#app/plan/export/plan-sheets.ts';
import type { Decision } from './forms.ts';
import { canonical, type FrozenPlan } from './frozen.ts';

/** The SHA-256 of what is frozen, in hexadecimal. */
export const digestOf = (frozen: unknown): string =>
  createHash('sha256').update(canonical(frozen), 'utf8').digest('hex');

/** Freezes the plan as it stands, for somebody else to sign off. */
export async function putUpForSignOff(
  by: Person,
  programme: Programme,
  name: string,
  at = new Date(),
): Promise<string> {
  allow(by, 'plan.edit', programme);
  const { authorityId, id: programmeId } = programme;
  const plan = await planToExport(authorityId, programmeId, dayOf(at));
  if (plan.lines.length === 0) throw new Conflict('There is no plan line yet: write one first.');
  // As it comes back from the store: what a reader checks is what was sealed.
  const frozen = JSON.parse(
    JSON.stringify({
      document: planDocument(deliveryPlanOutline(), plan),
      sheets: planSheets(plan),
      data: planJson(plan),
    } satisfies FrozenPlan),
  ) as FrozenPlan;
  const id = newId(at);
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const versions = await versionsOf(tx, authorityId, programmeId);
    if (versions.some(({ state }) => state === 'waiting')) {
      throw new Conflict('A version waits for a decision already. Withdraw it first.');
    }
    const number = await nextNumber(tx, authorityId, programmeId);
    await insertVersion(tx, {
      id,
      authorityId,
      programmeId,
      number,
      name,
      state: 'waiting',
      frozen,
      digest: digestOf(frozen),
      putUpBy: by.id,
      putUpName: by.name,
      putUpAt: at,
      decidedName: '',
      decidedAt: null,
      words: '',
    });
    const thing = { kind: 'plan-version', id };
    await record(tx, by, 'plan-version.put-up', thing, { number, name });
  });
  return id;
}

/** Approves a version, sends it back, or withdraws it. Nobody approves what they put up themselves. */
export async function decideOnVersion(
  by: Person,
  programme: Programme,
  versionId: string,
  decision: Decision,
  at = new Date(),
): Promise<void> {
  allow(by, decision.intent === 'withdraw' ? 'plan.edit' : 'plan.approve', programme);
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const version = await versionById(tx, authorityId, programmeId, versionId);
    if (!version) throw new NotFound('version of the plan');
    if (version.state !== 'waiting') throw new Conflict('Somebody has decided on it already.');
    if (decision.intent === 'approve' && version.putUpBy === by.id) {
      throw new NotAllowed('You put this version up: somebody else approves it.');
    }
    const { state, words } = decided(decision);
    const change = { state, words, decidedName: by.name, decidedAt: at };
    if (!(await decideOn(tx, authorityId, versionId, change))) {
      throw new Conflict('Somebody has decided on it already.');
    }
    const { number, name } = version;
    const thing = { kind: 'plan-version', id: versionId };
    await record(tx, by, `plan-version.${state}`, thing, { number, name });
  });
}

function decided(decision: Decision) {
  switch (decision.intent) {
    case 'approve':
      return { state: 'approved' as const, words: decision.conditions };
    case 'return':
      return { state: 'returned' as const, words: decision.why };
    case 'withdraw':
      return { state: 'withdrawn' as const, words: '' };
  }
}
