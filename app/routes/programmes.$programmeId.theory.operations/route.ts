import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { plainTexts } from '#app/http/plain-text.ts';
import { NotFound } from '#app/people/errors.ts';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import { readArriving } from '#app/theory/arriving.ts';
import { theStore } from '#db/store.server.ts';
import { operationsSince, theoryById } from '#db/theory.ts';

const TOO_MUCH = 'These are too many changes at once. Make them in several steps.';

/** What the canvas sends; it sends a few hundred operations at once at most. */
const SaveForm = z.object({
  theoryId: z.string().min(1).max(80),
  base: z.coerce.number().int().min(0),
  operations: z
    .string()
    .max(4_000_000, TOO_MUCH)
    .transform((text, context) => {
      try {
        return plainTexts(JSON.parse(text) as unknown);
      } catch {
        context.addIssue('The operations are not JSON');
        return z.NEVER;
      }
    })
    .pipe(z.array(z.unknown()).max(5_000, TOO_MUCH))
    .transform((all, context) => {
      const read = readArriving(all);
      if (read !== null) return read;
      context.addIssue('The operations are none of ours');
      return z.NEVER;
    }),
});

/** What is new since a sequence: asked for by an open canvas. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const asked = new URL(request.url).searchParams;
  const theoryId = asked.get('theory') ?? '';
  const { read } = theStore();
  const found = await theoryById(read, programme.authorityId, theoryId);
  if (found?.programmeId !== programme.id) throw new NotFound('theory of change');
  const number = Number(asked.get('since') ?? 0);
  const since = Number.isSafeInteger(number) ? number : 0;
  const steps = await operationsSince(read, programme.authorityId, theoryId, since);
  return Response.json({
    steps: steps.map(({ sequence, clientOpId, operation, personName }) => ({
      sequence,
      clientOpId,
      operation,
      personName,
    })),
    settled: [],
    conflicts: [],
    refused: [],
  });
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, SaveForm);
  if (!read.ok) return Response.json({ problems: read.problems }, { status: 422 });
  const { theoryId, base, operations } = read.value;
  const { sent, refused } = operations;
  const arriving = { theoryId, baseSequence: base, sent };
  const reply = await applyOperations(person, programme.id, arriving);
  return Response.json({ ...reply, refused: [...refused, ...reply.refused] });
});
