import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { AgendaChange, minutesLeft, timed } from '#app/panel/meetings/agenda.ts';
import { AgendaPage } from '#app/panel/meetings/AgendaPage.tsx';
import {
  changeAgenda,
  drawAgenda,
  publishPapers,
  takePapersBack,
} from '#app/panel/meetings/change-agenda.server.ts';
import { minutesBetween } from '#app/panel/meetings/clock.ts';
import { checkPaper } from '#app/panel/meetings/paper-check.ts';
import { can, type Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf, many } from '#app/ui/words.ts';
import { agendaOf, meetingById } from '#db/meetings.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { dislikedWordsOf } from '#db/survey-edits.ts';
import { councilJargon } from '#templates/words/index.ts';

export const meta = () => titleOf('Agenda and papers');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const { authorityId, id: programmeId } = programme;
  const meeting = await meetingById(read, authorityId, programmeId, params['meetingId'] ?? '');
  if (!meeting) throw new NotFound('meeting');
  const items = await agendaOf(read, authorityId, meeting.id);
  const lists = { jargon: councilJargon.words, disliked: await dislikedWordsOf(read, authorityId) };
  const lasts = minutesBetween(meeting.heldOn, meeting.startsAt, meeting.endsAt) ?? 0;
  return {
    programmeId,
    meeting,
    items: timed(items, meeting.startsAt).map((item) => ({
      ...item,
      notes: checkPaper([item.title, item.paper], lists).notes,
    })),
    left: minutesLeft(items, lasts),
    check: checkPaper(
      items.flatMap(({ title, paper }) => [title, paper]),
      lists,
    ),
    changing: new URL(request.url).searchParams.get('change'),
    mayManage: can(person, 'panel.manage', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const id = params['meetingId'] ?? '';
  const read = await parseForm(request, AgendaChange);
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    const said = await apply(person, programme, id, read.value);
    return redirectSaying(request, links.meetingAgenda(programme.id, id), said);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'main', message: error.message }], read.typed);
  }
});

/** Does what was asked, and says what was done. */
async function apply(
  person: Person,
  programme: Programme,
  id: string,
  change: AgendaChange,
): Promise<string> {
  const step = (what: Parameters<typeof changeAgenda>[3]) =>
    changeAgenda(person, programme, id, what);
  switch (change.intent) {
    case 'add': {
      const { intent: _, ...fields } = change;
      await step({ do: 'add', fields });
      return 'The item is on the agenda.';
    }
    case 'change': {
      const { intent: _, itemId, ...fields } = change;
      await step({ do: 'change', id: itemId, fields });
      return 'The item is changed.';
    }
    case 'remove':
      await step({ do: 'remove', id: change.itemId });
      return 'The item is off the agenda.';
    case 'up':
    case 'down':
      await step({ do: 'move', id: change.itemId, by: change.intent === 'up' ? -1 : 1 });
      return 'The item is moved.';
    case 'draw': {
      const drawn = await drawAgenda(person, programme, id, dayOf(new Date()));
      return drawn === 0
        ? 'Everything that is open is on the agenda already.'
        : `${many(drawn, 'item is', 'items are')} drawn onto the agenda.`;
    }
    case 'publish':
      await publishPapers(person, programme, id);
      return 'Members can read agenda and papers.';
    case 'take-back':
      await takePapersBack(person, programme, id);
      return 'Members cannot read the papers any more.';
  }
}

export default function Agenda() {
  const answer = useActionData<typeof action>();
  return <AgendaPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
