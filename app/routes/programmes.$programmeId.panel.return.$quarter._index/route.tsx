import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { showReturn } from '#app/panel/participation/show-return.server.ts';
import { quarterNamed, sayQuarter } from '#app/panel/participation/quarters.ts';
import { Answers } from '#app/panel/participation/return.ts';
import { ReturnPage } from '#app/panel/participation/ReturnPage.tsx';
import {
  beginAgain,
  saveAnswers,
  submitReturn,
} from '#app/panel/participation/run-return.server.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';

interface MetaArgs {
  params: { quarter?: string | undefined };
}

export const meta = ({ params }: MetaArgs) => {
  const quarter = quarterNamed(params.quarter ?? '');
  return titleOf(quarter ? `Participation return, ${sayQuarter(quarter)}` : 'Participation return');
};

function quarterOfUrl(params: { quarter?: string | undefined }) {
  const quarter = quarterNamed(params.quarter ?? '');
  if (!quarter) throw new NotFound('quarter');
  return quarter;
}

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.see');
  const number = Number(new URL(request.url).searchParams.get('number')) || null;
  return showReturn(person, programme, quarterOfUrl(params), number);
});

const version = z.coerce.number().int().min(0);
const Change = z.discriminatedUnion('intent', [
  Answers.extend({ intent: z.literal('answers'), version }),
  z.object({ intent: z.literal('submit'), version }),
  z.object({ intent: z.literal('again') }),
]);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.see');
  const quarter = quarterOfUrl(params);
  const read = await parseForm(request, Change);
  if (!read.ok) return badInput(read.problems, read.typed);
  const here = links.participationReturn(programme.id, quarter);
  try {
    switch (read.value.intent) {
      case 'answers': {
        const { intent: _, version: seen, ...answers } = read.value;
        await saveAnswers(person, programme, quarter, seen, answers);
        return redirectSaying(request, here, 'Your answers are kept.');
      }
      case 'submit': {
        const errors = await submitReturn(person, programme, quarter, read.value.version);
        if (errors.length > 0) {
          return badInput(errors.map(({ line, message }) => ({ field: line, message })));
        }
        return redirectSaying(request, here, 'The return is recorded as submitted.');
      }
      case 'again':
        await beginAgain(person, programme, quarter);
        return redirectSaying(
          request,
          here,
          'A new version is begun. The old one stays as it was.',
        );
    }
  } catch (error) {
    // What was typed is shown again beside how it stands now.
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'main', message: error.message }], read.typed);
  }
});

export default function QuartersReturn() {
  const answer = useActionData<typeof action>();
  return <ReturnPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
