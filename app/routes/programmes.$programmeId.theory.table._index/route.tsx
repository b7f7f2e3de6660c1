import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import { insistedOn, stamped } from '#app/theory/box-form.ts';
import { doing, TableForm, wantedOfTable } from '#app/theory/table/table-form.ts';
import {
  lookAfter,
  pageAfter,
  placeOfField,
  tableHref,
  tableLook,
} from '#app/theory/table/table-look.ts';
import { TablePage } from '#app/theory/table/TablePage.tsx';
import { stepsOf, takeBack } from '#app/theory/take-back.server.ts';
import { lookedAt } from '#app/theory/looked-at.ts';
import { ONLY_READ } from '#app/theory/history/moment.ts';
import { shownTheory } from '#app/theory/history/read-moment.server.ts';
import { PartNote } from '#app/theory/PartNote.tsx';
import { viewOf } from '#app/theory/parts.ts';
import { TheoryHead } from '#app/theory/TheoryHead.tsx';
import { TheoryTable } from '#app/theory/TheoryTable.tsx';
import { theoryRows } from '#app/theory/words.ts';
import { ErrorSummary } from '#app/ui/Form.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { newId } from '#db/ids.ts';
import { theStore } from '#db/store.server.ts';
import { lastChange, theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('Theory of change: table');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const seen = await shownTheory(read, programme, lookedAt(request.url));
  if (seen === undefined) throw redirect(links.startTheory(programme.id));
  const { theory, moment } = seen;
  const may = can(person, 'theory.edit', programme);
  return {
    programmeId: programme.id,
    theory,
    look: tableLook(request.url),
    rows: may.yes && moment === null ? [] : theoryRows(viewOf(theory, lookedAt(request.url).part)),
    mark: newId(),
    ...(await stepsOf(read, person, theory.id)),
    last: await lastChange(read, programme.authorityId, theory.id),
    moment,
    readOnly: moment !== null ? ONLY_READ : may.yes ? null : may.reason,
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, TableForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const form = read.value;
  const look = tableLook(request.url);
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory?.id !== form.theoryId) throw new NotFound('theory of change');
  const asked =
    form.intent === 'rows'
      ? wantedOfTable(theory, form, read.typed)
      : { wanted: { operations: insistedOn(form), place: 'table', said: 'Your choice is saved.' } };
  if ('problems' in asked) return badInput(asked.problems, read.typed);
  const { operations, place, said } = asked.wanted;
  const does = form.intent === 'rows' ? { ...form, ...doing(form) } : null;
  const way = does?.does === 'undo' || does?.does === 'redo' ? does.does : null;
  const back = way === null ? null : await takeBack(person, programme.id, form.theoryId, way);
  const reply = await applyOperations(person, programme.id, {
    theoryId: form.theoryId,
    baseSequence: form.base,
    sent: stamped(form.mark, operations),
  });
  const problems = reply.refused.map(({ message }) => ({ field: 'table', message }));
  if (problems.length > 0) return badInput(problems, read.typed);
  if (reply.conflicts.length > 0) {
    return { problems: [], typed: read.typed, conflicts: reply.conflicts };
  }
  const page = does === null ? null : pageAfter(programme.id, does.does, does.id);
  if (page !== null && operations.length === 0) return redirect(page);
  if (page !== null) return redirectSaying(request, page, said);
  const after = does === null ? { look, place } : lookAfter(look, does, place);
  return redirectSaying(
    request,
    tableHref(programme.id, after.look, {}, after.place),
    back?.said ?? said,
  );
});

export default function TheoryAsTable() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems.map((each) => ({ ...each, href: placeOfField(each.field) }));
  return (
    <>
      <ErrorSummary problems={problems} />
      <TheoryHead {...page} title={page.theory.title} view="table" />
      <PartNote {...page} view="table" />
      {page.readOnly === null ? (
        <TablePage {...page} theory={viewOf(page.theory, page.look.part)} answer={answer} />
      ) : (
        <TheoryTable {...page} mayEdit={false} />
      )}
    </>
  );
}
