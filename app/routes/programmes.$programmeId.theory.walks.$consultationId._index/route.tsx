import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { Conflict } from '#app/people/errors.ts';
import { rewordedOf, WalkChange } from '#app/theory/walk/form.ts';
import { readWalk } from '#app/theory/walk/read-walk.server.ts';
import { askAgain, saveWalk } from '#app/theory/walk/save-walk.server.ts';
import { WalkPage } from '#app/theory/walk/WalkPage.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { statementsOf } from '#db/statements.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Walk through the theory');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  return {
    page: await readWalk(person, programme, params['consultationId'] ?? ''),
    mayManage: can(person, 'panel.manage', programme),
    mayTake: can(person, 'theory.edit', programme).yes,
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const id = params['consultationId'] ?? '';
  const read = await parseForm(request, WalkChange);
  if (!read.ok) return badInput(read.problems, read.typed);
  const draft = { id, version: read.value.version };
  try {
    switch (read.value.intent) {
      case 'save': {
        const { leave } = read.value;
        const here = await statementsOf(theStore().read, programme.authorityId, id);
        const known = here.map((one) => one.id);
        const { stops, problems } = rewordedOf(known, leave, read.typed);
        if (problems.length > 0) return badInput(problems, read.typed);
        await saveWalk(person, programme, draft, { stops, leave });
        return redirectSaying(request, links.walk(programme.id, id), 'The words are saved.');
      }
      case 'again':
        await askAgain(person, programme, draft, read.value.again);
        return redirectSaying(request, links.walk(programme.id, id), 'They are asked too.');
    }
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'main', message: error.message }], read.typed);
  }
});

export default function Walk() {
  const { page, mayManage, mayTake } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <WalkPage {...{ page, mayManage, mayTake, answer }} />;
}
