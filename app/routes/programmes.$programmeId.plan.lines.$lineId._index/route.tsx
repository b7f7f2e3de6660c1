import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { whatFamiliesSaid } from '#app/panel/answer/say-about.server.ts';
import { can } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { readOriginOf } from '#app/plan/across/read-taken-over.server.ts';
import { TakenFrom } from '#app/plan/across/TakenFrom.tsx';
import { differencesOf } from '#app/plan/lines/differences.ts';
import { editPlanLine, removePlanLine } from '#app/plan/lines/keep-plan-line.server.ts';
import { LineIntent, lineToType } from '#app/plan/lines/line-form.ts';
import { tagNames } from '#app/plan/lines/line-page.ts';
import { readLine } from '#app/plan/lines/read-line.server.ts';
import { LinePage } from '#app/plan/lines/LinePage.tsx';
import { readTags } from '#app/plan/coverage/read-tags.server.ts';
import { readOfLine } from '#app/plan/registers/read-registers.server.ts';
import { readReviews } from '#app/plan/review/read-reviews.server.ts';
import { readPlanComments } from '#app/plan/versions/read-versions.server.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { costsOfLine } from '#db/costs.ts';
import { streamsOf } from '#db/money.ts';
import { theStore } from '#db/store.server.ts';

export const meta = ({ data: page }: { data?: { line: { title: string } } | undefined }) =>
  titleOf(page?.line.title ?? 'Plan line');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { id: programmeId } = programme;
  const found = await readLine(programme, params['lineId'] ?? '');
  if (!found) throw new NotFound('plan line');
  const { line } = found;
  return {
    programmeId,
    ...found,
    costs: await costsOfLine(theStore().read, programme, line.id),
    registers: await readOfLine(programme, line.id, dayOf(new Date())),
    values: lineToType(line),
    mayEdit: can(person, 'plan.edit', programme),
    taken: await readOriginOf(theStore().read, programme, line.id),
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
  if (read.value.intent === 'more') return { problems: [], typed: read.typed, more: true };
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
      const nameOf = tagNames(await readTags(programme, lineId));
      const differences = differencesOf(read.value, kept.theirs, streams, { nameOf });
      const message = 'Somebody else saved this line first: compare, and save again';
      const problems = [{ field: 'title', message }];
      const typed = read.typed;
      return data({ problems, typed, differences, version: kept.theirs.version }, { status: 409 });
    }
  }
});

export default function LineRoute() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <LinePage page={page} answer={useActionData<typeof action>()} />
      <TakenFrom programmeId={page.programmeId} taken={page.taken} />
    </>
  );
}
