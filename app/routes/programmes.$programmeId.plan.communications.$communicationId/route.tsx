import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { readRow } from '#app/needs/registers/row.ts';
import { can } from '#app/people/can.ts';
import {
  COMMUNICATION_SPEC,
  communicationOf,
  communicationProblems,
  communicationRow,
  seenReach,
} from '#app/plan/registers/communication.ts';
import {
  communicationDeeds,
  dropReach,
  recordReach,
} from '#app/plan/registers/keep-register.server.ts';
import { PlanRow } from '#app/plan/registers/PlanRow.tsx';
import { reachSvg, sayReachPicture } from '#app/plan/registers/reach-picture.ts';
import { ReachFigures } from '#app/plan/registers/ReachFigures.tsx';
import { readLists } from '#app/plan/registers/read-registers.server.ts';
import { CommunicationForm, ofReach, ofTheRow, savedFirst } from '#app/plan/registers/row-form.ts';
import { rowDifferences } from '#app/plan/registers/row-differences.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = ({ data: page }: { data?: { row: { name: string } } | undefined }) =>
  titleOf(page?.row.name ?? 'Communication');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const mayEdit = can(person, 'plan.edit', programme);
  const communication = await communicationDeeds.read(programme, params['communicationId'] ?? '');
  return {
    programmeId: programme.id,
    row: { ...communicationRow(communication), version: communication.version },
    reach: seenReach(communication.reach, mayEdit.yes),
    svg: reachSvg(communication),
    says: sayReachPicture(communication),
    lists: await readLists(programme),
    mayEdit,
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'plan.edit');
  const id = params['communicationId'] ?? '';
  const form = await parseForm(request, CommunicationForm);
  if (!form.ok) return badInput(form.problems, form.typed);
  const back = links.communications(programme.id);
  const here = links.communication(programme.id, id);
  switch (form.value.intent) {
    case 'remove': {
      const { title } = await communicationDeeds.remove(person, programme, id);
      return redirectSaying(request, back, `“${title}” is taken out.`);
    }
    case 'reach':
      await recordReach(person, programme, id, form.value);
      return redirectSaying(request, here, 'The figure is recorded.');
    case 'drop-reach':
      await dropReach(person, programme, id, form.value.reach);
      return redirectSaying(request, here, 'The figure is taken out.');
    case 'save':
      break;
  }
  const lists = await readLists(programme);
  const read = readRow(COMMUNICATION_SPEC, form.value, lists);
  if (!read.ok) return badInput(read.problems, form.typed);
  const fields = communicationOf(read.row);
  const wrong = communicationProblems(fields);
  if (wrong.length > 0) return badInput(wrong, form.typed);
  const kept = await communicationDeeds.edit(person, programme, id, form.value.version, fields);
  if (kept.outcome === 'saved') return redirectSaying(request, back, `“${fields.title}” is saved.`);
  const theirs = communicationRow(kept.theirs);
  const differences = rowDifferences(COMMUNICATION_SPEC, read.row, theirs, lists);
  return data(savedFirst(form.typed, differences, kept.theirs.version), { status: 409 });
});

export default function CommunicationRoute() {
  const { programmeId, reach, svg, says, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PlanRow
      {...page}
      spec={COMMUNICATION_SPEC}
      one="communication"
      caption="Communications"
      heading={page.row.name}
      trail={[
        { href: links.plan(programmeId), words: 'Plan' },
        { href: links.communications(programmeId), words: 'Communications' },
      ]}
      answer={ofTheRow(answer)}
      problems={answer?.problems}
    >
      <ReachFigures {...{ reach, svg, says, mayEdit: page.mayEdit.yes }} answer={ofReach(answer)} />
    </PlanRow>
  );
}
