import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { AboutForm as Shape, wantedOfAbout } from '#app/theory/about/about-form.ts';
import { AboutFacts, AboutForm } from '#app/theory/about/AboutPage.tsx';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import { stamped } from '#app/theory/box-form.ts';
import { TheoryHead } from '#app/theory/TheoryHead.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { newId } from '#db/ids.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('About the theory');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  const mayEdit = can(person, 'theory.edit', programme);
  const readOnly = mayEdit.yes ? null : mayEdit.reason;
  return { programmeId: programme.id, theory, readOnly, mark: newId() };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, Shape);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { theoryId, base, mark } = read.value;
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw new NotFound('theory of change');
  const wanted = wantedOfAbout(theory, read.value);
  const sent = stamped(mark, wanted.operations);
  const arriving = { theoryId, baseSequence: base, sent };
  const reply = await applyOperations(person, programme.id, arriving);
  if (reply.conflicts.length > 0) {
    return { problems: [], typed: read.typed, conflicts: reply.conflicts };
  }
  return redirectSaying(request, links.aboutTheory(programme.id), wanted.said);
});

export default function AboutTheory() {
  const { programmeId, theory, readOnly, mark } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <TheoryHead programmeId={programmeId} title={theory.title} view="about" readOnly={readOnly} />
      {readOnly === null ? (
        <AboutForm theory={theory} mark={mark} answer={answer} />
      ) : (
        <AboutFacts theory={theory} />
      )}
    </>
  );
}
