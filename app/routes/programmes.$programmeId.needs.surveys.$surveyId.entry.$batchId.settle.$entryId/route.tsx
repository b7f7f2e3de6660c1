import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { noteReading } from '#app/people/note-reading.server.ts';
import { answerInWords } from '#app/survey/answer-words.ts';
import { titleOf as questionTitle } from '#app/survey/definition.ts';
import { settleForm } from '#app/survey/entry/read-again.server.ts';
import { questionsApart, rulingOn, RULINGS, type Ruling } from '#app/survey/entry/readings.ts';
import { batchOf } from '#app/survey/entry/run-batch.server.ts';
import { SettlePage } from '#app/survey/entry/SettlePage.tsx';
import { ErrorSummary } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';
import { entryById, secondEntryOf } from '#db/entry.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Settle two readings');

type Params = LoaderFunctionArgs['params'];

/** The two readings of a form, and the questions on which they differ. */
async function readingsOf(programme: Programme, params: Params) {
  const { read } = theStore();
  const [surveyId = '', batchId = ''] = [params.surveyId, params.batchId];
  const opened = await batchOf(read, programme, surveyId, batchId);
  const { batch, rules } = opened;
  const found = await entryById(read, programme.authorityId, batch.id, params.entryId ?? '');
  const second = found && (await secondEntryOf(read, programme.authorityId, found.entry.id));
  if (!found || !second) throw new NotFound('second reading');
  const readings = {
    first: second.firstAnswers,
    second: second.answers,
    settled: second.settled,
  };
  return {
    ...opened,
    entry: found.entry,
    readings,
    apart: questionsApart(rules.questions, readings),
  };
}

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'answers.enter');
  noteReading(person, 'entered', 1);
  const { survey, batch, rules, entry, readings, apart } = await readingsOf(programme, params);
  return {
    programmeId: programme.id,
    survey: { id: survey.id },
    batch: { id: batch.id, place: batch.place },
    number: entry.number,
    differences: apart.map((question) => ({
      name: question.name,
      number: rules.questions.indexOf(question) + 1,
      title: questionTitle(question),
      first: answerInWords(question, readings.first),
      second: answerInWords(question, readings.second),
      ruling: rulingOn(readings, question.name) ?? '',
    })),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'answers.enter');
  const { survey, batch, entry, apart } = await readingsOf(programme, params);
  const form = await parseForm(request, z.object({}));
  const rulings: Record<string, Ruling> = {};
  for (const { name } of apart) {
    const ruling = RULINGS.find((one) => one === form.typed[`r-${name}`]);
    if (ruling) rulings[name] = ruling;
  }
  const problems = apart
    .filter(({ name }) => rulings[name] === undefined)
    .map((question) => ({
      field: `r-${question.name}`,
      message: `Choose what the form says for “${questionTitle(question)}”`,
    }));
  if (problems.length > 0) return badInput(problems, form.typed);
  const where = { surveyId: survey.id, batchId: batch.id, entryId: entry.id };
  const { neither } = await settleForm(person, programme, where, rulings);
  if (neither === 0) {
    const to = links.batch(programme.id, survey.id, batch.id);
    return redirectSaying(request, to, `Number ${entry.number} is settled.`);
  }
  const to = links.enteredForm(programme.id, survey.id, batch.id, entry.id);
  const said = `Settled. Correct ${many(neither, 'question')} that neither reading had right.`;
  return redirectSaying(request, to, said);
});

export default function Settle() {
  const { programmeId, survey, batch, number, differences } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.batches(programmeId, survey.id), words: 'Answers entered by hand' },
          { href: links.batch(programmeId, survey.id, batch.id), words: batch.place },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={batch.place}>Two readings of number {number}</Heading>
      <p className="govuk-body">Take the form and look. What it says is stored.</p>
      <SettlePage differences={differences} answer={answer} />
    </>
  );
}
