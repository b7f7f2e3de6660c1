import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { gatherSurroundings } from '#app/plan/gather-surroundings.server.ts';
import { readFindings } from '#app/plan/read-findings.server.ts';
import { acceptFinding, askAgain } from '#app/theory/accept/accept-finding.server.ts';
import { mayBeAccepted } from '#app/theory/accept/accepted.ts';
import { CheckForm } from '#app/theory/accept/check-form.ts';
import { ChecksPage } from '#app/theory/accept/ChecksPage.tsx';
import { fixFinding } from '#app/theory/accept/fix-finding.server.ts';
import { fixForms, wordsField } from '#app/theory/accept/FixForms.tsx';
import { saidWithNext } from '#app/theory/accept/ways.ts';
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
  const found = await readFindings(programme, theory);
  const query = new URL(request.url).searchParams;
  const key = query.get('accept');
  const may = can(person, 'theory.edit', programme);
  return {
    programmeId: programme.id,
    theory,
    ...found,
    about: may.yes
      ? (found.sorted.open.find((one) => one.key === key && mayBeAccepted(one)) ?? null)
      : null,
    /** The box or link to which the page is narrowed. */
    only: query.get('box') || query.get('link') || null,
    last: await lastChange(read, programme.authorityId, theory.id),
    readOnly: may.yes ? null : may.reason,
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, CheckForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { value } = read;
  const here = links.theoryChecks(programme.id);
  if (value.intent === 'ask-again') {
    await askAgain(person, programme, value.key);
    return redirectSaying(request, here, 'The check speaks again.');
  }
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw new NotFound('theory of change');
  const around = await gatherSurroundings(programme, theory);
  try {
    if (value.intent === 'accept') {
      await acceptFinding(person, programme, { ...value, around });
      return redirectSaying(request, here, 'It stands, with your reason.');
    }
    const { said, next } = await fixFinding(person, programme, { ...value, around });
    const back =
      value.from === 'outline' ? `${links.theoryOutline(programme.id)}#coach-title` : here;
    return redirectSaying(request, back, saidWithNext(said, next));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const field = value.intent === 'accept' ? 'because' : wordsField(value.key);
    return badInput([{ field, message: error.message }], read.typed);
  }
});

export default function TheoryChecks() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const mayEdit = page.readOnly === null;
  return (
    <>
      <ErrorSummary problems={answer?.problems} />
      <TheoryHead {...page} title={page.theory.title} view={null} />
      <ChecksPage
        {...page}
        mayEdit={mayEdit}
        hrefOf={whereIn(page.theory, page.programmeId, mayEdit)}
        fixes={mayEdit ? fixForms({ ...page, from: 'checks', answer }) : null}
        answer={answer}
      />
    </>
  );
}
