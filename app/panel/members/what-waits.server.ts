import { invitationsThatWait } from '#db/invitations.ts';
import { lastDaysOf } from '#db/membership.ts';
import { paymentsOf } from '#db/payments.ts';
import { theStore } from '#db/store.server.ts';
import { can } from '#app/people/can.ts';
import { many, sayDay } from '#app/ui/words.ts';
import { daysAfter } from '../days.ts';
import type { Look } from '../panel-waits.server.ts';
import { waitsAt } from '../wait-addresses.ts';
import { TELL_BEFORE_DAYS } from './terms-that-end.server.ts';

/** Invitations that are out, and questions of those who were invited. */
export const invitationsWait: Look = async (by, programme, today) => {
  if (!can(by, 'panel.see', programme).yes) return [];
  const { read } = theStore();
  const out = await invitationsThatWait(read, programme.authorityId, programme.id);
  const asks = out.filter(({ answer }) => answer === 'tell-more');
  const open = out.filter(({ answer, answerBy }) => answer === '' && answerBy >= today);
  const [first] = open;
  const [question] = asks;
  return [
    ...(question
      ? [
          {
            words: `${many(asks.length, 'person who was invited asks', 'people who were invited ask')} something`,
            href: waitsAt.call(programme.id, question.callId),
            pressing: true,
          },
        ]
      : []),
    ...(first
      ? [
          {
            words: `${many(open.length, 'invitation is', 'invitations are')} out, the first until ${sayDay(first.answerBy)}`,
            href: waitsAt.call(programme.id, first.callId),
            pressing: false,
          },
        ]
      : []),
  ];
};

/** Terms of membership that end soon, or are over. */
export const termsEnd: Look = async (by, programme, today) => {
  if (!can(by, 'panel.see', programme).yes) return [];
  const { read } = theStore();
  const ends = [...(await lastDaysOf(read, programme.authorityId, programme.id)).values()];
  const soon = ends.filter(({ endsOn }) => endsOn <= daysAfter(today, TELL_BEFORE_DAYS));
  if (soon.length === 0) return [];
  return [
    {
      words: `${many(soon.length, 'term of membership ends soon or is over', 'terms of membership end soon or are over')}`,
      href: waitsAt.membersEnding(programme.id),
      pressing: soon.some(({ endsOn }) => endsOn < today),
    },
  ];
};

/** Payments that were offered and are not settled; a month is long to wait for bus fare. */
export const paymentsWait: Look = async (by, programme, today) => {
  if (!can(by, 'panel.see', programme).yes) return [];
  const payments = await paymentsOf(theStore().read, programme.authorityId, programme.id);
  const open = payments.filter(({ state }) => state === 'offered');
  if (open.length === 0) return [];
  return [
    {
      words: `${many(open.length, 'payment to members is', 'payments to members are')} not settled`,
      href: waitsAt.paymentsOffered(programme.id),
      pressing: open.some(({ forDay }) => forDay < daysAfter(today, -30)),
    },
  ];
};
