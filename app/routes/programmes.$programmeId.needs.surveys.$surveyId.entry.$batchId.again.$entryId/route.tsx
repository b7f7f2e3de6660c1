import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { NotAllowed, NotFound } from '#app/people/errors.ts';
import { formNoun } from '#app/survey/entry/batch.ts';
import { entrySections } from '#app/survey/entry/entry-page.ts';
import { EntryForm, HowToType, type TypedAgain } from '#app/survey/entry/EntryForm.tsx';
import { enterAgain, NOT_YOUR_OWN } from '#app/survey/entry/read-again.server.ts';
import { batchOf } from '#app/survey/entry/run-batch.server.ts';
import { boxOf, judgeTyped, nextBox, TypedFormFields } from '#app/survey/entry/typed-form.ts';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';
import { entryById } from '#db/entry.ts';
import { shuffledId } from '#db/ids.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Enter a form a second time');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'answers.enter');
  const { read } = theStore();
  const [surveyId = '', batchId = ''] = [params.surveyId, params.batchId];
  const { survey, batch, rules } = await batchOf(read, programme, surveyId, batchId);
  const found = await entryById(read, programme.authorityId, batch.id, params.entryId ?? '');
  if (!found?.entry.sampled) throw new NotFound('form of the sample');
  if (found.entry.enteredBy === person.id) throw new NotAllowed(NOT_YOUR_OWN);
  return {
    programmeId: programme.id,
    survey: { id: survey.id },
    batch: { id: batch.id, place: batch.place },
    noun: formNoun(batch.channel),
    number: found.entry.number,
    key: shuffledId(),
    sections: entrySections(rules),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'answers.enter');
  const where = {
    surveyId: params.surveyId ?? '',
    batchId: params.batchId ?? '',
    entryId: params.entryId ?? '',
  };
  const form = await parseForm(request, TypedFormFields);
  if (!form.ok) return badInput(form.problems, form.typed);
  const { typed } = form;
  const { rules } = await batchOf(theStore().read, programme, where.surveyId, where.batchId);
  if (form.value.intent === 'on') {
    const next = nextBox(rules.questions, rules.steps, typed) ?? 'save';
    return data({ problems: [], typed, next } satisfies TypedAgain);
  }
  const judged = judgeTyped(rules, typed);
  if (judged.problems.length > 0) return badInput(judged.problems, typed);
  const read = await enterAgain(person, programme, where, judged.answers);
  if (read.outcome === 'problems') {
    const problems = read.problems.map(({ field, message }) => ({ field: boxOf(field), message }));
    return badInput(problems, typed);
  }
  const to = links.batch(programme.id, where.surveyId, where.batchId);
  const said =
    read.outcome === 'same'
      ? 'Both readings are the same.'
      : `The readings differ in ${many(read.questions, 'question')}. Settle them with the form in hand.`;
  return redirectSaying(request, to, said);
});

export default function EnterAgain() {
  const page = useLoaderData<typeof loader>();
  const again: TypedAgain | undefined = useActionData<typeof action>();
  const { programmeId, survey, batch, noun } = page;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.batches(programmeId, survey.id), words: 'Answers entered by hand' },
          { href: links.batch(programmeId, survey.id, batch.id), words: batch.place },
        ]}
      />
      <Heading caption="Second reading">
        Enter {noun} {page.number} a second time
      </Heading>
      <p className="govuk-body">
        Type what you read on it. What was entered the first time is not shown here.
      </p>
      <HowToType />
      <EntryForm
        sections={page.sections}
        formKey={page.key}
        number={null}
        typed={{}}
        again={again}
        save="Store the second reading"
        noun={noun}
      />
    </>
  );
}
