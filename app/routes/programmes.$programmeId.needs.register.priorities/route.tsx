import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { prioritiesOf } from '#app/needs/register/priorities.server.ts';
import { PrioritiesPage } from '#app/needs/register/PrioritiesPage.tsx';
import { RuleForm } from '#app/needs/register/priority.ts';
import { weighCriteria } from '#app/needs/register/score-need.server.ts';
import { can } from '#app/people/can.ts';
import { Conflict } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  return {
    programmeId: programme.id,
    ...(await prioritiesOf(programme)),
    mayEdit: can(person, 'needs.edit', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'needs.edit');
  const read = await parseForm(request, RuleForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { version, highFrom, mediumFrom, reason, ...weights } = read.value;
  try {
    const rule = { weights, highFrom, mediumFrom, reason };
    const moved = await weighCriteria(person, programme, rule, version);
    const said =
      moved === 0
        ? 'The weights are saved. No need changed its priority.'
        : `The weights are saved. ${many(moved, 'need')} changed priority.`;
    return redirectSaying(request, links.priorities(programme.id), said);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'size', message: error.message }], read.typed);
  }
});

export const meta = () => titleOf('How priorities are weighed');

export default function PrioritiesOfNeeds() {
  const answer = useActionData<typeof action>();
  return <PrioritiesPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
