import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { PackChanges } from '#app/plan/coverage/PackChanges.tsx';
import { carryTies, readPackChanges } from '#app/plan/coverage/pack-changes.server.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';

export const meta = () => titleOf('What changed in the guidance');

const asked = (request: Request) => {
  const { searchParams } = new URL(request.url);
  return [searchParams.get('from'), searchParams.get('to')] as const;
};

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  return {
    programmeId: programme.id,
    page: await readPackChanges(programme, ...asked(request)),
    mayEdit: can(person, 'plan.edit', programme),
  };
});

const NOTHING = 'Tick at least one tie';
const Fields = z.object({
  carry: z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(z.string(), NOTHING).min(1, NOTHING),
  ),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const read = await parseForm(request, Fields);
  if (!read.ok) return badInput(read.problems, read.typed);
  const count = await carryTies(person, programme, ...asked(request), read.value.carry);
  const to = links.packChanges(programme.id, ...asked(request));
  return redirectSaying(request, to, `${many(count, 'tie')} carried over.`);
});

export default function PackChangesRoute() {
  return (
    <PackChanges {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
  );
}
