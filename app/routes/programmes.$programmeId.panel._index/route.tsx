import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { gapsOf } from '#app/panel/missing/panel-missing.ts';
import { readPanelMissing } from '#app/panel/missing/read-panel-missing.server.ts';
import { nextMeeting, panelHome } from '#app/panel/panel-home.ts';
import { panelRooms } from '#app/panel/panel-rooms.ts';
import { panelWaits } from '#app/panel/panel-waits.server.ts';
import { PanelHome } from '#app/panel/PanelHome.tsx';
import { can } from '#app/people/can.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { consultationsOf } from '#db/consultations.ts';
import { meetingsOf } from '#db/meetings.ts';
import { membersOf } from '#db/panel.ts';
import { callsOf } from '#db/recruitment.ts';
import { theStore } from '#db/store.server.ts';
import { themesOf } from '#db/themes.ts';

export const meta = () => titleOf('Parent carer panel');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const where = [programme.authorityId, programme.id] as const;
  const panel = {
    members: await membersOf(read, ...where),
    consultations: await consultationsOf(read, ...where),
    themes: await themesOf(read, ...where),
  };
  const maySee = can(person, 'panel.see', programme);
  const today = dayOf(new Date());
  const calls = await callsOf(read, ...where);
  return {
    programmeId: programme.id,
    home: panelHome(panel, today, maySee.yes),
    gaps: gapsOf((await readPanelMissing(programme, maySee.yes)).ways),
    openCall: calls.find(({ closesOn }) => closesOn >= today)?.id ?? null,
    meeting: nextMeeting(await meetingsOf(read, ...where, null), today),
    waits: await panelWaits(person, programme, today),
    rooms: panelRooms(programme.id).filter(({ may }) => !may || can(person, may, programme).yes),
    maySee,
    mayManage: can(person, 'panel.manage', programme),
  };
});

export default function Panel() {
  return <PanelHome {...useLoaderData<typeof loader>()} />;
}
