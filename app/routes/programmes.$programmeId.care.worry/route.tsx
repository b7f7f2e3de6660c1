import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { placeOf, sayKind, WorryForm } from '#app/care/care.ts';
import { raiseWorry } from '#app/care/worries.server.ts';
import { RaiseWorry } from '#app/care/WorryPages.tsx';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('These words worry me');

const placeIn = (request: Request) => {
  const place = placeOf(new URL(request.url).searchParams.get('at'));
  if (!place) throw new NotFound('words');
  return place;
};

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'safeguarding.flag');
  return { programmeId: programme.id, where: sayKind(placeIn(request).kind) };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'safeguarding.flag');
  const read = await parseForm(request, WorryForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  await raiseWorry(person, programme, placeIn(request), read.value.note);
  const said = 'Whoever looks after safeguarding has been told.';
  return redirectSaying(request, links.care(programme.id), said);
});

export default function Worry() {
  const answer = useActionData<typeof action>();
  return <RaiseWorry {...useLoaderData<typeof loader>()} answer={answer} />;
}
