import { evidenceOf } from '#db/needs.ts';
import type { Programme } from '#db/people.ts';
import { registerRowsOf } from '#db/registers.ts';
import { scoresOf } from '#db/register.ts';
import { theStore } from '#db/store.server.ts';
import { tiesInto } from '#db/thread.ts';
import { inOrder } from '#app/needs/register/need-order.ts';
import { plainFields } from '#app/needs/register/history.ts';
import { scoresIn } from '#app/needs/register/priority.ts';
import { registerOf } from '#app/needs/register/register.server.ts';
import { groupedBy } from '#app/themes/grouped.ts';
import type { AssessedNeed } from './assessment.ts';

/** The register in its order, each need with what speaks for it and against it. */
export async function assessedNeeds(programme: Programme): Promise<AssessedNeed[]> {
  const { read } = theStore();
  const { authorityId, id } = programme;
  const { inPlay, notNow } = inOrder(await registerOf(programme));
  const lines = [...inPlay, ...notNow];
  const ids = lines.map(({ need }) => need.id);
  const ties = groupedBy(await tiesInto(read, authorityId, 'need', ids), ({ toId }) => toId);
  const sentences = new Map(
    (await evidenceOf(read, authorityId, id)).map((one) => [one.id, one.sentence]),
  );
  const scores = groupedBy(await scoresOf(read, authorityId, id), ({ needId }) => needId);
  const barriers = await registerRowsOf(read, authorityId, id, 'barriers');
  return lines.map(({ need, points }) => {
    const tied = (against: boolean) =>
      (ties.get(need.id) ?? [])
        .filter((tie) => tie.fromKind === 'evidence' && tie.against === against)
        .flatMap((tie) => sentences.get(tie.fromId) ?? []);
    return {
      id: need.id,
      ...plainFields(need),
      notNowBecause: need.notNowBecause,
      points,
      scores: scoresIn(scores.get(need.id) ?? []),
      barriers: barriers
        .filter(({ fields }) => [fields['needs'] ?? []].flat().includes(need.id))
        .map(({ name }) => name),
      evidenceFor: tied(false),
      evidenceAgainst: tied(true),
    };
  });
}
