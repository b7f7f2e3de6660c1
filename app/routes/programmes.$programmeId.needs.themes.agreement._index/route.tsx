import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can, type Role } from '#app/people/can.ts';
import { Conflict } from '#app/people/errors.ts';
import { FEWEST, startSecondCoding } from '#app/themes/second-coding.server.ts';
import { SecondHome } from '#app/themes/SecondPages.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { itemsOf, samplesOf } from '#db/second-coding.ts';
import { peopleOf } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const { authorityId, id } = programme;
  const samples = await samplesOf(read, authorityId, id);
  const items = await itemsOf(
    read,
    authorityId,
    samples.map((sample) => sample.id),
  );
  const people = await peopleOf(read, authorityId);
  const names = new Map(people.map((one) => [one.id, one.name]));
  return {
    programmeId: id,
    samples: samples.map((sample) => {
      const own = items.filter(({ sampleId }) => sampleId === sample.id);
      return {
        id: sample.id,
        coder: names.get(sample.coderId) ?? 'Somebody who has left',
        at: sample.startedAt,
        done: own.filter(({ secondThemes }) => secondThemes !== null).length,
        size: own.length,
      };
    }),
    coders: people
      .filter((one) => one.closedAt === null)
      .filter((one) => can({ ...one, role: one.role as Role }, 'themes.edit', programme).yes)
      .map((one) => ({ id: one.id, name: one.name })),
    mayEdit: can(person, 'themes.edit', programme),
  };
});

const DrawForm = z.object({
  coder: z.string('Select the second coder').min(1, 'Select the second coder').max(64),
  size: z.coerce
    .number('Enter how many comments, as a number')
    .int('Enter how many comments, as a whole number')
    .min(FEWEST, `Draw at least ${FEWEST} comments`)
    .max(1000, 'Draw 1,000 comments at most'),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'themes.edit');
  const read = await parseForm(request, DrawForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { coder, size } = read.value;
  try {
    const id = await startSecondCoding(person, programme, coder, size);
    const said = 'The sample is drawn.';
    return redirectSaying(request, links.secondSample(programme.id, id), said);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'coder', message: error.message }], read.typed);
  }
});

export const meta = () => titleOf('Do two coders agree?');

export default function Second() {
  return <SecondHome {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
