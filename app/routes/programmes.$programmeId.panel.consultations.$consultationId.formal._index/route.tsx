import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { FormalPage } from '#app/panel/formal/FormalPage.tsx';
import { readFormal } from '#app/panel/formal/read-formal.server.ts';
import { can } from '#app/people/can.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('What a formal consultation has to show');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const formal = await readFormal(programme, params['consultationId'] ?? '');
  const { consultation, record, tests, undecided, corrections, held } = formal;
  return {
    programmeId: programme.id,
    consultation,
    state: held.state,
    record,
    tests,
    undecided,
    corrections,
    mayManage: can(person, 'panel.manage', programme),
  };
});

export default function Formal() {
  return <FormalPage {...useLoaderData<typeof loader>()} />;
}
