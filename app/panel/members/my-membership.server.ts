import { memberTermsOf, supportOf } from '#db/membership.ts';
import { agreementsOf, termsOf } from '#db/panel-terms.ts';
import { contactOf, membershipsOf } from '#db/panel.ts';
import { paymentsOfMember } from '#db/payments.ts';
import { theStore } from '#db/store.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';

/** The membership of a signed-in member that is asked for, or the newest. */
export async function myMembership(person: Person, memberId: string | null) {
  const all = await membershipsOf(theStore().read, person.authorityId, person.id);
  const found = memberId ? all.find(({ member }) => member.id === memberId) : all[0];
  if (!found) throw new NotFound('member');
  return { ...found, others: all.filter(({ member }) => member.id !== found.member.id) };
}

/** Everything that a member sees and corrects of themselves. */
export async function myDetails(person: Person, memberId: string | null) {
  const { read } = theStore();
  const { member, programme, others } = await myMembership(person, memberId);
  const { authorityId } = member;
  const contact = await contactOf(read, authorityId, member.id);
  const support = await supportOf(read, authorityId, member.id);
  const [terms] = await termsOf(read, authorityId, programme.id);
  const agreed = await agreementsOf(read, authorityId, member.id);
  const [term] = await memberTermsOf(read, authorityId, member.id);
  const payments = await paymentsOfMember(read, authorityId, member.id);
  return {
    memberId: member.id,
    panel: programme.title,
    places: programme.places,
    others: others.map((one) => ({ memberId: one.member.id, panel: one.programme.title })),
    details: {
      name: person.name,
      about: member.about,
      contact: contact ?? null,
      support: support ?? null,
    },
    joinedOn: member.joinedOn,
    endsOn: term?.endsOn ?? null,
    terms: terms
      ? {
          number: terms.number,
          words: terms.words,
          agreedOn: agreed.find(({ termsId }) => termsId === terms.id)?.agreedOn ?? null,
        }
      : null,
    payments: payments
      .filter(({ state }) => state !== 'withdrawn')
      .map(({ id, forDay, forWhat, kind, pence, state, paidOn }) => ({
        ...{ id, forDay, forWhat, kind, pence, state, paidOn },
      })),
  };
}
