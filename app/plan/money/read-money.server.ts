import { costsOf } from '#db/costs.ts';
import { streamsOf } from '#db/money.ts';
import type { Programme } from '#db/people.ts';
import { linesOf } from '#db/plan-lines.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { accountsOf, type MoneyOfPlan } from './money.ts';

/** The money of a plan: its streams, its costs and what follows from them. */
export async function readMoney(
  { authorityId, id }: Pick<Programme, 'id' | 'authorityId'>,
  db: Reader = theStore().read,
): Promise<MoneyOfPlan> {
  const lines = await linesOf(db, authorityId, id);
  const streams = await streamsOf(db, authorityId, id);
  const costs = await costsOf(db, authorityId, id);
  return { lines, streams, costs, accounts: accountsOf(lines, streams, costs) };
}
