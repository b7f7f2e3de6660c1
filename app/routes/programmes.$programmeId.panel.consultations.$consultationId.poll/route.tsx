import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { stateOf } from '#app/panel/consultation.ts';
import { changePoll } from '#app/panel/poll/change-poll.server.ts';
import { PollSettings } from '#app/panel/poll/PollSettings.tsx';
import { audienceOf, PollForm } from '#app/panel/poll/poll.ts';
import { can } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { ErrorSummary } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { qrOutline } from '#app/ui/qr.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { consultationById } from '#db/consultations.ts';
import { pollOf } from '#db/polls.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Address, poster and screen of the poll');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const { authorityId, id: programmeId } = programme;
  const id = params.consultationId ?? '';
  const consultation = await consultationById(read, authorityId, programmeId, id);
  const poll = consultation && (await pollOf(read, authorityId, id));
  if (!consultation || !poll) throw new NotFound('poll');
  const address = publicAddress(request, links.pollDoor(poll.code));
  return {
    programmeId,
    consultation: { id, title: consultation.title },
    state: stateOf(consultation, dayOf(new Date())),
    code: poll.code,
    address,
    qr: qrOutline(address),
    audience: audienceOf(poll.audience),
    onScreen: poll.onScreen,
    mayManage: can(person, 'panel.manage', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const id = params.consultationId ?? '';
  const read = await parseForm(request, PollForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  await changePoll(person, programme, id, read.value);
  return redirectSaying(request, links.poll(programme.id, id), 'The poll is saved.');
});

export default function PollOfStaff() {
  const { programmeId, consultation, ...poll } = useLoaderData<typeof loader>();
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
      <Heading>Address, poster and screen</Heading>
      <PollSettings
        {...poll}
        posterHref={links.pollPoster(programmeId, consultation.id)}
        answer={answer}
      />
    </div>
  );
}
