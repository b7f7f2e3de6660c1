import {
  agreementDeeds,
  communicationDeeds,
  recordReach,
} from '#app/plan/registers/keep-register.server.ts';
import { EvaluationForm } from '#app/plan/self-evaluation/forms.ts';
import type { FrameworkId, Item } from '#app/plan/self-evaluation/frameworks.ts';
import {
  addOwnItem,
  beginRound,
  keepEvaluation,
  openRound,
  tieEvidence,
} from '#app/plan/self-evaluation/keep-self-evaluation.server.ts';
import { offersFor } from '#app/plan/self-evaluation/offers.ts';
import { readItems } from '#app/plan/self-evaluation/read-self-evaluation.server.ts';
import { readOffers } from '#app/plan/self-evaluation/read-offers.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { consultationsOf } from '../consultations.ts';
import { linesOf } from '../plan-lines.ts';
import { theStore } from '../store.server.ts';
import { dayFrom } from './days.ts';
import type { Demonstration } from './load.server.ts';
import {
  AGREEMENTS,
  COMMUNICATIONS,
  FIRST_ROUND,
  MODEL_ROUND,
  NINTH,
  NINTH_SAID,
  THIS_ROUND,
  type SaidRating,
} from './registers-words.ts';

/**
 * The registers of the plan: an agreement that is blocked and holds two lines up, a review that is
 * overdue, whom Wexcombe tells what, and two rounds of self-evaluation.
 */
export async function demoRegisters(d: Demonstration): Promise<void> {
  const lines = await linesOf(theStore().read, d.authorityId, d.programme.id);
  const lineOf = (begins: string): string => {
    const line = lines.find(({ title }) => title.startsWith(begins));
    if (!line) throw new Error(`The demonstration has no line that begins “${begins}”.`);
    return line.id;
  };
  await share(d, lineOf);
  await tell(d, lineOf);
  await evaluate(d);
}

async function share(d: Demonstration, lineOf: (begins: string) => string): Promise<void> {
  for (const { signed, review, assessed, lines, covers, ...said } of AGREEMENTS) {
    const on = (days: number | undefined) => (days === undefined ? null : dayFrom(d, days));
    await agreementDeeds.add(d.lead, d.programme, {
      ...said,
      ...{ signedOn: on(signed), reviewOn: on(review), dpiaOn: on(assessed) },
      lineIds: lines.map(lineOf),
      requirementKeys: covers.map((id) => `bsfh-2026:BSFH-${id}`),
    });
  }
}

async function tell(d: Demonstration, lineOf: (begins: string) => string): Promise<void> {
  const asked = await consultationsOf(theStore().read, d.authorityId, d.programme.id);
  const first =
    asked.find(({ consultation }) => consultation.title.startsWith('When and how'))?.consultation
      .id ?? null;
  for (const { from, until, aimOn, line, tested, reached, ...said } of COMMUNICATIONS) {
    const id = await communicationDeeds.add(d.lead, d.programme, {
      ...said,
      ...{ fromOn: from, untilOn: until ?? null, targetOn: aimOn ?? null },
      lineId: line === undefined ? null : lineOf(line),
      costId: null,
      testedIn: tested === true ? first : null,
    });
    for (const [days, number, source] of reached) {
      const figure = { on: dayFrom(d, -days), reached: number, source };
      await recordReach(d.lead, d.programme, id, figure);
    }
  }
}

async function evaluate(d: Demonstration): Promise<void> {
  const lastYear = new Date(d.now.getTime() - 380 * 86_400_000);
  await beginRound(d.lead, d.programme, 'Before the programme', lastYear);
  await rate(d, 'fhn-principles', FIRST_ROUND);
  await beginRound(d.lead, d.programme, 'The first autumn');
  const ninth = await addOwnItem(d.lead, d.programme, 'fhn-principles', NINTH);
  await rate(d, 'fhn-principles', { ...THIS_ROUND, [ninth]: NINTH_SAID });
  await rate(d, 'model-framework', MODEL_ROUND);
  const items = await readItems(d.programme);
  const offers = await readOffers(d.programme, dayOf(d.now));
  for (const id of ['FHN-03', 'FHN-06', 'FHN-08', 'FHSL-MOD-07']) {
    const item = items.find((one) => one.id === id);
    const offer = item && offersFor(item, offers, []).first[0];
    if (item && offer) await tieEvidence(d.lead, d.programme, item, offer);
  }
}

async function rate(
  d: Demonstration,
  framework: FrameworkId,
  said: Readonly<Record<string, SaidRating>>,
): Promise<void> {
  const items = await readItems(d.programme);
  const { id: round } = await openRound(theStore().read, d.programme);
  const named = (id: string): Item => {
    const item = items.find((one) => one.framework === framework && one.id === id);
    if (!item) throw new Error(`The demonstration has nothing to rate by the name of ${id}.`);
    return item;
  };
  for (const [id, { due, panel, ...words }] of Object.entries(said)) {
    const fields = EvaluationForm.parse({
      ...words,
      dueOn: due === undefined ? '' : dayFrom(d, due),
      panelRating: panel ?? '',
    });
    await keepEvaluation(d.lead, d.programme, named(id), { round, version: 0 }, fields);
  }
}
