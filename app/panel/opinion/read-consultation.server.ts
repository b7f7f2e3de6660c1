import { THRESHOLD } from '#app/statistics/small-numbers.ts';
import { statementsOf, votesIn } from '#db/consultations.ts';
import { membersOf } from '#db/panel.ts';
import type { Programme } from '#db/people.ts';
import type { Reader } from '#db/store.server.ts';
import { KIND_NAMES, kindOf, KINDS } from '../member-lists.ts';
import { opinionsOf, type Opinions } from './opinions.ts';
import { tableOfVotes } from './vote-table.ts';

/**
 * What unites and divides the panel in one of our own consultations. Parents and practitioners are
 * laid side by side where enough of both voted.
 */
export async function opinionsOfConsultation(
  db: Reader,
  programme: Programme,
  consultationId: string,
  closely: boolean,
): Promise<Opinions> {
  const { authorityId, id: programmeId } = programme;
  const items = await statementsOf(db, authorityId, consultationId);
  const statements = items.filter((one) => one.type === 'statement' && one.state === 'asked');
  const votes = await votesIn(db, authorityId, consultationId);
  const { table, members } = tableOfVotes(statements, votes);
  const kinds = new Map(
    (await membersOf(db, authorityId, programmeId)).map(({ id, kind }) => [id, kind]),
  );
  const known = KINDS.map((kind) => ({
    name: KIND_NAMES[kind] === 'Practitioner' ? 'Practitioners' : 'Parents and carers',
    who: members.flatMap((id, at) => (kindOf(kinds.get(id) ?? '') === kind ? [at] : [])),
  }));
  const enough = known.every(({ who }) => who.length >= THRESHOLD);
  return opinionsOf(table, closely, enough ? known : []);
}
