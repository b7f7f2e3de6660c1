import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { Conflict } from '#app/people/errors.ts';
import { acceptFinding, askAgain, findingsNow } from '#app/theory/accept/accept-finding.server.ts';
import { CheckForm, mayBeAccepted } from '#app/theory/accept/accepted.ts';
import { ChecksPage } from '#app/theory/accept/ChecksPage.tsx';
import { TheoryHead } from '#app/theory/TheoryHead.tsx';
import { whereIn } from '#app/theory/where.ts';
import { ErrorSummary } from '#app/ui/Form.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';
import { lastChange, theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('Theory of change: what the checks say');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const theory = await theoryOfProgramme(read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  const sorted = await findingsNow(read, programme, theory);
  const key = new URL(request.url).searchParams.get('accept');
  const may = can(person, 'theory.edit', programme);
  return {
    programmeId: programme.id,
    theory,
    sorted,
    about: may.yes
      ? (sorted.open.find((one) => one.key === key && mayBeAccepted(one)) ?? null)
      : null,
    last: await lastChange(read, programme.authorityId, theory.id),
    readOnly: may.yes ? null : may.reason,
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, CheckForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const here = links.theoryChecks(programme.id);
  switch (read.value.intent) {
    case 'accept':
      try {
        await acceptFinding(person, programme, read.value);
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        return badInput([{ field: 'because', message: error.message }], read.typed);
      }
      return redirectSaying(request, here, 'It stands, with your reason.');
    case 'ask-again':
      await askAgain(person, programme, read.value.key);
      return redirectSaying(request, here, 'The check speaks again.');
  }
});

export default function TheoryChecks() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const mayEdit = page.readOnly === null;
  return (
    <>
      <ErrorSummary problems={answer?.problems} />
      <TheoryHead {...page} title={page.theory.title} view="checks" />
      <ChecksPage
        {...page}
        mayEdit={mayEdit}
        hrefOf={whereIn(page.theory, page.programmeId, mayEdit)}
        answer={answer}
      />
    </>
  );
}
