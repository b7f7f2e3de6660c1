import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { titleOf as questionTitle } from '#app/survey/definition.ts';
import { optionsOf } from '#app/survey/options.ts';
import { QuestionBank, type BankRow } from '#app/survey/QuestionBank.tsx';
import { QUESTION_KINDS } from '#app/survey/QuestionList.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { bandsOf } from '#templates/surveys/bands.ts';
import { bankQuestion, questionBank, type BankQuestion } from '#templates/surveys/bank.ts';

export const meta = () => titleOf('Question bank');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  return {
    programmeId: programme.id,
    sections: questionBank.map(({ id, title, from, questions }) => ({
      id,
      title,
      from,
      questions: questions.map(rowOf),
    })),
  };
});

function rowOf({ key, question, origin, askedIn, follows }: BankQuestion): BankRow {
  const options = optionsOf(question);
  const before = follows === null ? undefined : bankQuestion(`${key.split(':')[0]}:${follows}`);
  const map = bandsOf(question.name);
  const words = (answer: string) =>
    options.find(({ value }) => String(value) === answer)?.text ?? answer;
  return {
    key,
    title: questionTitle(question),
    kind: QUESTION_KINDS[question.type] ?? question.type,
    options: options.map(({ text }) => text),
    condition:
      follows === null
        ? ''
        : `Asked only after certain answers to “${before ? questionTitle(before.question) : follows}”.`,
    origin,
    askedIn,
    bands: map
      ? {
          items: map.items,
          rows: Object.entries({ ...map.bands, ...map.noBand }).map(([answer, band]) => [
            words(answer),
            band,
          ]),
        }
      : null,
  };
}

export default function Bank() {
  return <QuestionBank {...useLoaderData<typeof loader>()} />;
}
