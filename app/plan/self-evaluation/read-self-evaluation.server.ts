import type { Programme } from '#db/people.ts';
import { linesOf } from '#db/plan-lines.ts';
import { evaluationsOf, ownItemsOf, roundsOf } from '#db/self-evaluation.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { packById } from '#templates/frameworks/index.ts';
import { itemsOf, type Item } from './frameworks.ts';
import { selfEvaluationOf, type SelfEvaluation } from './self-evaluation.ts';

const NONE = { requirements: [] };

/** Everything that can be rated: what ships, then what the authority added. */
export async function readItems(
  programme: Pick<Programme, 'authorityId' | 'id'>,
  db: Reader = theStore().read,
): Promise<Item[]> {
  const shipped = {
    principles: packById('fhn-principles') ?? NONE,
    model: packById('fhsl-2025-26') ?? NONE,
  };
  return itemsOf(shipped, await ownItemsOf(db, programme));
}

/** A round of the self-evaluation beside the one before; the newest where none is asked for. */
export async function readSelfEvaluation(
  programme: Pick<Programme, 'authorityId' | 'id'>,
  today: string,
  asked: { round?: number; lines?: readonly { id: string; title: string }[] } = {},
): Promise<SelfEvaluation> {
  const { read } = theStore();
  const rounds = await roundsOf(read, programme);
  const items = await readItems(programme, read);
  const evaluations = rounds.length === 0 ? [] : await evaluationsOf(read, programme);
  const lines = asked.lines ?? (await linesOf(read, programme.authorityId, programme.id));
  return selfEvaluationOf({ rounds, evaluations, items, lines }, today, asked.round);
}
