import type { Person } from '#app/people/can.ts';
import type { Theory } from '#app/theory/graph.ts';
import { readMeasures } from '#app/theory/measures/read-measures.server.ts';
import { agreementOverlay, type AgreementFact } from '#app/theory/overlays/agreement.ts';
import { evidenceOverlay } from '#app/theory/overlays/evidence.ts';
import { moneyOverlay, performanceOverlay } from '#app/theory/overlays/money-and-course.ts';
import { needOverlay, voiceOverlay } from '#app/theory/overlays/need-and-voice.ts';
import type { Overlay, OverlayId } from '#app/theory/overlays/overlay.ts';
import { readWalk } from '#app/theory/walk/read-walk.server.ts';
import { needsOf } from '#db/needs.ts';
import type { Programme } from '#db/people.ts';
import { linesOf } from '#db/plan-lines.ts';
import { theStore } from '#db/store.server.ts';
import { walksOf } from '#db/walks.ts';
import { gatherSurroundings } from './gather-surroundings.server.ts';

/**
 * What is laid over the picture of a theory, read where each fact is kept, with small numbers hidden
 * as on the pages that show them.
 *
 * @param theory the theory or a view of it
 */
export async function readOverlay(
  person: Person,
  programme: Programme,
  theory: Theory,
  id: OverlayId,
): Promise<Overlay> {
  const { read } = theStore();
  const { authorityId } = programme;
  switch (id) {
    case 'need':
      return needOverlay(theory, await needsOf(read, authorityId, programme.id));
    case 'voice':
      return voiceOverlay(theory, (await gatherSurroundings(programme, theory)).themes);
    case 'evidence':
      return evidenceOverlay(theory);
    case 'money':
      return moneyOverlay(theory, await linesOf(read, authorityId, programme.id));
    case 'performance': {
      const measures = await readMeasures(programme, theory);
      return performanceOverlay(
        theory,
        measures.map(({ measure, standing }) => ({
          measureId: measure.id,
          label: measure.label,
          on: measure.on,
          ...standing,
        })),
      );
    }
    case 'agreement':
      return agreementOverlay(theory, await askedOfPanel(person, programme));
  }
}

/** What the newest walk with results found, as this person may see it. */
async function askedOfPanel(person: Person, programme: Programme): Promise<AgreementFact[]> {
  const walks = await walksOf(theStore().read, programme.authorityId, programme.id);
  for (const { id, status } of walks) {
    if (status === 'draft') continue;
    const { results } = await readWalk(person, programme, id);
    if (results === null) continue;
    return results.stops.map(({ number, about, agreement, counts }) => ({
      number,
      on: about.id,
      agreement,
      counts: `Agree ${counts.agree}, disagree ${counts.disagree}, not sure ${counts.unsure}`,
    }));
  }
  return [];
}
