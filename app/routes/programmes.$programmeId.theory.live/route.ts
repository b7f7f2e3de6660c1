import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { eventStream } from '#app/http/event-stream.server.ts';
import { parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { NotAllowed, NotFound } from '#app/people/errors.ts';
import { followTheory, sayWhere } from '#app/theory/live/follow-theory.server.ts';

const Id = z.string().min(1).max(80);
const SayForm = z.object({
  theoryId: Id,
  visit: Id,
  at: z.string().max(80),
  typing: z.string().max(200),
});

/** What is changed in a theory and who is there, as it happens: followed by an open canvas. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const asked = new URL(request.url).searchParams;
  const place = {
    programmeId: programme.id,
    theoryId: asked.get('theory') ?? '',
    visit: (asked.get('visit') ?? '').slice(0, 80),
  };
  // After a break the browser says which event it had last.
  const since = Number(request.headers.get('Last-Event-ID') ?? asked.get('since'));
  const begin = await followTheory(person, place, Number.isSafeInteger(since) ? since : 0);
  const stillMay = () =>
    requireProgramme(request, params).then(
      () => true,
      (thrown: unknown) => {
        // To be sent to sign in is an answer, and so is a refusal; a database that is away is none.
        const answer =
          thrown instanceof Response || thrown instanceof NotAllowed || thrown instanceof NotFound;
        if (answer) return false;
        throw thrown;
      },
    );
  return eventStream(request, (line) => begin({ ...line, stillMay }));
});

/** Where somebody is in a theory and what they are typing: said by an open canvas. */
export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const read = await parseForm(request, SayForm);
  if (!read.ok) return Response.json({ problems: read.problems }, { status: 422 });
  const { theoryId, visit, at, typing } = read.value;
  const place = { programmeId: programme.id, theoryId, visit };
  const where = { at: at === '' ? null : at, typing: typing === '' ? null : typing };
  return Response.json({ people: await sayWhere(person, place, where) });
});
