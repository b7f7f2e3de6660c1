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
import { ConsultationChange } from '#app/panel/consultation.ts';
import { ConsultationPage } from '#app/panel/ConsultationPage.tsx';
import { readConsultation } from '#app/panel/kinds/read-consultation.server.ts';
import { openConsultation } from '#app/panel/open-consultation.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';
import type { Programme } from '#db/people.ts';

interface MetaArgs {
  data?: { consultation: { title: string } } | undefined;
}

export const meta = ({ data }: MetaArgs) => titleOf(data?.consultation.title ?? 'Consultation');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const page = await readConsultation(person, programme, params.consultationId ?? '');
  return { ...page, changing: new URL(request.url).searchParams.get('change') };
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
