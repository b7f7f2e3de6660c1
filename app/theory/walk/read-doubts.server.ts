import { answersApart } from '#app/panel/kinds/parents-answers.server.ts';
import { dayOf } from '#app/ui/words.ts';
import type { Programme } from '#db/people.ts';
import type { Reader } from '#db/store.server.ts';
import { answersAbout } from '#db/walks.ts';
import { doubtsOf, toldOf, type AskedRow, type Doubt, type Told } from './doubts.ts';

/**
 * How parents and carers stand to a programme's theory, as their closed walks tell; `closely` for
 * those who may read single answers.
 */
export async function readTold(
  db: Reader,
  programme: Programme,
  closely: boolean,
  at = new Date(),
): Promise<Told[]> {
  return toldOf(await answeredRows(db, programme), dayOf(at), closely);
}

/** What parents and carers doubt in it. */
export async function readDoubts(
  db: Reader,
  programme: Programme,
  at = new Date(),
): Promise<Doubt[]> {
  return doubtsOf(await answeredRows(db, programme), dayOf(at));
}

async function answeredRows(db: Reader, programme: Programme): Promise<AskedRow[]> {
  const rows = await answersAbout(db, programme.authorityId, programme.id, 'walk');
  const answered = rows.map((row) => ({ ...row, memberId: row.memberId ?? '' }));
  return (await answersApart(db, programme, answered)).parents;
}
