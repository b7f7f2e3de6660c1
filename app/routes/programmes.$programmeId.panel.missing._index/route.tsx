import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { gapsOf } from '#app/panel/missing/panel-missing.ts';
import { PanelMissing } from '#app/panel/missing/PanelMissing.tsx';
import { readPanelMissing } from '#app/panel/missing/read-panel-missing.server.ts';
import { can } from '#app/people/can.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Who is missing on the panel');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const found = await readPanelMissing(programme, can(person, 'panel.see', programme).yes);
  return {
    programmeId: programme.id,
    ...found,
    gaps: gapsOf(found.ways),
    mayManage: can(person, 'panel.manage', programme),
  };
});

export default function Missing() {
  return <PanelMissing {...useLoaderData<typeof loader>()} />;
}
