import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { quarterNamed, sayQuarter } from '#app/plan/outcomes/quarters.ts';
import { ReturnChange } from '#app/plan/outcomes/reach/bring-form.ts';
import { ReachReturnPage } from '#app/plan/outcomes/reach/ReachReturnPage.tsx';
import {
  correctReach,
  noteReturn,
  submitReach,
  takeOutSite,
} from '#app/plan/outcomes/reach/run-reach.server.ts';
import { showReach } from '#app/plan/outcomes/reach/show-reach.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = ({ params }: { params: { quarter?: string | undefined } }) => {
  const quarter = quarterNamed(params.quarter ?? '');
  return titleOf(quarter ? `Reach return, ${sayQuarter(quarter)}` : 'Reach return');
};

function quarterOfUrl(params: { quarter?: string | undefined }) {
  const quarter = quarterNamed(params.quarter ?? '');
  if (!quarter) throw new NotFound('quarter');
  return quarter;
}

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'measures.enter');
  const number = Number(new URL(request.url).searchParams.get('number')) || null;
  return showReach(programme, quarterOfUrl(params), number);
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'measures.enter');
  const quarter = quarterOfUrl(params);
  const read = await parseForm(request, ReturnChange);
  if (!read.ok) return badInput(read.problems, read.typed);
  const here = links.reachReturn(programme.id, quarter);
  const { value } = read;
  try {
    switch (value.intent) {
      case 'note': {
        const given = { note: value.note, seen: value.version };
        const kept = await noteReturn(person, programme, quarter, given);
        if (kept.outcome === 'changed-meanwhile') {
          const { note, version } = kept.theirs;
          const message = 'Somebody else changed this return first: compare, and keep yours again';
          const problems = [{ field: 'note', message }];
          return data({ problems, typed: read.typed, theirs: { note, version } }, { status: 409 });
        }
        return redirectSaying(request, here, 'The note is kept.');
      }
      case 'take-out':
        await takeOutSite(person, programme, quarter, { name: value.site, seen: value.version });
        return redirectSaying(request, here, `The counts of ${value.site} are taken out.`);
      case 'submit': {
        const errors = await submitReach(person, programme, quarter, value.version);
        if (errors.length > 0) {
          return badInput(errors.map(({ message }) => ({ field: 'checks', message })));
        }
        return redirectSaying(request, here, 'The return is submitted, and stays as it is.');
      }
      case 'again':
        await correctReach(person, programme, quarter, value.why);
        return redirectSaying(request, here, 'A new version is begun. The old one stays.');
    }
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'note', message: error.message }], read.typed);
  }
});

export default function QuartersReach() {
  const answer = useActionData<typeof action>();
  return <ReachReturnPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
