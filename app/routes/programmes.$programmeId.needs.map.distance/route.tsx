import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { areaSettings } from '#app/needs/areas/settle-areas.server.ts';
import { decideAreas, withdrawDecisions } from '#app/needs/maps/decide-areas.server.ts';
import { DecisionForm, WithdrawForm } from '#app/needs/maps/decisions.ts';
import { distancePage } from '#app/needs/maps/distance-page.server.ts';
import { DistanceView } from '#app/needs/maps/DistanceView.tsx';
import { MapNav, sourceOf } from '#app/needs/maps/MapNav.tsx';
import { can } from '#app/people/can.ts';
import { ErrorSummary } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';

const Intents = z.discriminatedUnion('intent', [
  DecisionForm.extend({ intent: z.literal('decide') }),
  WithdrawForm.extend({ intent: z.literal('withdraw') }),
]);

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, authority, programme } = await requireProgramme(request, params);
  const query = new URL(request.url).searchParams;
  const { reachMetres } = await areaSettings(programme);
  const km = Number((query.get('km') ?? '').replace(',', '.'));
  const metres = km >= 0.1 && km <= 50 ? Math.round(km * 1000) : reachMetres;
  const to = query.get('to') === 'all' ? 'all' : 'hub';
  return {
    programmeId: programme.id,
    page: await distancePage(programme, to, metres),
    source: sourceOf(authority),
    mayEdit: can(person, 'needs.edit', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'needs.edit');
  const form = await parseForm(request, Intents);
  if (!form.ok) return badInput(form.problems, form.typed);
  const back = `${links.areaDistance(programme.id)}${new URL(request.url).search}`;
  const { areas } = form.value;
  switch (form.value.intent) {
    case 'decide': {
      const { instead, because } = form.value;
      const decided = await decideAreas(person, programme, areas, { instead, because });
      return redirectSaying(request, back, `Decided for ${many(decided, 'area')}.`);
    }
    case 'withdraw':
      await withdrawDecisions(person, programme, areas);
      return redirectSaying(request, back, `${many(areas.length, 'area')} open again.`);
  }
});

export const meta = () => titleOf('Distance to a hub');

export default function AreaDistance() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs trail={[{ href: links.needs(data.programmeId), words: 'Needs' }]} />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Distance to a hub</Heading>
      <MapNav programmeId={data.programmeId} here="distance" />
      <DistanceView {...data} answer={answer} />
    </>
  );
}
