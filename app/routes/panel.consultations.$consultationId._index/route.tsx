import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, checkedForm, parseFields } from '#app/http/forms.server.ts';
import { answering, requireMember } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import { castVote } from '#app/panel/cast-vote.server.ts';
import { consultationOfMine } from '#app/panel/consultation-of-mine.server.ts';
import { keptOf } from '#app/panel/kinds/kept.ts';
import { readAnswer } from '#app/panel/kinds/read-answer.ts';
import { nextAfter } from '#app/panel/member-home.ts';
import { MemberConsultation, StatementPage, TooLate } from '#app/panel/MemberConsultation.tsx';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';

export { publicStyles as links };

interface MetaArgs {
  data?: { consultation: { title: string } } | undefined;
}

export const meta = ({ data }: MetaArgs) => titleOf(data?.consultation.title ?? 'Your panel');

const numberIn = (request: Request) => Number(new URL(request.url).searchParams.get('statement'));

const nextPage = (id: string, next: number | null) =>
  next === null ? links.memberConsultation(id) : links.memberStatement(id, next);

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person } = await requireMember(request);
  const asked = await consultationOfMine(person, params.consultationId ?? '');
  const { consultation, state, mine, proposals, heard } = asked;
  const number = numberIn(request);
  const statement = mine.statements.find((one) => one.number === number);
  return {
    consultation,
    state,
    mine,
    proposals,
    heard,
    statement: state === 'open' && statement ? statement : null,
    // One that is left out comes round again: the way on goes forward only.
    skipTo: nextPage(consultation.id, number < mine.progress.of ? number + 1 : null),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person } = await requireMember(request);
  const id = params.consultationId ?? '';
  const form = await checkedForm(request);
  const { typed } = parseFields(form, z.unknown());
  const { items } = await consultationOfMine(person, id);
  const item = items.find((one) => one.id === typedOf(typed, 'statementId'));
  if (!item) throw new NotFound('statement');
  const read = readAnswer(item, typed);
  if (read.problems) return badInput(read.problems, typed);
  let worrying: boolean;
  try {
    worrying = await castVote(person, id, item.id, read.answer);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const problems: Problem[] = [];
    return data({ problems, typed, kept: keptOf(item, read.answer) }, { status: 409 });
  }
  const { mine } = await consultationOfMine(person, id);
  const next = nextPage(id, nextAfter(mine, numberIn(request)));
  return redirect(worrying ? links.helpNow(next) : next);
});

type Answered = { problems: Problem[]; typed: Typed; kept?: ReturnType<typeof keptOf> } | undefined;

export default function ConsultationOfMine() {
  const { statement, skipTo, ...page } = useLoaderData<typeof loader>();
  const answer: Answered = useActionData<typeof action>();
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
          skipTo={skipTo}
          answer={answer}
        />
      ) : (
        <>
          {answer?.kept ? <TooLate kept={answer.kept} /> : null}
          <MemberConsultation {...page} />
        </>
      )}
    </PublicFrame>
  );
}
