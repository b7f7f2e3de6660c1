import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { removeNeed, setNotNow } from '#app/needs/register/change-need.server.ts';
import { NotNowForm } from '#app/needs/register/need.ts';
import { NeedPage } from '#app/needs/register/NeedPage.tsx';
import { needWithEvidence } from '#app/needs/register/register.server.ts';
import { putEvidence } from '#app/needs/register/stand-behind.server.ts';
import { freshenEvidence } from '#app/needs/take-finding.server.ts';
import { barriersOfNeed } from '#app/needs/registers/read-register.server.ts';
import { can } from '#app/people/can.ts';
import { untieEnds } from '#app/thread/tie.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

const evidence = z.string('Select the evidence').min(1, 'Select the evidence').max(64);
const version = z.coerce.number().int();
const NeedActions = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('tie'), evidence }),
  z.object({ intent: z.literal('tie-against'), evidence }),
  z.object({ intent: z.literal('turn-for'), evidence }),
  z.object({ intent: z.literal('turn-against'), evidence }),
  z.object({ intent: z.literal('untie'), evidence }),
  z.object({ intent: z.literal('freshen'), evidence }),
  NotNowForm.extend({ intent: z.literal('not-now'), version }),
  z.object({ intent: z.literal('take-up'), version }),
  z.object({ intent: z.literal('remove') }),
]);

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const found = await needWithEvidence(programme, params['needId'] ?? '');
  return {
    programmeId: programme.id,
    ...found,
    barriers: await barriersOfNeed(programme, found.need.id),
    mayEdit: can(person, 'needs.edit', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'needs.edit');
  const read = await parseForm(request, NeedActions);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { value } = read;
  const needId = params['needId'] ?? '';
  const here = links.need(programme.id, needId);
  const ends = (id: string) =>
    ({ from: { kind: 'evidence', id }, to: { kind: 'need', id: needId } }) as const;
  switch (value.intent) {
    case 'tie':
    case 'turn-for':
      await putEvidence(person, programme, needId, value.evidence, 'for');
      return redirectSaying(request, here, 'The evidence stands behind this need.');
    case 'tie-against':
    case 'turn-against':
      await putEvidence(person, programme, needId, value.evidence, 'against');
      return redirectSaying(request, here, 'The evidence stands against this need.');
    case 'untie':
      await untieEnds(person, programme.id, ends(value.evidence));
      return redirectSaying(request, here, 'The evidence is taken away from this need.');
    case 'freshen':
      await freshenEvidence(person, programme, needId, value.evidence);
      return redirectSaying(request, here, 'The new figure stands behind this need.');
    case 'not-now':
      await setNotNow(person, programme, needId, value.version, value.notNowBecause);
      return redirectSaying(request, here, 'The need is put aside, with the reason.');
    case 'take-up':
      await setNotNow(person, programme, needId, value.version, '');
      return redirectSaying(request, here, 'The need is in play again.');
    case 'remove':
      await removeNeed(person, programme, needId);
      return redirectSaying(
        request,
        links.register(programme.id),
        'The need is taken out. It can be put back at the foot of this page.',
      );
  }
});

export const meta = () => titleOf('Need');

export default function Need() {
  return <NeedPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
