import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { addNeed } from '#app/needs/register/change-need.server.ts';
import { readSource } from '#app/needs/finding-source.ts';
import { lookUpFinding } from '#app/needs/look-up-finding.server.ts';
import { NeedForm, suggestedNeed } from '#app/needs/register/need.ts';
import { NewNeed } from '#app/needs/register/NewNeed.tsx';
import { findingDigest, takeFinding } from '#app/needs/take-finding.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { needsOf } from '#db/needs.ts';
import { theStore } from '#db/store.server.ts';

const seen = z.string().length(64).optional();
const NewNeedForm = z.discriminatedUnion('intent', [
  NeedForm.extend({ intent: z.literal('add'), seen }),
  z.object({
    intent: z.literal('support'),
    seen,
    needId: z.string('Select the need that it supports').min(1, 'Select the need that it supports'),
  }),
]);

const sourceOf = (request: Request) =>
  readSource(Object.fromEntries(new URL(request.url).searchParams));

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'needs.edit');
  const source = sourceOf(request);
  const finding = source && (await lookUpFinding(programme, source));
  const needs = await needsOf(theStore().read, programme.authorityId, programme.id);
  return {
    programmeId: programme.id,
    isGone: source !== null && finding === null,
    finding: finding && { kind: finding.kind, sentence: finding.sentence },
    seen: finding ? findingDigest(finding) : null,
    suggested: finding ? suggestedNeed(finding, programme.places) : null,
    needs: needs.map(({ id, statement }) => ({ id, statement })),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'needs.edit');
  const read = await parseForm(request, NewNeedForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { value, form } = read;
  const source = sourceOf(request);
  if (source === null) {
    if (value.intent === 'support') throw new NotFound('finding');
    const needId = await addNeed(person, programme, NeedForm.parse(value));
    const said = 'The need is in the register. Put evidence behind it next.';
    return redirectSaying(request, links.need(programme.id, needId), said);
  }
  const supports =
    value.intent === 'support' ? { needId: value.needId } : { need: NeedForm.parse(value) };
  const taken = await takeFinding(person, programme, source, supports, value.seen ?? '');
  if (!taken.ok) {
    return badInput([{ field: 'finding', message: changedSince(taken.now) }], wordsIn(form));
  }
  const said =
    value.intent === 'support'
      ? 'The finding stands behind this need.'
      : 'The need is in the register, with the finding behind it.';
  return redirectSaying(request, links.need(programme.id, taken.needId), said);
});

function changedSince(now: { sentence: string } | null): string {
  return now === null
    ? 'This finding may not be shown any more. Go back to its source'
    : 'The figures changed while you were writing. Read the finding as it is now, correct the need, and save again';
}

function wordsIn(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

export const meta = () => titleOf('Add a need');

export default function NewNeedPage() {
  return <NewNeed {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
