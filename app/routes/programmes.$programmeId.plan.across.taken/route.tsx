import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { Conflict } from '#app/people/errors.ts';
import { SettleForm } from '#app/plan/across/across-form.ts';
import { readTaken } from '#app/plan/across/read-taken.server.ts';
import { followThem, keepOurs } from '#app/plan/across/settle-fragment.server.ts';
import { TakenPage } from '#app/plan/across/TakenPage.tsx';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('What you have taken over');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  return {
    programmeId: programme.id,
    fragments: await readTaken(programme),
    may: {
      outcome: can(person, 'theory.edit', programme),
      'plan-line': can(person, 'plan.edit', programme),
    },
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const read = await parseForm(request, SettleForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { intent, fragment } = read.value;
  const here = links.takenFragments(programme.id);
  try {
    if (intent === 'keep') {
      await keepOurs(person, programme, fragment);
      return redirectSaying(request, here, 'Yours stays as it is.');
    }
    await followThem(person, programme, fragment);
    return redirectSaying(request, here, 'Their words are yours now.');
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'main', message: error.message }], read.typed);
  }
});

export default function Taken() {
  return <TakenPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
