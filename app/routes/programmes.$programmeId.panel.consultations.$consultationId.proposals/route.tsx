import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { mayOnWords } from '#app/care/care.ts';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { decideProposal } from '#app/panel/kinds/decide-proposal.server.ts';
import { ProposalDecision } from '#app/panel/kinds/proposals.ts';
import { ProposalsPage } from '#app/panel/kinds/ProposalsPage.tsx';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { ErrorSummary } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { consultationById } from '#db/consultations.ts';
import { proposalsToRead } from '#db/shown-words.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('What members propose to ask');

const SAID = {
  accept: 'Everybody is asked it now.',
  reword: 'Everybody is asked it in your words. Its writer sees both.',
  refuse: 'It is not asked. Its writer sees why.',
};

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const { read } = theStore();
  const { authorityId, id: programmeId } = programme;
  const id = params.consultationId ?? '';
  const consultation = await consultationById(read, authorityId, programmeId, id);
  if (!consultation) throw new NotFound('consultation');
  const rows = (await proposalsToRead(read, { authorityId, programmeId }, id)).map((one) => ({
    id: one.id,
    text: one.text,
    state: one.state,
    reason: one.reason,
  }));
  return {
    programmeId,
    may: mayOnWords(person, programme),
    consultation: { id, title: consultation.title },
    waiting: rows.filter(({ state }) => state === 'proposed'),
    decided: rows.filter(({ state }) => state === 'refused'),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const id = params.consultationId ?? '';
  const read = await parseForm(request, ProposalDecision);
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    await decideProposal(person, programme, id, read.value);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'main', message: error.message }], read.typed);
  }
  return redirectSaying(request, links.proposals(programme.id, id), SAID[read.value.intent]);
});

export default function Proposals() {
  const { programmeId, consultation, waiting, decided, may } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="tl-reading">
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.consultations(programmeId), words: 'Consultations' },
          { href: links.consultation(programmeId, consultation.id), words: consultation.title },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading>What members propose to ask</Heading>
      <p className="govuk-body">
        Nobody else has seen these. You do not see who wrote them. Look for names and for anything
        that points to one child or family.
      </p>
      <ProposalsPage {...{ programmeId, may }} {...{ waiting, decided, answer }} />
    </div>
  );
}
