import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import {
  askedOf,
  countOutbox,
  sayChannel,
  sayKind,
  sayState,
  stateOf,
} from '#app/panel/post/outbox.ts';
import { Outbox } from '#app/panel/post/Outbox.tsx';
import { readOutbox, waysOut } from '#app/panel/post/run-outbox.server.ts';
import { can } from '#app/people/can.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { sayMoment } from '#app/ui/words.ts';

export const meta = () => titleOf('Messages');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme, authority } = await requireProgramme(request, params, 'panel.see');
  const asked = askedOf(new URL(request.url).searchParams);
  const { rows, found, page, pages, counts } = await readOutbox(person, programme, asked);
  const ways = waysOut(authority.isDemonstration);
  const channels = ways.map(({ channel }) => channel);
  const now = new Date();
  return {
    programmeId: programme.id,
    rows: rows.map(({ message, name }) => ({
      id: message.id,
      kind: sayKind(message.kind),
      name: name ?? 'Somebody who is not waiting any more',
      channel: sayChannel(message.channel),
      state: stateOf(message.state),
      says: sayState(message, channels, now),
      queued: sayMoment(message.queuedAt),
    })),
    found,
    asked: { ...asked, page },
    pages,
    counts: countOutbox(counts),
    ways: ways.map(({ called }) => called),
    mayManage: can(person, 'panel.manage', programme).yes,
  };
});

export default function Messages() {
  return <Outbox {...useLoaderData<typeof loader>()} />;
}
