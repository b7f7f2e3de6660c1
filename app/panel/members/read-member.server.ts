import { memberTermsOf, panelSettingsOf } from '#db/membership.ts';
import { agreementsOf, termsOf } from '#db/panel-terms.ts';
import { contactOf, memberById, newestLinkOf } from '#db/panel.ts';
import { paymentsOfMember } from '#db/payments.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import { sayPaid } from '../money/payment.ts';
import { linkStateOf } from '../personal-link.ts';
import { daysAfter } from '../days.ts';
import { lastDayOf } from '../recruit/invitation.ts';
import { USUAL_SETTINGS } from './settings.ts';

/** A member as their page shows them: whether they can be reached, but not how. */
export async function readMember(programme: Programme, memberId: string, now: Date) {
  const { read } = theStore();
  const { authorityId, id: programmeId } = programme;
  const member = await memberById(read, authorityId, programmeId, memberId);
  if (!member) throw new NotFound('member');
  const { name, kind, joinedOn, leftOn, leftWhy, contactsUntil, about } = member;
  const reachable = (await contactOf(read, authorityId, memberId)) !== undefined;
  const link = await newestLinkOf(read, authorityId, member.personId);
  const settings = (await panelSettingsOf(read, authorityId, programmeId)) ?? USUAL_SETTINGS;
  const terms = await memberTermsOf(read, authorityId, memberId);
  const [newest] = await termsOf(read, authorityId, programmeId);
  const follows = terms[0] ? daysAfter(terms[0].endsOn, 1) : dayOf(now);
  return {
    memberId,
    member: { name, kind, joinedOn, leftOn, leftWhy, contactsUntil, about, reachable },
    link: linkStateOf(link, now),
    contactDays: settings.contactDays,
    payments: sayPaid(await paymentsOfMember(read, authorityId, memberId)),
    term: {
      terms: terms.map(({ startsOn, endsOn }) => ({ startsOn, endsOn })),
      newest: newest?.number ?? null,
      agreed: await agreementsOf(read, authorityId, memberId),
      nextEnd: lastDayOf(follows, settings.termMonths),
    },
  };
}
