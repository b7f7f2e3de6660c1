import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { KeptNeed } from '#app/needs/register/history.ts';
import { foundIn, inOrder } from '#app/needs/register/need-order.ts';
import { putBackNeed } from '#app/needs/register/put-back-need.server.ts';
import { RegisterPage } from '#app/needs/register/Register.tsx';
import { registerOf } from '#app/needs/register/register.server.ts';
import { can } from '#app/people/can.ts';
import { pageOf } from '#app/themes/comments.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { removedNeeds } from '#db/register.ts';
import { theStore } from '#db/store.server.ts';

/** Needs on one page: a register is read from the top. */
const PAGE = 50;

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const query = new URL(request.url).searchParams;
  const search = {
    words: query.get('words') ?? '',
    priority: query.get('priority') ?? '',
    show: query.get('show') ?? '',
  };
  const { inPlay, notNow } = inOrder(await registerOf(programme));
  const all = [...inPlay, ...notNow];
  const found = foundIn(all, search);
  const { rows, page, pages } = pageOf(found, Number(query.get('page')), PAGE);
  const removed = await removedNeeds(theStore().read, programme.authorityId, programme.id);
  return {
    programmeId: programme.id,
    lines: rows,
    search,
    found: found.length,
    all: all.length,
    page,
    pages,
    removed: removed.flatMap(({ needId, kept, at }) => {
      const read = KeptNeed.safeParse(kept);
      return read.success ? [{ needId, statement: read.data.need.statement, at }] : [];
    }),
    mayEdit: can(person, 'needs.edit', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'needs.edit');
  const read = await parseForm(request, z.object({ needId: z.string().max(64) }));
  if (!read.ok) return badInput(read.problems, read.typed);
  await putBackNeed(person, programme, read.value.needId);
  const said = 'The need is back in the register, with its evidence.';
  return redirectSaying(request, links.need(programme.id, read.value.needId), said);
});

export const meta = () => titleOf('Register of needs');

export default function RegisterOfNeeds() {
  return <RegisterPage {...useLoaderData<typeof loader>()} />;
}
