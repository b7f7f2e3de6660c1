import { THRESHOLD } from '#app/statistics/small-numbers.ts';
import { votesIn } from '#db/consultations.ts';
import { membersOf } from '#db/panel.ts';
import type { Programme } from '#db/people.ts';
import { statementsToRead } from '#db/shown-words.ts';
import type { Reader } from '#db/store.server.ts';
import { kindOf } from '../member-lists.ts';
import { groupsIn } from './found-groups.server.ts';
import { opinionsOf, type Opinions } from './opinions.ts';
import { tableOfVotes } from './vote-table.ts';

/**
 * What unites and divides the parents and carers of the panel in one of our own consultations: they
 * alone, as its results count them, because two counts that differ by a practitioner would tell what
 * that one said. Those who may read single answers see practitioners beside them where enough of both
 * voted.
 */
export async function opinionsOfConsultation(
  db: Reader,
  programme: Programme,
  consultationId: string,
  closely: boolean,
): Promise<Opinions> {
  const { authorityId, id: programmeId } = programme;
  const items = await statementsToRead(db, { authorityId, programmeId }, consultationId);
  const statements = items.filter((one) => one.type === 'statement' && one.state === 'asked');
  const votes = await votesIn(db, authorityId, consultationId);
  const kinds = new Map(
    (await membersOf(db, authorityId, programmeId)).map(({ id, kind }) => [id, kindOf(kind)]),
  );
  const isParent = ({ memberId }: { memberId: string }) => kinds.get(memberId) !== 'practitioner';
  const { table } = tableOfVotes(statements, votes.filter(isParent));
  const all = tableOfVotes(statements, votes);
  const groups = [true, false].map((parents) => ({
    name: parents ? 'Parents and carers' : 'Practitioners',
    who: all.members.flatMap((memberId, at) => (isParent({ memberId }) === parents ? [at] : [])),
  }));
  const enough = closely && groups.every(({ who }) => who.length >= THRESHOLD);
  const known = enough ? { table: all.table, groups } : undefined;
  return opinionsOf(table, closely, await groupsIn(table), known);
}
