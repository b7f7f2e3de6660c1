import { answersApart } from '#app/panel/kinds/parents-answers.server.ts';
import { dayOf } from '#app/ui/words.ts';
import type { Programme } from '#db/people.ts';
import type { Reader } from '#db/store.server.ts';
import { answersAbout } from '#db/walks.ts';
import { doubtsOf, type Doubt } from './doubts.ts';

/** What parents and carers doubt in a programme's theory, as their closed walks tell. */
export async function readDoubts(
  db: Reader,
  programme: Programme,
  at = new Date(),
): Promise<Doubt[]> {
  const rows = await answersAbout(db, programme.authorityId, programme.id, 'walk');
  const answered = rows.map((row) => ({ ...row, memberId: row.memberId ?? '' }));
  const { parents } = await answersApart(db, programme, answered);
  return doubtsOf(parents, dayOf(at));
}
