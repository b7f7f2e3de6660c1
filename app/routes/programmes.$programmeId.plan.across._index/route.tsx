import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { AcrossForm } from '#app/plan/across/across-form.ts';
import { AcrossPage } from '#app/plan/across/AcrossPage.tsx';
import { removePublication } from '#app/plan/across/bring-publication.server.ts';
import { judgeLikeness } from '#app/plan/across/judge-likeness.server.ts';
import { readAcross } from '#app/plan/across/read-across.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Other authorities');

const askedIn = (request: Request) => new URL(request.url).searchParams.get('with');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  return {
    programmeId: programme.id,
    ...(await readAcross(programme, askedIn(request))),
    mayEdit: can(person, 'theory.edit', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, AcrossForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const said = read.value;
  if (said.intent === 'remove') {
    await removePublication(person, programme, said.brought);
    return redirectSaying(request, links.across(programme.id), 'It is removed.');
  }
  const code = askedIn(request) ?? '';
  const { intent: verdict, ours, theirs } = said;
  await judgeLikeness(person, programme, { code, ours, theirs, verdict });
  const words = {
    same: 'They stand side by side.',
    different: 'They stand apart.',
    unsaid: 'What was said of them is taken back.',
  };
  return redirectSaying(request, links.across(programme.id, code), words[verdict]);
});

export default function Across() {
  return <AcrossPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
