import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { reachOf, shownHeads } from '#app/survey/listening/listening.ts';
import { ListeningHome } from '#app/survey/listening/ListeningHome.tsx';
import { takeOutEvent } from '#app/survey/listening/run-listening.server.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { listeningEventsOf, notesByEvent } from '#db/listening.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Listening exercises');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const where = [programme.authorityId, programme.id] as const;
  const events = await listeningEventsOf(read, ...where);
  const takenOut = await listeningEventsOf(read, ...where, 'taken-out');
  const notes = await notesByEvent(read, ...where);
  return {
    programmeId: programme.id,
    events: events.map(({ id, kind, title, place, heldOn, heads }) => ({
      id,
      kind,
      title,
      place,
      heldOn,
      heads: shownHeads(heads),
      notes: notes.get(id) ?? 0,
    })),
    takenOut: takenOut.map(({ id, title, heldOn }) => ({ id, title, heldOn })),
    reach: reachOf(events),
    mayEdit: can(person, 'listening.edit', programme),
    mayRead: can(person, 'answers.read', programme),
  };
});

const Change = z.object({ intent: z.literal('put-back'), eventId: z.string() });

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'listening.edit');
  const form = await parseForm(request, Change);
  if (!form.ok) return badInput(form.problems, form.typed);
  await takeOutEvent(person, programme, form.value.eventId, false);
  return redirectSaying(request, links.listening(programme.id), 'The exercise is put back.');
});

export default function Listening() {
  return <ListeningHome {...useLoaderData<typeof loader>()} />;
}
