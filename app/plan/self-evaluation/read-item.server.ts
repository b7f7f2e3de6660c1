import { NotFound } from '#app/people/errors.ts';
import type { Programme } from '#db/people.ts';
import { linesOf } from '#db/plan-lines.ts';
import { evaluationsOf, roundsOf } from '#db/self-evaluation.ts';
import { theStore } from '#db/store.server.ts';
import type { Item } from './frameworks.ts';
import { offersFor } from './offers.ts';
import { readOffers } from './read-offers.server.ts';
import { selfEvaluationOf } from './self-evaluation.ts';

/** One item of the open round with what can be tied to it. Throws NotFound before a round is begun. */
export async function readItemPage(programme: Programme, item: Item, today: string) {
  const { read } = theStore();
  const rounds = await roundsOf(read, programme);
  const evaluations = await evaluationsOf(read, programme);
  const lines = await linesOf(read, programme.authorityId, programme.id);
  const { round, before, items } = selfEvaluationOf(
    { rounds, evaluations, items: [item], lines },
    today,
  );
  const [one] = items;
  if (!one || round?.closedOn !== null) throw new NotFound('open round');
  const said = (roundId: string | undefined) =>
    evaluations.find(
      (each) =>
        each.roundId === roundId && each.framework === item.framework && each.itemId === item.id,
    );
  const then = said(before?.id);
  return {
    one,
    round,
    before: before && {
      name: before.name,
      evidence: then?.evidence ?? '',
      improve: then?.improve ?? '',
    },
    version: said(round.id)?.version ?? 0,
    offers: offersFor(item, await readOffers(programme, today), one.tied),
  };
}
