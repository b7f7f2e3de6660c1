import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { meetingChoices } from '#app/panel/meetings/meeting-choices.server.ts';
import { NEW_MEETING } from '#app/panel/meetings/meeting-values.ts';
import { MeetingForm } from '#app/panel/meetings/meeting.ts';
import { MeetingFieldset } from '#app/panel/meetings/MeetingFields.tsx';
import { planMeeting } from '#app/panel/meetings/plan-meeting.server.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';

export const meta = () => titleOf('Plan a meeting');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'panel.manage');
  const groupId = new URL(request.url).searchParams.get('group') ?? '';
  return { programmeId: programme.id, choices: await meetingChoices(programme), groupId };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const read = await parseForm(request, MeetingForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const planned = await planMeeting(person, programme, read.value, dayOf(new Date()));
  if (!planned.ok) return badInput(planned.problems, read.typed);
  const said = read.value.already
    ? 'The meeting is written down. Record who was there next.'
    : 'The meeting is planned. Draw its agenda and ask the members next.';
  return redirectSaying(request, links.meeting(programme.id, planned.meetingId), said);
});

export default function NewMeeting() {
  const { programmeId, choices, groupId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.panel(programmeId), words: 'Panel' },
            { href: links.meetings(programmeId), words: 'Meetings' },
          ]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Heading>Plan a meeting</Heading>
        <Form>
          <MeetingFieldset
            answer={answer}
            meeting={{ ...NEW_MEETING, groupId }}
            choices={choices}
            mayBeHeld
          />
          <Button>Save the meeting</Button>
        </Form>
      </div>
    </div>
  );
}
