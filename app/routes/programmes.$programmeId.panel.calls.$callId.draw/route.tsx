import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { chanceLines } from '#app/panel/recruit/call-page.ts';
import {
  drawPanelFor,
  openInvitations,
  poolFor,
  readCall,
} from '#app/panel/recruit/draw-panel.server.ts';
import { DrawPage } from '#app/panel/recruit/DrawPage.tsx';
import { balancedBy, sayQuota } from '#app/panel/recruit/open-call.ts';
import { fairLottery, type Lottery } from '#app/panel/selection/fair-lottery.server.ts';
import { sayUnmet, type Pool } from '#app/panel/selection/pool.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Draw the panel');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const { call, people, draws, invitations } = await readCall(
    person,
    programme,
    params['callId'] ?? '',
  );
  const pool = poolFor(call, people);
  return {
    programmeId: programme.id,
    callId: call.id,
    title: call.title,
    size: pool.size,
    invitationsOut: openInvitations(people, invitations),
    waiting: pool.groups.reduce((all, { ids }) => all + ids.length, 0),
    drawnBefore: draws.length > 0,
    lottery:
      pool.size === 0
        ? { possible: false as const, because: ['Everybody who is wanted is on the panel already'] }
        : inWords(pool, await fairLottery(pool), programme.places),
  };
});

function inWords(pool: Pool, lottery: Lottery, places: readonly string[]) {
  const by = balancedBy(places);
  if (lottery.possible) {
    const lines = chanceLines(pool, lottery.chances, by);
    return { possible: true as const, lines, least: lottery.least };
  }
  const because = lottery.tooFewPeople
    ? ['Fewer people are waiting than you want on the panel']
    : lottery.unmet.map((one) => sayUnmet(one, (quota) => sayQuota(quota, by, pool.size)));
  return { possible: false as const, because };
}

const Fields = z.object({
  reason: z.string().max(300, 'The reason must be 300 characters or fewer').default(''),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const read = await parseForm(request, Fields);
  if (!read.ok) return badInput(read.problems, read.typed);
  const callId = params['callId'] ?? '';
  const came = await drawPanelFor(person, programme, callId, read.value.reason);
  if (came === 'reason-needed') {
    return badInput([{ field: 'reason', message: 'Enter why you draw again' }], read.typed);
  }
  if (came === 'invitations-out') {
    const message = 'Wait until everybody who was invited has answered, or their day has passed';
    return badInput([{ field: 'reason', message }], read.typed);
  }
  const words = came === 'drawn' ? 'The panel is drawn.' : 'It could not be drawn: see why.';
  const to = came === 'drawn' ? links.call : links.drawPanel;
  return redirectSaying(request, to(programme.id, callId), words);
});

export default function Draw() {
  const data = useLoaderData<typeof loader>();
  return <DrawPage {...data} answer={useActionData<typeof action>()} />;
}
