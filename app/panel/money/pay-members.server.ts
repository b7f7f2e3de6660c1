import { newId } from '#db/ids.ts';
import { memberById, membersOf } from '#db/panel.ts';
import { insertPayments, paymentById, settleOffered } from '#db/payments.ts';
import { record, type Doer, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotAllowed, NotFound } from '#app/people/errors.ts';
import type { PaymentFields } from './payment.ts';

/** Offers the same payment to one member or to several who were there. */
export async function offerPayments(
  by: Person,
  programme: Programme,
  fields: PaymentFields,
  at = new Date(),
): Promise<{ field: string; message: string }[]> {
  allow(by, 'panel.manage', programme);
  const { authorityId, id: programmeId } = programme;
  const { forDay, forWhat, kind, amount, how, evidence, stream } = fields;
  return theStore().write(null, async (tx) => {
    const members = await membersOf(tx, authorityId, programmeId);
    const ids = [...new Set(fields.member)];
    if (ids.some((id) => !members.some((member) => member.id === id))) {
      return [{ field: 'member', message: 'Choose members from the list' }];
    }
    await insertPayments(
      tx,
      ids.map((memberId) => ({
        id: newId(at),
        ...{ authorityId, programmeId, memberId },
        ...{ forDay, forWhat, kind, how, evidence, stream },
        pence: amount,
        state: 'offered',
        paidOn: null,
        reason: '',
        warnedAt: at,
        createdAt: at,
      })),
    );
    const programmeThing = { kind: 'programme', id: programmeId };
    await record(tx, by, 'payment.added', programmeThing, { count: ids.length });
    return [];
  });
}

/** Notes that a payment was made, and what evidence was seen. */
export async function notePaid(
  by: Person,
  programme: Programme,
  paymentId: string,
  { paidOn, evidence }: { paidOn: string; evidence: string },
): Promise<void> {
  allow(by, 'panel.manage', programme);
  const change = { state: 'paid', paidOn, evidence };
  await settle(by, programme, paymentId, change, 'offered', 'payment.paid');
}

/** Notes that the member would rather not have it. */
export async function noteDeclinedPayment(
  by: Person,
  programme: Programme,
  paymentId: string,
): Promise<void> {
  allow(by, 'panel.manage', programme);
  const change = { state: 'declined' };
  await settle(by, programme, paymentId, change, 'offered', 'payment.declined');
}

/** Takes back a payment that was a mistake; the line stays, with the reason. */
export async function withdrawPayment(
  by: Person,
  programme: Programme,
  paymentId: string,
  reason: string,
): Promise<void> {
  allow(by, 'panel.manage', programme);
  const payment = await paymentById(
    theStore().read,
    programme.authorityId,
    programme.id,
    paymentId,
  );
  if (!payment) throw new NotFound('payment');
  if (payment.state !== 'offered' && payment.state !== 'paid') {
    throw new Conflict('This payment is settled already.');
  }
  const change = { state: 'withdrawn', reason };
  await settle(by, programme, paymentId, change, payment.state, 'payment.withdrawn');
}

/** A member declines what they were offered, on their own page. */
export async function declineMyPayment(
  by: Person,
  programme: { id: string; authorityId: string },
  paymentId: string,
): Promise<void> {
  allow(by, 'consultation.answer', programme);
  const { authorityId, id: programmeId } = programme;
  const { read } = theStore();
  const payment = await paymentById(read, authorityId, programmeId, paymentId);
  const member = payment && (await memberById(read, authorityId, programmeId, payment.memberId));
  if (member?.personId !== by.id) throw new NotAllowed('This payment is not yours.');
  const doer = { authorityId, name: 'A member' };
  await settle(doer, programme, paymentId, { state: 'declined' }, 'offered', 'payment.declined');
}

async function settle(
  by: Doer,
  { authorityId, id: programmeId }: { id: string; authorityId: string },
  paymentId: string,
  change: Parameters<typeof settleOffered>[3],
  from: string,
  action: 'payment.paid' | 'payment.declined' | 'payment.withdrawn',
): Promise<void> {
  await theStore().write(`payment:${paymentId}`, async (tx) => {
    if (!(await paymentById(tx, authorityId, programmeId, paymentId))) {
      throw new NotFound('payment');
    }
    if (!(await settleOffered(tx, authorityId, paymentId, change, from))) {
      throw new Conflict('Somebody settled this payment meanwhile. Load the page again.');
    }
    await record(tx, by, action, { kind: 'payment', id: paymentId });
  });
}
