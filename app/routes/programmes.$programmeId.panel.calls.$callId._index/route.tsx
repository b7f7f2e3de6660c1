import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { callView } from '#app/panel/recruit/call-view.server.ts';
import { CallPage } from '#app/panel/recruit/CallPage.tsx';
import { noteDeclined, takeOntoPanel } from '#app/panel/recruit/draw-panel.server.ts';
import { can } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { qrOutline } from '#app/ui/qr.server.ts';
import { dayOf } from '#app/ui/words.ts';

export const meta = () => titleOf('Open call');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.see');
  const view = await callView(person, programme, params['callId'] ?? '', dayOf(new Date()));
  const address = publicAddress(request, links.join(view.code));
  return {
    programmeId: programme.id,
    mayManage: can(person, 'panel.manage', programme),
    call: { ...view, address, qr: qrOutline(address) },
  };
});

const Fields = z.object({ intent: z.enum(['join', 'decline']), person: z.string() });

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const read = await parseForm(request, Fields);
  if (!read.ok) throw new NotFound('person');
  const callId = params['callId'] ?? '';
  const { intent, person: interestId } = read.value;
  if (intent === 'decline') {
    await noteDeclined(person, programme, callId, interestId);
    return redirectSaying(request, links.call(programme.id, callId), 'Noted. See who comes next.');
  }
  const today = dayOf(new Date());
  const { memberId, name } = await takeOntoPanel(person, programme, callId, interestId, today);
  const words = `${name} is on the panel. Make them a personal link.`;
  return redirectSaying(request, links.member(programme.id, memberId), words);
});

export default function Call() {
  return <CallPage {...useLoaderData<typeof loader>()} />;
}
