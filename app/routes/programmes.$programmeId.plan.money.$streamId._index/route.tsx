import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { NotFound } from '#app/people/errors.ts';
import {
  editFundingStream,
  removeFundingStream,
} from '#app/plan/money/keep-funding-stream.server.ts';
import { StreamIntent, streamDifferences, streamToType } from '#app/plan/money/stream-form.ts';
import { yearsBetween } from '#app/plan/money/years.ts';
import { StreamPage } from '#app/plan/money/StreamPage.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { streamsOf } from '#db/money.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Funding stream');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'plan.edit');
  const streams = await streamsOf(theStore().read, programme.authorityId, programme.id);
  const stream = streams.find(({ id }) => id === params['streamId']);
  if (!stream) throw new NotFound('funding stream');
  const { name, version } = stream;
  const years = yearsBetween(programme.startsOn, programme.endsOn);
  return { programmeId: programme.id, name, version, years, values: streamToType(stream) };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const streamId = params['streamId'] ?? '';
  const read = await parseForm(request, StreamIntent);
  if (!read.ok) return badInput(read.problems, read.typed);
  if (read.value.intent === 'remove') {
    const { name } = await removeFundingStream(person, programme.id, streamId);
    return redirectSaying(request, links.money(programme.id), `“${name}” is removed.`);
  }
  const kept = await editFundingStream(person, programme.id, streamId, read.value);
  if (kept.outcome === 'saved') {
    return redirectSaying(request, links.money(programme.id), 'The stream is saved.');
  }
  const message = 'Somebody else saved this stream first: compare, and save again';
  const problems = [{ field: 'name', message }];
  const differences = streamDifferences(read.value, kept.theirs);
  const { version } = kept.theirs;
  return data({ problems, typed: read.typed, differences, version }, { status: 409 });
});

export default function StreamRoute() {
  return (
    <StreamPage page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
  );
}
