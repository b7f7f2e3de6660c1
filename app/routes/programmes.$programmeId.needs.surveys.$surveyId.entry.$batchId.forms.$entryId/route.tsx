import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseFields, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { noteReading } from '#app/people/note-reading.server.ts';
import { formNoun, WITHDRAWAL_REASONS, type WithdrawalReason } from '#app/survey/entry/batch.ts';
import { correctForm, withdrawForm } from '#app/survey/entry/enter-form.server.ts';
import { entrySections } from '#app/survey/entry/entry-page.ts';
import { EntryForm, type TypedAgain } from '#app/survey/entry/EntryForm.tsx';
import { batchOf } from '#app/survey/entry/run-batch.server.ts';
import {
  boxOf,
  judgeTyped,
  nextBox,
  TypedFormFields,
  typedFrom,
} from '#app/survey/entry/typed-form.ts';
import { WithdrawForm } from '#app/survey/entry/WithdrawForm.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { entryById, secondEntryOf } from '#db/entry.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('A form that was entered');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'answers.enter');
  const { read } = theStore();
  const [surveyId = '', batchId = ''] = [params.surveyId, params.batchId];
  const { survey, batch, rules } = await batchOf(read, programme, surveyId, batchId);
  const found = await entryById(read, programme.authorityId, batch.id, params.entryId ?? '');
  if (!found) throw new NotFound('form');
  const { entry, response } = found;
  const hidden = entry.sampled && !(await secondEntryOf(read, programme.authorityId, entry.id));
  if (!hidden) noteReading(person, 'entered', 1);
  return {
    programmeId: programme.id,
    survey: { id: survey.id, title: survey.title },
    batch: { id: batch.id, place: batch.place },
    noun: formNoun(batch.channel),
    number: entry.number,
    reference: response.reference,
    key: response.id,
    // Whoever reads it a second time must not have seen the first reading.
    hidden,
    typed: hidden ? {} : typedFrom(rules.questions, response.answers),
    sections: entrySections(rules),
  };
});

const Withdraw = z.object({
  intent: z.literal('withdraw'),
  reason: z.enum(
    Object.keys(WITHDRAWAL_REASONS) as [WithdrawalReason, ...WithdrawalReason[]],
    'Choose why it is taken out',
  ),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'answers.enter');
  const where = {
    surveyId: params.surveyId ?? '',
    batchId: params.batchId ?? '',
    entryId: params.entryId ?? '',
  };
  const back = links.batch(programme.id, where.surveyId, where.batchId);
  const form = await parseForm(request, z.object({ intent: z.enum(['on', 'save', 'withdraw']) }));
  if (!form.ok) return badInput(form.problems, form.typed);
  const { typed } = form;
  if (form.value.intent === 'withdraw') {
    const asked = parseFields(form.form, Withdraw);
    if (!asked.ok) return badInput(asked.problems, typed);
    const number = await withdrawForm(person, programme, where, asked.value.reason);
    return redirectSaying(request, back, `Number ${number} is taken out of the batch.`);
  }
  const rest = parseFields(form.form, TypedFormFields);
  if (!rest.ok) return badInput(rest.problems, typed);
  const { rules } = await batchOf(theStore().read, programme, where.surveyId, where.batchId);
  if (form.value.intent === 'on') {
    const next = nextBox(rules.questions, rules.steps, typed) ?? 'save';
    return data({ problems: [], typed, next } satisfies TypedAgain);
  }
  const judged = judgeTyped(rules, typed);
  if (judged.problems.length > 0) return badInput(judged.problems, typed);
  const corrected = await correctForm(person, programme, where, judged.answers);
  if (corrected.outcome === 'problems') {
    const problems = corrected.problems.map(({ field, message }) => ({
      field: boxOf(field),
      message,
    }));
    return badInput(problems, typed);
  }
  return redirectSaying(request, back, 'The form is corrected.');
});

export default function EnteredForm() {
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
      <Heading caption={`Reference ${page.reference}`}>
        {`${noun.slice(0, 1).toUpperCase()}${noun.slice(1)} ${page.number}`}
      </Heading>
      {page.hidden ? (
        <p className="govuk-body">
          It is in the sample. What was entered is shown, and can be corrected, once somebody else
          has entered it a second time without seeing it.
        </p>
      ) : (
        <EntryForm
          sections={page.sections}
          formKey={page.key}
          number={null}
          typed={page.typed}
          again={again}
          save="Save the correction"
          noun={noun}
        />
      )}
      <WithdrawForm answer={again} noun={noun} />
    </>
  );
}
