import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { addFundingStream } from '#app/plan/keep-funding-stream.server.ts';
import { StreamForm } from '#app/plan/line-form.ts';
import { Money } from '#app/plan/Money.tsx';
import { accountsOf } from '#app/plan/money.ts';
import { StreamFields } from '#app/plan/StreamFields.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { linesOf, streamsOf } from '#db/plan.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Money');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { authorityId, id } = programme;
  const db = theStore().read;
  const lines = await linesOf(db, authorityId, id);
  return {
    programmeId: id,
    accounts: accountsOf(lines, await streamsOf(db, authorityId, id)),
    mayEdit: can(person, 'plan.edit', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const read = await parseForm(request, StreamForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  await addFundingStream(person, programme.id, read.value);
  return redirectSaying(request, links.money(programme.id), `“${read.value.name}” is added.`);
});

export default function MoneyRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <ErrorSummary problems={answer?.problems} />
      <Money {...page} />
      <section className="tl-noprint">
        <h2 className="govuk-heading-m">Add a funding stream</h2>
        {page.mayEdit.yes ? (
          <Form className="tl-form">
            <StreamFields answer={answer} />
            <Button>Add the stream</Button>
          </Form>
        ) : (
          <p className="govuk-body tl-reason">{page.mayEdit.reason}</p>
        )}
      </section>
    </>
  );
}
