import { costWords } from './communication.ts';
import { ofLine, type OfLine } from './of-line.ts';
import { packsOf } from '#app/plan/coverage/read-packs.server.ts';
import { requirementKey } from '#app/plan/coverage/packs.ts';
import type { Choice } from '#app/needs/registers/choices.ts';
import { consultationsOf } from '#db/consultations.ts';
import { costsOf } from '#db/costs.ts';
import type { Programme } from '#db/people.ts';
import { linesOf } from '#db/plan-lines.ts';
import { agreementsOf, communicationsOf } from '#db/plan-registers.ts';
import { theStore } from '#db/store.server.ts';

/** The lists that the registers of a plan choose from: its lines, what it follows, what was asked. */
export async function readLists(
  programme: Programme,
): Promise<Record<'lines' | 'requirements' | 'consultations' | 'costs', Choice[]>> {
  const { read } = theStore();
  const { authorityId, id } = programme;
  const lines = await linesOf(read, authorityId, id);
  const costs = await costsOf(read, authorityId, id);
  const packs = await packsOf(programme, read);
  const consultations = await consultationsOf(read, authorityId, id);
  return {
    lines: lines.map((line) => ({ value: line.id, label: line.title })),
    requirements: packs.flatMap((pack) =>
      pack.requirements.map((one) => ({
        value: requirementKey(pack.id, one.id),
        label: `${one.id}: ${one.text}`,
      })),
    ),
    costs: costs.map((cost) => ({ value: cost.id, label: costWords(cost) })),
    consultations: consultations.map(({ consultation }) => ({
      value: consultation.id,
      label: consultation.title,
    })),
  };
}

/** What the registers say of one line, for its page. */
export async function readOfLine(
  programme: Programme,
  lineId: string,
  today: string,
): Promise<OfLine> {
  const { read } = theStore();
  const agreements = await agreementsOf(read, programme);
  return ofLine(
    lineId,
    { agreements, communications: await communicationsOf(read, programme) },
    today,
  );
}
