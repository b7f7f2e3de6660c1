import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { Conflict } from '#app/people/errors.ts';
import { commentOnPlan, settlePlanComment } from '#app/plan/versions/comment-on-plan.server.ts';
import { SignOffForm } from '#app/plan/versions/forms.ts';
import { putUpForSignOff } from '#app/plan/versions/put-up.server.ts';
import { readSignOff } from '#app/plan/versions/read-versions.server.ts';
import { SignOffPage } from '#app/plan/versions/SignOffPage.tsx';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Sign-off');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  return {
    programmeId: programme.id,
    settling: new URL(request.url).searchParams.get('settle'),
    ...(await readSignOff(programme)),
    mayPutUp: can(person, 'plan.edit', programme),
    mayComment: can(person, 'plan.comment', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const here = links.signOff(programme.id);
  const read = await parseForm(request, SignOffForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const form = read.value;
  try {
    switch (form.intent) {
      case 'put-up': {
        const id = await putUpForSignOff(person, programme, form.name);
        const to = links.planVersion(programme.id, id);
        return redirectSaying(request, to, 'This version is frozen and waits for a decision.');
      }
      case 'comment': {
        const { lineId, words, back } = form;
        await commentOnPlan(person, programme, lineId, words);
        const to = back === 'line' && lineId !== '' ? links.planLine(programme.id, lineId) : here;
        return redirectSaying(request, `${to}#comments`, 'Your comment is added.');
      }
      case 'settle':
        await settlePlanComment(person, programme, form.commentId, form.answer);
        return redirectSaying(request, `${here}#comments`, 'The comment is settled.');
    }
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'main', message: error.message }], read.typed);
  }
});

export default function SignOff() {
  return (
    <SignOffPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
  );
}
