import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { MessagePage } from '#app/panel/post/MessagePage.tsx';
import { sayChannel, sayKind, sayState, stateOf } from '#app/panel/post/outbox.ts';
import {
  mayOpen,
  openMessage,
  readMessage,
  sendAgain,
  settleByHand,
  waysOut,
} from '#app/panel/post/run-outbox.server.ts';
import { asPlainText } from '#app/panel/post/words.ts';
import { can } from '#app/people/can.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { sayMoment } from '#app/ui/words.ts';

export const meta = () => titleOf('Message');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme, authority } = await requireProgramme(request, params, 'panel.see');
  const base = publicAddress(request, '/');
  const { message, preview } = await readMessage(
    person,
    programme,
    params['messageId'] ?? '',
    base,
  );
  const read = typeof preview === 'string' ? null : preview;
  const ways = waysOut(authority.isDemonstration).map(({ channel }) => channel);
  return {
    programmeId: programme.id,
    message: {
      kind: sayKind(message.kind),
      name: read?.recipient.name ?? null,
      channel: sayChannel(message.channel),
      state: stateOf(message.state),
      says: sayState(message, ways, new Date()),
      queued: sayMoment(message.queuedAt),
      carrierRef: message.carrierRef === message.id ? '' : message.carrierRef,
      preview: read && {
        subject: read.words.subject,
        body: asPlainText(read.words),
        text: read.words.text,
      },
      mayOpen: read !== null && mayOpen(message, authority.isDemonstration),
    },
    mayManage: can(person, 'panel.manage', programme),
  };
});

const Pressed = z.object({
  intent: z.enum(['open', 'again', 'cancel', 'passed-on'], 'Press one of the buttons'),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme, authority } = await requireProgramme(request, params, 'panel.manage');
  const id = params['messageId'] ?? '';
  const read = await parseForm(request, Pressed);
  if (!read.ok) return { ...badInput(read.problems, read.typed).data, opened: undefined };
  const said = (words: string) => redirectSaying(request, links.outbox(programme.id), words);
  switch (read.value.intent) {
    case 'open': {
      const base = publicAddress(request, '/');
      const demonstration = authority.isDemonstration;
      const opened = await openMessage(person, programme, id, { base, demonstration });
      return { problems: [], typed: {}, opened };
    }
    case 'again':
      await sendAgain(person, programme, id);
      return said('The message waits to be sent again.');
    case 'cancel':
      await settleByHand(person, programme, id, 'cancelled');
      return said('The message is not sent.');
    case 'passed-on':
      await settleByHand(person, programme, id, 'passed-on');
      return said('It is noted that you passed the message on.');
  }
});

export default function Message() {
  const answer = useActionData<typeof action>();
  return <MessagePage {...useLoaderData<typeof loader>()} opened={answer?.opened} />;
}
