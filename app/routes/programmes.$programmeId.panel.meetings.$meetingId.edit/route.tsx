import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { meetingChoices } from '#app/panel/meetings/meeting-choices.server.ts';
import { valuesOf } from '#app/panel/meetings/meeting-values.ts';
import { MeetingForm } from '#app/panel/meetings/meeting.ts';
import { MeetingFieldset } from '#app/panel/meetings/MeetingFields.tsx';
import { MeetingTrail } from '#app/panel/meetings/MeetingTrail.tsx';
import { changeMeeting } from '#app/panel/meetings/plan-meeting.server.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading, titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';
import { meetingById } from '#db/meetings.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Change a meeting');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'panel.manage');
  const { authorityId, id: programmeId } = programme;
  const id = params['meetingId'] ?? '';
  const meeting = await meetingById(theStore().read, authorityId, programmeId, id);
  if (!meeting) throw new NotFound('meeting');
  return {
    programmeId,
    id,
    meeting: valuesOf(meeting),
    choices: await meetingChoices(programme, meeting.groupId),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const id = params['meetingId'] ?? '';
  const read = await parseForm(request, MeetingForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  try {
    const changed = await changeMeeting(person, programme, id, read.value, dayOf(new Date()));
    if (!changed.ok) return badInput(changed.problems, read.typed);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'title', message: error.message }], read.typed);
  }
  return redirectSaying(request, links.meeting(programme.id, id), 'The meeting is changed.');
});

export default function EditMeeting() {
  const { programmeId, id, meeting, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <MeetingTrail programmeId={programmeId} meeting={{ id, title: meeting.title }} />
        <ErrorSummary problems={answer?.problems} />
        <Heading>Change the meeting</Heading>
        <p className="govuk-body">
          Where day, time or place change, every member who was asked gets a message.
        </p>
        <Form>
          <MeetingFieldset {...{ answer, meeting, choices }} />
          <Button>Save the change</Button>
        </Form>
      </div>
    </div>
  );
}
