import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { offerPayments } from '#app/panel/money/pay-members.server.ts';
import { PaymentForm, sayMoney } from '#app/panel/money/payment.ts';
import { PaymentFields } from '#app/panel/money/PaymentFields.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { dayOf, many } from '#app/ui/words.ts';
import { membersOf } from '#db/panel.ts';
import { paymentsOf } from '#db/payments.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Offer a payment');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'panel.manage');
  const { read } = theStore();
  const { authorityId, id: programmeId } = programme;
  const members = await membersOf(read, authorityId, programmeId);
  const chosen = new URL(request.url).searchParams.get('member') ?? '';
  const before = await paymentsOf(read, authorityId, programmeId);
  return {
    programmeId,
    chosen,
    today: dayOf(new Date()),
    streams: [...new Set(before.map(({ stream }) => stream))].slice(0, 3),
    members: members
      .filter(({ id, leftOn }) => leftOn === null || id === chosen)
      .map(({ id, name }) => ({ id, name })),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const read = await parseForm(request, PaymentForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const why = await offerPayments(person, programme, read.value);
  if (why.length > 0) return badInput(why, read.typed);
  const said = `${sayMoney(read.value.amount)} is offered to ${many(read.value.member.length, 'member')}.`;
  return redirectSaying(request, links.payments(programme.id), said);
});

export default function NewPayment() {
  const { programmeId, members, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="tl-reading">
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.payments(programmeId), words: 'Expenses and thanks' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Offer a payment</Heading>
      {members.length === 0 ? (
        <p className="govuk-body">Nobody is on the panel yet.</p>
      ) : (
        <Form>
          <PaymentFields {...page} members={members} answer={answer} />
          <Button>Offer this payment</Button>
        </Form>
      )}
    </div>
  );
}
