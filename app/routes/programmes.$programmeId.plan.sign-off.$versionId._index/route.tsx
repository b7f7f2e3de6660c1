import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { Conflict } from '#app/people/errors.ts';
import { DecideForm } from '#app/plan/versions/forms.ts';
import { decideOnVersion } from '#app/plan/versions/put-up.server.ts';
import { readVersion } from '#app/plan/versions/read-versions.server.ts';
import { VersionPage } from '#app/plan/versions/VersionPage.tsx';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('A version of the plan');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { putUpBy, ...version } = await readVersion(programme, params['versionId'] ?? '');
  const own = {
    yes: false as const,
    reason: 'You put this version up: somebody else approves it or sends it back.',
  };
  return {
    programmeId: programme.id,
    version,
    checkAt: publicAddress(request, links.checkSeal()),
    mayApprove: putUpBy === person.id ? own : can(person, 'plan.approve', programme),
    mayWithdraw: can(person, 'plan.edit', programme),
    mayExport: can(person, 'plan.export', programme),
  };
});

const SAID = {
  approve: 'This version is approved. Its seal is printed on it.',
  return: 'This version was sent back.',
  withdraw: 'This version is withdrawn.',
} as const;

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const versionId = params['versionId'] ?? '';
  const read = await parseForm(request, DecideForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    await decideOnVersion(person, programme, versionId, read.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'main', message: error.message }], read.typed);
  }
  const to = links.planVersion(programme.id, versionId);
  return redirectSaying(request, to, SAID[read.value.intent]);
});

export default function Version() {
  return (
    <VersionPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
  );
}
