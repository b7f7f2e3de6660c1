import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { readDifference } from '#app/theory/history/compare.server.ts';
import { DifferenceTables } from '#app/theory/history/ComparePage.tsx';
import { differenceInWords, differenceTables } from '#app/theory/history/difference-rows.ts';
import { goBack } from '#app/theory/history/go-back.server.ts';
import { restoring } from '#app/theory/history/restoring.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('Go back to an earlier theory');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'theory.edit');
  const { read } = theStore();
  const theory = await theoryOfProgramme(read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  const key = new URL(request.url).searchParams.get('to') ?? '';
  const asked = { from: 'now', to: key === '' ? 'now' : key };
  const { to, difference } = await readDifference(read, programme.authorityId, theory, asked);
  return {
    programmeId: programme.id,
    theoryId: theory.id,
    title: theory.title,
    seen: theory.sequence,
    sequence: to.theory.sequence,
    words: to.words,
    changes: restoring(theory, to.theory).length,
    summary: differenceInWords(difference),
    tables: differenceTables(theory, to.theory, difference),
  };
});

const BackForm = z.object({
  theoryId: z.string().min(1),
  sequence: z.coerce.number().int().min(0),
  seen: z.coerce.number().int().min(0),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, BackForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const went = await goBack(person, programme.id, read.value);
  if ('since' in went) {
    const message =
      'Somebody has changed the theory since this page was loaded. Read again what would change.';
    return badInput([{ field: 'what-changes', message }]);
  }
  const left = went.left.length === 0 ? '' : ` Not all of it came back: ${went.left.join(' ')}`;
  const said = `The theory is as it was: ${many(went.changes, 'change')}. “Take back my last change” brings back what it was before.${left}`;
  return redirectSaying(request, links.theoryHistory(programme.id), said);
});

export default function GoBack() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        trail={[{ href: links.theoryHistory(page.programmeId), words: 'History of the theory' }]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={page.title}>Go back to {page.words}</Heading>
      <p className="govuk-body">
        Nothing is lost by this: what was done since stays in the history, and going back is a
        change like any other. One press takes it back.
      </p>
      <h2 className="govuk-heading-m" id="what-changes" tabIndex={-1}>
        What would change
      </h2>
      <p className="govuk-body">
        {page.changes > 0 && page.summary === 'Nothing differs.'
          ? 'Only where boxes stand.'
          : page.summary}
      </p>
      <DifferenceTables tables={page.tables} />
      {page.changes === 0 ? null : (
        <Form>
          <input type="hidden" name="theoryId" value={page.theoryId} />
          <input type="hidden" name="sequence" value={page.sequence} />
          <input type="hidden" name="seen" value={page.seen} />
          <Button kind="warning">Go back to this</Button>
        </Form>
      )}
    </>
  );
}
