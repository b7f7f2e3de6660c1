import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import type { Typed } from '#app/http/problems.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { changeStatements } from '#app/panel/change-statements.server.ts';
import { closeConsultation } from '#app/panel/close-consultation.server.ts';
import { ConsultationChange, stateOf } from '#app/panel/consultation.ts';
import { ConsultationPage } from '#app/panel/ConsultationPage.tsx';
import { openConsultation } from '#app/panel/open-consultation.server.ts';
import { resultsOf } from '#app/panel/results.ts';
import { can, type Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { takingOutOfVotes } from '#app/survey/taken-out.ts';
import { redactionsOf } from '#db/coding.ts';
import { consultationById, statementsOf, votesIn } from '#db/consultations.ts';
import { howManyMembers } from '#db/panel.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';

interface MetaArgs {
  data?: { consultation: { title: string } } | undefined;
}

export const meta = ({ data }: MetaArgs) => titleOf(data?.consultation.title ?? 'Consultation');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const { authorityId, id: programmeId } = programme;
  const id = params.consultationId ?? '';
  const consultation = await consultationById(read, authorityId, programmeId, id);
  if (!consultation) throw new NotFound('consultation');
  const statements = await statementsOf(read, authorityId, id);
  const taken = await redactionsOf(read, authorityId, programmeId);
  const votes = takingOutOfVotes(await votesIn(read, authorityId, id), taken);
  const state = stateOf(consultation, dayOf(new Date()));
  const closely = can(person, 'answers.read', programme).yes;
  const { title, purpose, standing, opensOn, closesOn } = consultation;
  return {
    programmeId,
    consultation: { id, title, purpose, standing, opensOn, closesOn },
    state,
    statements: statements.map((one) => ({ id: one.id, text: one.text })),
    members: await howManyMembers(read, authorityId, programmeId),
    people: closely ? new Set(votes.map((vote) => vote.memberId)).size : null,
    // Counts that grow by one tell who has just voted: others see them when it is over.
    results:
      state === 'closed' || (state === 'open' && closely)
        ? resultsOf(statements, votes, closely)
        : null,
    changing: new URL(request.url).searchParams.get('change'),
    mayManage: can(person, 'panel.manage', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const id = params.consultationId ?? '';
  const read = await parseForm(request, ConsultationChange);
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    if (read.value.intent === 'open') {
      const { closesOn } = read.value;
      const why = await openConsultation(person, programme, id, closesOn);
      if (why.length > 0) return badInput(why, { closesOn });
    }
    const said = await apply(person, programme, id, read.value);
    return redirectSaying(request, links.consultation(programme.id, id), said);
  } catch (error) {
    // Somebody else opened or closed it first: what was typed is shown beside how it stands now.
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'main', message: error.message }], wordsOf(read.value));
  }
});

function wordsOf(change: z.output<typeof ConsultationChange>): Typed {
  if (change.intent === 'add') return { text: change.text };
  return change.intent === 'change' ? { changedText: change.changedText } : {};
}

/** Does what was asked, and says what was done. */
async function apply(
  person: Person,
  programme: Programme,
  id: string,
  change: z.output<typeof ConsultationChange>,
): Promise<string> {
  const toStatements = (what: Parameters<typeof changeStatements>[3]) =>
    changeStatements(person, programme, id, what);
  switch (change.intent) {
    case 'add':
      await toStatements({ do: 'add', text: change.text });
      return 'The statement is added.';
    case 'change':
      await toStatements({ do: 'change', id: change.statementId, text: change.changedText });
      return 'The statement is changed.';
    case 'remove':
      await toStatements({ do: 'remove', id: change.statementId });
      return 'The statement is removed.';
    case 'up':
    case 'down':
      await toStatements({
        do: 'move',
        id: change.statementId,
        by: change.intent === 'up' ? -1 : 1,
      });
      return 'The statement is moved.';
    case 'open':
      return 'The consultation is open. Members see it on their own page.';
    case 'close':
      await closeConsultation(person, programme, id);
      return 'The consultation is closed.';
  }
}

export default function Consultation() {
  const answer = useActionData<typeof action>();
  return <ConsultationPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
