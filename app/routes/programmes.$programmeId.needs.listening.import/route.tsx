import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { importListening } from '#app/survey/listening/move-listening.server.ts';
import { FileField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { dayOf, many } from '#app/ui/words.ts';

export const meta = () => titleOf('Bring in listening exercises');

const THREE_YEARS = 3 * 365 * 86_400_000;

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'listening.edit');
  return { programmeId: programme.id };
});

const Upload = z.object({
  file: z.instanceof(File, { message: 'Choose a CSV file' }).refine((file) => file.size > 0, {
    message: 'Choose a CSV file',
  }),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'listening.edit');
  const read = await parseForm(request, Upload);
  if (!read.ok) return data({ problems: read.problems, lines: [] }, { status: 422 });
  const bytes = new Uint8Array(await read.value.file.arrayBuffer());
  const keepUntil = dayOf(new Date(Date.now() + THREE_YEARS));
  const brought = await importListening(person, programme, bytes, keepUntil);
  if (!brought.ok) {
    const problems = [
      { field: 'file', message: 'Nothing was brought in: look at the lines below' },
    ];
    return data({ problems, lines: brought.problems }, { status: 422 });
  }
  const noun = brought.kind === 'notes' ? 'note' : 'exercise';
  const said = `${many(brought.added, noun)} brought in${brought.already > 0 ? `, ${brought.already} here already` : ''}.`;
  return redirectSaying(request, links.listening(programme.id), said);
});

export default function ImportListening() {
  const { programmeId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.needs(programmeId), words: 'Needs' },
          { href: links.listening(programmeId), words: 'Listening exercises' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Bring in listening exercises</Heading>
      <p className="govuk-body">
        A CSV file in one of two shapes, with the headings in its first line. Everything comes in,
        or nothing.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          <strong>Exercises:</strong> Date, Kind, Title, Place, Facilitator, Languages, How many
          came (“Fathers 12; Practitioners 4”), Delete after
        </li>
        <li>
          <strong>Notes:</strong> Date, Title, What was said, Said by, May it be quoted? (yes or no)
        </li>
      </ul>
      {answer && answer.lines.length > 0 ? (
        <ul className="govuk-list govuk-list--bullet">
          {answer.lines.map(({ line, message }, at) => (
            <li key={at}>
              {line > 0 ? `Line ${line}: ` : ''}
              {message}
            </li>
          ))}
        </ul>
      ) : null}
      <Form upload>
        <FileField
          name="file"
          label="The file"
          accept=".csv,text/csv"
          answer={answer && { problems: answer.problems, typed: {} }}
        />
        <Button>Bring it in</Button>
      </Form>
    </>
  );
}
