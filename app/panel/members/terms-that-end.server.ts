import { lastDaysOf, noteTermsReminded } from '#db/membership.ts';
import {
  asPerson,
  authoritiesHere,
  peopleOf,
  programmesOf,
  type PersonRow,
  type Programme,
} from '#db/people.ts';
import { queueMessage } from '#db/post.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { can } from '#app/people/can.ts';
import { dayOf, many, sayDay } from '#app/ui/words.ts';
import { daysAfter } from '../days.ts';

/** Staff hear of it this long before a term ends: time for one meeting and a talk. */
export const TELL_BEFORE_DAYS = 60;

/** Tells those who run each panel, once, of the members whose term ends soon. */
export async function tellOfTerms(at = new Date()): Promise<number> {
  const { read } = theStore();
  let told = 0;
  for (const authority of await authoritiesHere(read)) {
    for (const programme of await programmesOf(read, authority.id)) {
      told += await tellOfProgramme(programme, at);
    }
  }
  return told;
}

async function tellOfProgramme(programme: Programme, at: Date): Promise<number> {
  const { read } = theStore();
  const { authorityId, id: programmeId } = programme;
  const until = daysAfter(dayOf(at), TELL_BEFORE_DAYS);
  const terms = [...(await lastDaysOf(read, authorityId, programmeId)).values()];
  const due = terms.filter(({ endsOn, remindedAt }) => endsOn <= until && remindedAt === null);
  if (due.length === 0) return 0;
  const last =
    due
      .map(({ endsOn }) => endsOn)
      .sort()
      .at(-1) ?? until;
  const staff = await whoIsTold(read, programme);
  // Nobody is there who could hear of it: it stays to be told.
  if (staff.length === 0) return 0;
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    for (const { id } of staff) {
      await queueMessage(tx, {
        authorityId,
        programmeId,
        to: { staff: id },
        kind: 'term-ends',
        data: { members: many(due.length, 'member'), endsOn: sayDay(last) },
        onceKey: `term-ends:${id}:${programmeId}:${dayOf(at)}`,
        at,
      });
    }
    await noteTermsReminded(
      tx,
      authorityId,
      due.map(({ id }) => id),
      at,
    );
  });
  return due.length;
}

/** The facilitators; where there is none, everybody who runs the panel in their place. */
async function whoIsTold(db: Reader, programme: Programme): Promise<PersonRow[]> {
  const running = (await peopleOf(db, programme.authorityId)).filter(
    (row) => row.closedAt === null && can(asPerson(row), 'panel.manage', programme).yes,
  );
  const facilitators = running.filter(({ role }) => role === 'facilitator');
  return facilitators.length > 0 ? facilitators : running;
}
