import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { formNoun } from '#app/survey/entry/batch.ts';
import { enterForm } from '#app/survey/entry/enter-form.server.ts';
import { entrySections } from '#app/survey/entry/entry-page.ts';
import { EntryForm, HowToType, type TypedAgain } from '#app/survey/entry/EntryForm.tsx';
import { batchOf } from '#app/survey/entry/run-batch.server.ts';
import { boxOf, judgeTyped, nextBox, TypedFormFields } from '#app/survey/entry/typed-form.ts';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { numbersIn } from '#db/entry.ts';
import { shuffledId } from '#db/ids.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Enter a form');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'answers.enter');
  const { read } = theStore();
  const { survey, batch, rules } = await batchOf(
    read,
    programme,
    params.surveyId ?? '',
    params.batchId ?? '',
  );
  const { entered, highest } = await numbersIn(read, programme.authorityId, batch.id);
  return {
    programmeId: programme.id,
    survey: { id: survey.id, title: survey.title },
    batch: {
      id: batch.id,
      place: batch.place,
      expected: batch.expected,
      open: batch.status === 'open',
    },
    noun: formNoun(batch.channel),
    entered,
    number: highest + 1,
    key: shuffledId(),
    sections: entrySections(rules),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'answers.enter');
  const where = { surveyId: params.surveyId ?? '', batchId: params.batchId ?? '' };
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
  const { key, number } = form.value;
  const entered = await enterForm(person, programme, where, {
    answers: judged.answers,
    key,
    number,
  });
  switch (entered.outcome) {
    case 'problems':
      return badInput(
        entered.problems.map(({ field, message }) => ({ field: boxOf(field), message })),
        typed,
      );
    case 'number-taken': {
      const message = `This batch has a form ${number} already. Look at the number on the paper`;
      return badInput([{ field: 'number', message }], typed);
    }
    case 'entered':
      return redirectSaying(
        request,
        links.enterForm(programme.id, where.surveyId, where.batchId),
        `Number ${entered.number} is stored. Its reference is ${entered.reference}.`,
      );
  }
});

export default function EnterForm() {
  const { programmeId, survey, batch, noun, entered, number, key, sections } =
    useLoaderData<typeof loader>();
  const again: TypedAgain | undefined = useActionData<typeof action>();
  const of = batch.expected === null ? '' : ` of ${batch.expected}`;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.survey(programmeId, survey.id), words: survey.title },
          { href: links.batches(programmeId, survey.id), words: 'Answers entered by hand' },
          { href: links.batch(programmeId, survey.id, batch.id), words: batch.place },
        ]}
      />
      <Heading caption={`${batch.place}: ${entered}${of} entered`}>Enter the next {noun}</Heading>
      {batch.open ? (
        <>
          <HowToType />
          <EntryForm
            sections={sections}
            formKey={key}
            number={number}
            typed={{}}
            again={again}
            save={`Store this ${noun} and enter the next one`}
            noun={noun}
          />
        </>
      ) : (
        <p className="govuk-body">
          This batch takes no more.{' '}
          <a className="govuk-link" href={links.batch(programmeId, survey.id, batch.id)}>
            Look at the batch
          </a>
          .
        </p>
      )}
    </>
  );
}
