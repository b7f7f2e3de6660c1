import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CaseForm } from '#app/care/care.ts';
import { changeWorry, seeWorry } from '#app/care/worries.server.ts';
import { WorryPage } from '#app/care/WorryPages.tsx';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { Conflict } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Words to look at');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'safeguarding.see');
  const worry = await seeWorry(person, programme, params['flagId'] ?? '');
  return { programmeId: programme.id, worry };
});

const SAID = {
  did: 'It is written down.',
  close: 'This is closed.',
  reopen: 'This is open again.',
} as const;

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'safeguarding.see');
  const flagId = params['flagId'] ?? '';
  const read = await parseForm(request, CaseForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    await changeWorry(person, programme, flagId, read.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'main', message: error.message }], read.typed);
  }
  return redirectSaying(request, links.worry(programme.id, flagId), SAID[read.value.intent]);
});

export default function Worry() {
  const answer = useActionData<typeof action>();
  return <WorryPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
