import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import {
  noteDeclinedPayment,
  notePaid,
  withdrawPayment,
} from '#app/panel/money/pay-members.server.ts';
import { OnePayment } from '#app/panel/money/OnePayment.tsx';
import { EVIDENCE } from '#app/panel/money/payment.ts';
import { can } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { Day } from '#app/people/programme.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { paymentById } from '#db/payments.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('A payment');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.see');
  const { authorityId, id } = programme;
  const payment = await paymentById(theStore().read, authorityId, id, params.paymentId ?? '');
  if (!payment) throw new NotFound('payment');
  return {
    programmeId: id,
    payment,
    today: dayOf(new Date()),
    mayManage: can(person, 'panel.manage', programme),
  };
});

const Change = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('paid'),
    paidOn: Day('Enter the day on which it was paid'),
    evidence: z
      .string('Choose what evidence there is')
      .refine((value) => EVIDENCE.some((one) => one.value === value), 'Choose from the list'),
  }),
  z.object({ intent: z.literal('declined') }),
  z.object({
    intent: z.literal('withdraw'),
    reason: z
      .string('Enter why')
      .min(1, 'Enter why it is withdrawn')
      .max(300, 'The reason must be 300 characters or fewer'),
  }),
]);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const id = params.paymentId ?? '';
  const read = await parseForm(request, Change);
  if (!read.ok) return badInput(read.problems, read.typed);
  const said = (words: string) => redirectSaying(request, links.payments(programme.id), words);
  switch (read.value.intent) {
    case 'paid':
      if (read.value.paidOn > dayOf(new Date())) {
        return badInput(
          [{ field: 'paidOn', message: 'Enter today or a day before it' }],
          read.typed,
        );
      }
      await notePaid(person, programme, id, read.value);
      return said('It is noted as paid.');
    case 'declined':
      await noteDeclinedPayment(person, programme, id);
      return said('It is noted as declined.');
    case 'withdraw':
      await withdrawPayment(person, programme, id, read.value.reason);
      return said('The payment is withdrawn.');
  }
});

export default function Payment() {
  return <OnePayment {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
