import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { takeBackDecline, typeAnswer } from '#app/panel/recruit/answer-invitation.server.ts';
import { callView } from '#app/panel/recruit/call-view.server.ts';
import { CallPage } from '#app/panel/recruit/CallPage.tsx';
import { giveMoreTime, inviteDrawn, tellTheRest } from '#app/panel/recruit/invite-drawn.server.ts';
import { can } from '#app/people/can.ts';
import { Day } from '#app/people/programme.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { qrOutline } from '#app/ui/qr.server.ts';
import { dayOf, many } from '#app/ui/words.ts';

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

const person = z.string();
const Fields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('invite') }),
  z.object({ intent: z.literal('tell-rest') }),
  z.object({ intent: z.literal('join'), person }),
  z.object({ intent: z.literal('decline'), person }),
  z.object({ intent: z.literal('undo'), person }),
  z.object({ intent: z.literal('longer'), person, answerBy: Day('Enter the new last day') }),
]);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person: by, programme } = await requireProgramme(request, params, 'panel.manage');
  const read = await parseForm(request, Fields);
  if (!read.ok) return badInput(read.problems, read.typed);
  const callId = params['callId'] ?? '';
  const said = (words: string) => redirectSaying(request, links.call(programme.id, callId), words);
  const form = read.value;
  switch (form.intent) {
    case 'invite': {
      const invited = await inviteDrawn(by, programme, callId);
      return said(`${many(invited, 'invitation is', 'invitations are')} on the way.`);
    }
    case 'tell-rest': {
      const told = await tellTheRest(by, programme, callId);
      return said(`${many(told, 'message is', 'messages are')} on the way.`);
    }
    case 'decline':
      await typeAnswer(by, programme, callId, form.person, 'no');
      return said('Noted. See who comes next.');
    case 'undo':
      await takeBackDecline(by, programme, callId, form.person);
      return said('Taken back: they are asked as before.');
    case 'longer': {
      const { person: whom, answerBy } = form;
      const why = await giveMoreTime(by, programme, callId, whom, answerBy);
      return why.length > 0 ? badInput(why) : said('They have more time to answer.');
    }
    case 'join': {
      const { memberId, name } = await typeAnswer(by, programme, callId, form.person, 'yes');
      const words = `${name} is on the panel, and gets a link to their own page.`;
      return redirectSaying(request, links.member(programme.id, memberId ?? ''), words);
    }
  }
});

export default function Call() {
  const problems = useActionData<typeof action>()?.problems;
  return <CallPage {...useLoaderData<typeof loader>()} problems={problems} />;
}
