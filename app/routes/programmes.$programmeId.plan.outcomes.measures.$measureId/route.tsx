import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { NotFound } from '#app/people/errors.ts';
import {
  keepNote,
  measureNamed,
  removeBenchmark,
  setBenchmark,
} from '#app/plan/outcomes/keep-outcomes.server.ts';
import { OutcomeChange, readBenchmark } from '#app/plan/outcomes/outcome-form.ts';
import { OutcomePage } from '#app/plan/outcomes/OutcomePage.tsx';
import { quarterNamed, sayQuarter } from '#app/plan/outcomes/quarters.ts';
import { showOutcome } from '#app/plan/outcomes/show-outcome.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Outcome');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const query = new URL(request.url).searchParams;
  const [file = '', ...figure] = (query.get('from') ?? '').split(' ');
  return showOutcome(
    person,
    programme,
    params['measureId'] ?? '',
    quarterNamed(query.get('quarter') ?? ''),
    { file, figure: figure.join(' '), area: query.get('area') ?? '' },
  );
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'measures.enter');
  const measureId = params['measureId'] ?? '';
  const read = await parseForm(request, OutcomeChange);
  if (!read.ok) return badInput(read.problems, read.typed);
  const here = links.outcome(programme.id, measureId);
  const { value } = read;
  switch (value.intent) {
    case 'note': {
      const quarter = quarterNamed(value.quarter);
      if (quarter === null) throw new NotFound('quarter');
      const kept = await keepNote(person, programme, measureId, quarter, value);
      if (kept.outcome === 'saved') {
        const there = `${here}?quarter=${quarter}`;
        return redirectSaying(request, there, `What it means in ${sayQuarter(quarter)} is kept.`);
      }
      const message = 'Somebody else wrote this first: compare, and keep it again';
      const problems = [{ field: 'means', message }];
      return data({ problems, typed: read.typed, theirs: kept.theirs }, { status: 409 });
    }
    case 'benchmark': {
      const { unit } = await measureNamed(programme, measureId);
      const figure = readBenchmark(value, unit);
      if (!figure.ok) return badInput(figure.problems, read.typed);
      const { kind, name, source } = value;
      await setBenchmark(person, programme, measureId, { kind, name, source, ...figure.figure });
      return redirectSaying(request, here, 'The figure stands beside ours.');
    }
    case 'remove-benchmark':
      await removeBenchmark(person, programme, measureId, value.benchmark);
      return redirectSaying(request, here, 'The figure is removed.');
  }
});

export default function Outcome() {
  const answer = useActionData<typeof action>();
  return <OutcomePage {...useLoaderData<typeof loader>()} answer={answer} />;
}
