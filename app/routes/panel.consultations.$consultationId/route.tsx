import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireMember } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { castVote } from '#app/panel/cast-vote.server.ts';
import { stateOf, VoteForm } from '#app/panel/consultation.ts';
import { myAnswers, nextAfter } from '#app/panel/member-home.ts';
import { MemberConsultation, StatementPage, TooLate } from '#app/panel/MemberConsultation.tsx';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';
import { dayOf } from '#app/ui/words.ts';
import { consultationOfPerson, statementsOf, votesOfMember } from '#db/consultations.ts';
import { theStore } from '#db/store.server.ts';

export { publicStyles as links };

interface MetaArgs {
  data?: { consultation: { title: string } } | undefined;
}

export const meta = ({ data }: MetaArgs) => titleOf(data?.consultation.title ?? 'Your panel');

/** What somebody is asked in a consultation, and what they have answered so far. */
async function asked(person: Person, consultationId: string) {
  const { read } = theStore();
  const { authorityId } = person;
  const found = await consultationOfPerson(read, authorityId, person.id, consultationId);
  if (!found) throw new NotFound('consultation');
  const statements = await statementsOf(read, authorityId, consultationId);
  const votes = await votesOfMember(read, authorityId, consultationId, found.member.id);
  return { consultation: found.consultation, mine: myAnswers(statements, votes) };
}

const numberIn = (request: Request) => Number(new URL(request.url).searchParams.get('statement'));

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person } = await requireMember(request);
  const { consultation, mine } = await asked(person, params.consultationId ?? '');
  const { id, title, purpose, standing, closesOn } = consultation;
  const state = stateOf(consultation, dayOf(new Date()));
  return {
    consultation: { id, title, purpose, standing, closesOn },
    state,
    mine,
    statement:
      state === 'open'
        ? (mine.statements.find(({ number }) => number === numberIn(request)) ?? null)
        : null,
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person } = await requireMember(request);
  const id = params.consultationId ?? '';
  const read = await parseForm(request, VoteForm.extend({ statementId: z.string() }));
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    await castVote(person, id, read.value.statementId, read.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const problems: Problem[] = [];
    const typed: Typed = { comment: read.value.comment };
    return data({ problems, typed }, { status: 409 });
  }
  const { mine } = await asked(person, id);
  const next = nextAfter(mine, numberIn(request));
  return redirect(next === null ? links.memberConsultation(id) : links.memberStatement(id, next));
});

export default function ConsultationOfMine() {
  const { statement, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { id, title } = page.consultation;
  const before = statement && statement.number > 1 ? statement.number - 1 : null;
  const back = statement
    ? {
        href: before ? links.memberStatement(id, before) : links.memberConsultation(id),
        words: 'Back',
      }
    : { href: links.memberHome(), words: 'Your page' };
  return (
    <PublicFrame back={back}>
      {statement ? (
        <StatementPage
          title={title}
          of={page.mine.progress.of}
          statement={statement}
          answer={answer}
        />
      ) : (
        <>
          {answer ? <TooLate comment={String(answer.typed.comment ?? '')} /> : null}
          <MemberConsultation {...page} />
        </>
      )}
    </PublicFrame>
  );
}
