import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { whatFamiliesSaid } from '#app/panel/answer/say-about.server.ts';
import { can } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { differencesOf } from '#app/plan/differences.ts';
import { editPlanLine, removePlanLine } from '#app/plan/keep-plan-line.server.ts';
import { LineIntent, lineToType } from '#app/plan/line-form.ts';
import { tagNames } from '#app/plan/line-page.ts';
import { LinePage } from '#app/plan/LinePage.tsx';
import { readTags } from '#app/plan/read-tags.server.ts';
import { readReviews } from '#app/plan/review/read-reviews.server.ts';
import { readPlanComments } from '#app/plan/versions/read-versions.server.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { lineById, streamsOf } from '#db/plan.ts';
import { theStore } from '#db/store.server.ts';

export const meta = ({ data: page }: { data?: { line: { title: string } } | undefined }) =>
  titleOf(page?.line.title ?? 'Plan line');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { authorityId, id: programmeId } = programme;
  const line = await lineById(theStore().read, authorityId, programmeId, params['lineId'] ?? '');
  if (!line) throw new NotFound('plan line');
  return {
    programmeId,
    line: { id: line.id, title: line.title, version: line.version },
    values: {
      ...lineToType(line),
      activities: [...line.activityIds],
      requirements: [...line.requirementKeys],
    },
    tags: await readTags(programme),
    mayEdit: can(person, 'plan.edit', programme),
    families: await whatFamiliesSaid(programme, { kind: 'plan-line', id: line.id }),
    reviews: await readReviews(person, programme, line.id),
    mayAsk: can(person, 'panel.manage', programme),
    comments: await readPlanComments(programme, line.id),
    mayComment: can(person, 'plan.comment', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const { authorityId, id: programmeId } = programme;
  const lineId = params['lineId'] ?? '';
  const read = await parseForm(request, LineIntent);
  if (!read.ok) return badInput(read.problems, read.typed);
  if (read.value.intent === 'remove') {
    const { title } = await removePlanLine(person, programmeId, lineId);
    return redirectSaying(request, links.plan(programmeId), `“${title}” is out of the plan.`);
  }
  const kept = await editPlanLine(person, programmeId, lineId, read.value);
  switch (kept.outcome) {
    case 'saved':
      return redirectSaying(request, links.plan(programmeId), 'The line is saved.');
    case 'refused':
      return badInput([kept.refused], read.typed);
    case 'changed-meanwhile': {
      const streams = await streamsOf(theStore().read, authorityId, programmeId);
      const nameOf = tagNames(await readTags(programme));
      const differences = differencesOf(read.value, kept.theirs, streams, { nameOf });
      const message = 'Somebody else saved this line first: compare, and save again';
      const problems = [{ field: 'title', message }];
      const typed = read.typed;
      return data({ problems, typed, differences, version: kept.theirs.version }, { status: 409 });
    }
  }
});

export default function LineRoute() {
  return <LinePage page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
