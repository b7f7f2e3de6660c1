import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { quarterNamed } from '#app/plan/outcomes/quarters.ts';
import { ALL_SITES, stateOf } from '#app/plan/outcomes/reach/reach.ts';
import { keepSite } from '#app/plan/outcomes/reach/run-reach.server.ts';
import { showSite, siteOf } from '#app/plan/outcomes/reach/show-reach.server.ts';
import { readSite } from '#app/plan/outcomes/reach/site-form.ts';
import { SitePage } from '#app/plan/outcomes/reach/SitePage.tsx';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Counts of a site');

function asked(request: Request, params: { quarter?: string | undefined }) {
  const quarter = quarterNamed(params.quarter ?? '');
  if (!quarter) throw new NotFound('quarter');
  return { quarter, siteId: new URL(request.url).searchParams.get('site') ?? 'all' };
}

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'measures.enter');
  const { quarter, siteId } = asked(request, params);
  const { counts: _, ...page } = await showSite(programme, quarter, siteId);
  return page;
});

const Fields = z.looseObject({ seen: z.string().default('') });

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'measures.enter');
  const { quarter, siteId } = asked(request, params);
  const form = await parseForm(request, Fields);
  if (!form.ok) return badInput(form.problems, form.typed);
  const site = await siteOf(programme, siteId);
  const { counts: there } = await showSite(programme, quarter, siteId);
  const typed = Object.fromEntries(
    Object.entries(form.typed).map(([field, words]) => [field, [words].flat()[0] ?? '']),
  );
  const read = readSite(typed, site, there);
  if (!read.ok) return badInput(read.problems, form.typed);
  try {
    const kept = await keepSite(person, programme, quarter, site, read.counts, form.value.seen);
    if (kept.outcome === 'changed-meanwhile') {
      const message = 'Somebody else entered counts here first: compare, and keep yours again';
      const problems = [{ field: 'users', message }];
      const { theirs } = kept;
      return data({ problems, typed: form.typed, theirs, seen: stateOf(theirs) }, { status: 409 });
    }
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'users', message: error.message }], form.typed);
  }
  const name = site.name === '' ? ALL_SITES : site.name;
  const back = links.reachReturn(programme.id, quarter);
  return redirectSaying(request, back, `The counts of ${name} are kept.`);
});

export default function Site() {
  const answer = useActionData<typeof action>();
  return <SitePage {...useLoaderData<typeof loader>()} answer={answer} />;
}
