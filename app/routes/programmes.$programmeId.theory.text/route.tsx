import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useActionData, useLoaderData } from '@remix-run/react';
import { useCallback, useState } from 'react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links, type TheoryLook } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import { insistedOn, stamped } from '#app/theory/box-form.ts';
import { lookedAt } from '#app/theory/looked-at.ts';
import { operationsOfText, TextForm } from '#app/theory/text/text-form.ts';
import { TextPage } from '#app/theory/text/TextPage.tsx';
import { useCaret } from '#app/theory/text/useCaret.tsx';
import { marksOf, writeText } from '#app/theory/text/write-text.ts';
import { ONLY_READ } from '#app/theory/history/moment.ts';
import { shownTheory } from '#app/theory/history/read-moment.server.ts';
import { TheoryHead } from '#app/theory/TheoryHead.tsx';
import { ErrorSummary } from '#app/ui/Form.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';
import { newId } from '#db/ids.ts';
import { theStore } from '#db/store.server.ts';
import { lastChange, theoryById } from '#db/theory.ts';

// With script the caret stands where something was selected; everything works without.
export const handle = { script: true };
export const meta = () => titleOf('Theory of change: text');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const seen = await shownTheory(read, programme, lookedAt(request.url));
  if (seen === undefined) throw redirect(links.startTheory(programme.id));
  const { theory, moment } = seen;
  const may = can(person, 'theory.edit', programme);
  const marks = marksOf(theory);
  return {
    programmeId: programme.id,
    theory,
    look: lookedAt(request.url),
    text: writeText(theory, marks),
    marks: Object.fromEntries([...marks].map(([id, mark]) => [mark, id])),
    mark: newId(),
    last: await lastChange(read, programme.authorityId, theory.id),
    moment,
    readOnly: moment !== null ? ONLY_READ : may.yes ? null : may.reason,
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, TextForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const form = read.value;
  const found = await theoryById(theStore().read, programme.authorityId, form.theoryId);
  if (found?.programmeId !== programme.id) throw new NotFound('theory of change');
  const asked =
    form.intent === 'save'
      ? operationsOfText(form, found.theory)
      : { operations: insistedOn(form), lines: [] };
  if ('problems' in asked) {
    const named = asked.problems.map(({ line, message }) => `Line ${line}: ${message}`);
    return badInput(
      named.map((message) => ({ field: 'text', message })),
      read.typed,
    );
  }
  const sent = stamped(form.mark, asked.operations);
  const reply = await applyOperations(person, programme.id, {
    theoryId: form.theoryId,
    baseSequence: form.base,
    sent,
    // The page goes on from the text that it showed: nothing of the text is saved before all can be.
    whole: form.intent === 'save',
  });
  const problems = reply.refused.map(({ clientOpId, message }) => {
    const line = asked.lines[sent.findIndex((each) => each.clientOpId === clientOpId)];
    return { field: 'text', message: line ? `Line ${line}: ${message}` : message };
  });
  if (problems.length > 0) return badInput(problems, read.typed);
  if (reply.conflicts.length > 0) {
    return { problems: [], typed: read.typed, conflicts: reply.conflicts };
  }
  const count = asked.operations.length;
  const said = count === 0 ? 'Nothing was changed.' : `${many(count, 'change')} saved.`;
  const to = links.theoryView(programme.id, 'text', lookedAt(request.url));
  return redirectSaying(request, to, said);
});

export default function TheoryAsText() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [look, setLook] = useState<TheoryLook>(page.look);
  const onSelect = useCallback((box: string) => setLook(({ part, at }) => ({ part, at, box })), []);
  useCaret(page.marks, page.look.box, onSelect);
  return (
    <>
      <ErrorSummary problems={answer?.problems} />
      <TheoryHead {...page} title={page.theory.title} view="text" look={look} />
      <TextPage {...page} mayEdit={page.readOnly === null} answer={answer} />
    </>
  );
}
