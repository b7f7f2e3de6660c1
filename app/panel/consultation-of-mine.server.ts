import { consultationOfPerson, votesIn, votesOfMember } from '#db/consultations.ts';
import { membersOf } from '#db/panel.ts';
import { picturesOf } from '#db/pictures.ts';
import { statementsToRead } from '#db/shown-words.ts';
import { proposedBy } from '#db/statements.ts';
import { theStore } from '#db/store.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { dayOf } from '#app/ui/words.ts';
import { stateOf } from './consultation.ts';
import { apart, itemResults, type ItemResult } from './kinds/item-results.ts';
import { kindOf, settingsOf } from './kinds/kinds.ts';
import { MOST_WAITING, myProposal } from './kinds/proposals.ts';
import { myAnswers } from './member-home.ts';

/** What a member is asked in a consultation, what they answered, and what all said once it is over. */
export async function consultationOfMine(person: Person, consultationId: string, at = new Date()) {
  allow(person, 'consultation.answer', person);
  const { read } = theStore();
  const { authorityId } = person;
  const found = await consultationOfPerson(read, authorityId, person.id, consultationId);
  if (!found) throw new NotFound('consultation');
  const { member } = found;
  const { id, title, kind, purpose, standing, closesOn, settings } = found.consultation;
  const items = await statementsToRead(read, member, id, member.id);
  const pictures = await picturesOf(read, authorityId, id);
  const votes = await votesOfMember(read, authorityId, id, member.id);
  const proposed = await proposedBy(read, authorityId, id, member.id);
  const state = stateOf(found.consultation, dayOf(at));
  const waiting = proposed.filter((one) => one.state === 'proposed').length;
  return {
    consultation: { id, title, kind, purpose, standing, closesOn },
    state,
    items,
    mine: myAnswers(items, votes, pictures),
    proposals: {
      mine: proposed.map(myProposal),
      mayPropose:
        state === 'open' &&
        kindOf(kind) === 'statements' &&
        settingsOf(settings).proposals &&
        waiting < MOST_WAITING,
    },
    heard: state === 'closed' ? await heardIn(member, id, items, pictures) : [],
  };
}

/** What parents and carers answered, small numbers hidden. */
async function heardIn(
  member: { authorityId: string; programmeId: string },
  consultationId: string,
  items: Parameters<typeof itemResults>[0],
  pictures: Parameters<typeof itemResults>[3],
): Promise<ItemResult[]> {
  const { read } = theStore();
  const { authorityId, programmeId } = member;
  const members = await membersOf(read, authorityId, programmeId);
  const practitioners = members.filter((one) => one.kind === 'practitioner').map(({ id }) => id);
  const votes = await votesIn(read, authorityId, consultationId);
  const { parents } = apart(votes, new Set(practitioners));
  return itemResults(items, parents, false, pictures);
}
