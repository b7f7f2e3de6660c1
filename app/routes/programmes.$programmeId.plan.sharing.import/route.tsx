import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { summaryOf } from '#app/needs/file-problems.ts';
import {
  AGREEMENT_SPEC,
  agreementOf,
  agreementProblems,
  agreementRow,
} from '#app/plan/registers/agreement.ts';
import { BringIn } from '#app/plan/registers/BringIn.tsx';
import { agreementDeeds } from '#app/plan/registers/keep-register.server.ts';
import { readLists } from '#app/plan/registers/read-registers.server.ts';
import { readFileOf, RegisterFile } from '#app/plan/registers/register-files.server.ts';
import { broughtOver, broughtProblems, sayBrought } from '#app/plan/registers/brought.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { agreementsOf } from '#db/plan-registers.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Bring agreements in');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'plan.edit');
  return { programmeId: programme.id };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const form = await parseForm(request, RegisterFile);
  if (!form.ok) return badInput(form.problems, form.typed);
  const { file } = form.value;
  const read = await readFileOf(AGREEMENT_SPEC, file, await readLists(programme));
  if (!read.ok) {
    const problems = [summaryOf(read.problems, 'file')];
    return data({ problems, typed: {}, file: file.name, lines: read.problems }, { status: 422 });
  }
  const rows = broughtOver(read.rows, agreementRow, agreementOf);
  const kept = await agreementsOf(theStore().read, programme);
  const wrong = broughtProblems(rows, kept, agreementProblems);
  if (wrong.length > 0) {
    const problems = [summaryOf(wrong, 'file')];
    return data({ problems, typed: {}, file: file.name, lines: wrong }, { status: 422 });
  }
  const counts = await agreementDeeds.bring(person, programme, rows);
  return redirectSaying(request, links.sharing(programme.id), sayBrought(counts, read.unread));
});

export default function BringAgreements() {
  const { programmeId } = useLoaderData<typeof loader>();
  return (
    <BringIn
      spec={AGREEMENT_SPEC}
      one="agreement"
      caption="Data sharing"
      trail={[
        { href: links.plan(programmeId), words: 'Plan' },
        { href: links.sharing(programmeId), words: 'Data sharing' },
      ]}
      fileHref={links.agreementsFile(programmeId)}
      answer={useActionData<typeof action>()}
    />
  );
}
