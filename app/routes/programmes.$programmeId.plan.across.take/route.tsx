import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { Conflict } from '#app/people/errors.ts';
import { TakeForm } from '#app/plan/across/across-form.ts';
import { sayOrigin } from '#app/plan/across/fragment.ts';
import { readFragment, takeLine, takeOutcome } from '#app/plan/across/take-fragment.server.ts';
import { TakePage } from '#app/plan/across/TakePage.tsx';
import { isOutcomeType } from '#app/theory/graph.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('Take over from another authority');

function askedIn(request: Request) {
  const query = new URL(request.url).searchParams;
  return { code: query.get('from') ?? '', what: query.get('what') ?? '' };
}

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const asked = askedIn(request);
  const found = await readFragment(read, programme, asked);
  const ours = await theoryOfProgramme(read, programme.authorityId, programme.id);
  return {
    programmeId: programme.id,
    code: found.publication.key,
    owner: found.publication.owner,
    from: sayOrigin(found.origin),
    onto: new URL(request.url).searchParams.get('onto') ?? '',
    kind: found.of === 'theory' ? ('outcome' as const) : ('plan-line' as const),
    things: found.things,
    ours: (ours?.boxes ?? [])
      .filter(({ type }) => isOutcomeType(type))
      .map(({ id, label }) => ({ id, label })),
    mayTake: can(person, found.of === 'theory' ? 'theory.edit' : 'plan.edit', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const asked = askedIn(request);
  const read = await parseForm(request, TakeForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    if (asked.what.startsWith('plan-line:')) {
      const { lineId } = await takeLine(person, programme, asked);
      const to = links.planLine(programme.id, lineId);
      return redirectSaying(request, to, 'It is in your plan. Say who does it, and when.');
    }
    const { boxId } = await takeOutcome(person, programme, asked, read.value);
    const to = links.theoryBox(programme.id, boxId);
    return redirectSaying(request, to, 'It is in your theory. Now link it to the rest.');
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'main', message: error.message }], read.typed);
  }
});

export default function Take() {
  return <TakePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
