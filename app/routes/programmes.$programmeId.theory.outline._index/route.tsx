import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { addNeed } from '#app/theory/add-need.server.ts';
import { readFindings } from '#app/plan/read-findings.server.ts';
import { acceptHref } from '#app/theory/accept/accept-href.ts';
import { fixForms } from '#app/theory/accept/FixForms.tsx';
import { Coach } from '#app/theory/Coach.tsx';
import { Outline } from '#app/theory/Outline.tsx';
import { PartNote } from '#app/theory/PartNote.tsx';
import { viewOf } from '#app/theory/parts.ts';
import { lookedAt } from '#app/theory/looked-at.ts';
import { needsNotIn } from '#app/theory/starting.ts';
import { stepsOf, takeBack } from '#app/theory/take-back.server.ts';
import { ONLY_READ } from '#app/theory/history/moment.ts';
import { shownTheory } from '#app/theory/history/read-moment.server.ts';
import { TheoryHead } from '#app/theory/TheoryHead.tsx';
import { whereIn } from '#app/theory/where.ts';
import { UndoForm } from '#app/theory/UndoForm.tsx';
import { ErrorSummary } from '#app/ui/Form.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';
import { lastChange, registerForTheory } from '#db/theory.ts';

const OutlineForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add-need'), needId: z.string().min(1) }),
  z.object({ intent: z.enum(['take-back', 'do-again']), theoryId: z.string().min(1) }),
]);

export const meta = () => titleOf('Theory of change: outline');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const seen = await shownTheory(read, programme, lookedAt(request.url));
  if (seen === undefined) throw redirect(links.startTheory(programme.id));
  const { theory, moment } = seen;
  const register = await registerForTheory(read, programme.authorityId, programme.id);
  const may = can(person, 'theory.edit', programme);
  return {
    programmeId: programme.id,
    theory,
    look: lookedAt(request.url),
    waiting: needsNotIn(theory, register),
    ...(await readFindings(programme, theory)),
    last: await lastChange(read, programme.authorityId, theory.id),
    ...(await stepsOf(read, person, theory.id)),
    moment,
    readOnly: moment !== null ? ONLY_READ : may.yes ? null : may.reason,
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, OutlineForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const here = links.theoryOutline(programme.id);
  switch (read.value.intent) {
    case 'add-need': {
      const { refused } = await addNeed(person, programme.id, read.value.needId);
      const problems = refused.map(({ message }) => ({ field: 'type-need', message }));
      if (problems.length > 0) return badInput(problems);
      return redirectSaying(request, here, 'The need is in the theory. Now say what answers it.');
    }
    case 'take-back':
    case 'do-again': {
      const way = read.value.intent === 'take-back' ? 'undo' : 'redo';
      const { said } = await takeBack(person, programme.id, read.value.theoryId, way);
      return redirectSaying(request, here, said);
    }
  }
});

export default function TheoryOutline() {
  const page = useLoaderData<typeof loader>();
  const { programmeId, theory, readOnly } = page;
  const answer = useActionData<typeof action>();
  return (
    <>
      <ErrorSummary problems={answer?.problems} />
      <TheoryHead {...page} title={theory.title} view="outline" />
      <div className="tl-theory-columns">
        <div>
          <PartNote {...page} view="outline" />
          <Outline {...page} theory={viewOf(theory, page.look.part)} mayEdit={readOnly === null} />
        </div>
        <aside>
          <Coach
            {...page}
            findings={page.sorted.open}
            accepted={page.sorted.accepted.length}
            acceptHref={readOnly === null ? acceptHref(programmeId) : null}
            fixes={readOnly === null ? fixForms({ ...page, from: 'outline' }) : null}
            hrefOf={whereIn(theory, programmeId, readOnly === null)}
          />
          {readOnly === null ? <UndoForm {...page} theoryId={theory.id} /> : null}
        </aside>
      </div>
    </>
  );
}
