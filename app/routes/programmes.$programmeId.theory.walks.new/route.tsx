import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { KIND_OF } from '#app/panel/kinds/kinds.ts';
import { column, typeName } from '#app/theory/graph.ts';
import { WalkForm } from '#app/theory/walk/form.ts';
import { NewWalk } from '#app/theory/walk/NewWalk.tsx';
import { GOAL_TYPES } from '#app/theory/walk/part.ts';
import { startWalk } from '#app/theory/walk/start-walk.server.ts';
import { askedOf } from '#app/theory/walk/words.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('Draft a walk through the theory');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'panel.manage');
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  return {
    programmeId: programme.id,
    goals: GOAL_TYPES.flatMap((type) => column(theory, type)).map(({ id, label, type }) => ({
      id,
      label,
      typeName: typeName(theory, type).one,
      stops: askedOf(theory, [id]).length,
    })),
    all: askedOf(theory, []).length,
    most: KIND_OF.walk.most,
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const read = await parseForm(request, WalkForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const started = await startWalk(person, programme, read.value);
  if (!started.ok) return badInput([started], read.typed);
  const said = 'The walk is drafted. Read its words, then open it to the panel.';
  return redirectSaying(request, links.walk(programme.id, started.id), said);
});

export default function NewWalkRoute() {
  const answer = useActionData<typeof action>();
  return <NewWalk {...useLoaderData<typeof loader>()} answer={answer} />;
}
