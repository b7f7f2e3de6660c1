import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { Conflict } from '#app/people/errors.ts';
import { PublishForm } from '#app/plan/public/publish-form.ts';
import { publishPlan, withdrawPlan } from '#app/plan/public/publish-plan.server.ts';
import { PublishPage } from '#app/plan/public/PublishPage.tsx';
import { readPublishing } from '#app/plan/public/read-publishing.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('The public page of the plan');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const versionId = new URL(request.url).searchParams.get('version');
  return {
    programmeId: programme.id,
    ...(await readPublishing(programme, { versionId })),
    mayPublish: can(person, 'plan.publish', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.publish');
  const read = await parseForm(request, PublishForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { intent, versionId, ...shown } = read.value;
  const here = links.publishPlan(programme.id, versionId);
  try {
    if (intent === 'withdraw') {
      await withdrawPlan(person, programme, versionId);
      return redirectSaying(request, here, 'It is taken down. This page says what is read now.');
    }
    const choices = { cannot: [], say: '', summary: '', names: false, money: false, ...shown };
    if (intent === 'preview') {
      const page = await readPublishing(programme, { versionId, shown: choices });
      return { problems: [], typed: read.typed, page };
    }
    const done = await publishPlan(person, programme, versionId, choices);
    if ('code' in done) {
      return redirectSaying(request, here, 'It is published. Everybody can read it.');
    }
    const message = `Nothing was published: a person is named in ${done.named.join('; ')}`;
    return badInput([{ field: 'named', message }], read.typed);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'main', message: error.message }], read.typed);
  }
});

export default function Publish() {
  const found = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const page = answer !== undefined && 'page' in answer ? answer.page : {};
  return <PublishPage {...found} {...page} answer={answer} />;
}
