import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireStaff } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { setConsultingTime } from '#app/panel/formal/set-consulting-time.server.ts';
import { ConsultingTimeForm } from '#app/panel/formal/time.ts';
import { TimePage } from '#app/panel/formal/TimePage.tsx';
import { can } from '#app/people/can.ts';
import { StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';
import { consultingTimeOf } from '#db/formal.ts';
import { theStore } from '#db/store.server.ts';

export { staffStyles as links };
export const meta = () => titleOf('Time for formal consultations');

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person } = await requireStaff(request);
  const time = await consultingTimeOf(theStore().read, person.authorityId);
  const { leastDays, why, elections, changedOn } = time;
  return {
    time: { leastDays, why, elections, changedOn },
    mayEdit: can(person, 'authority.edit', person),
  };
});

export const action = answering(async ({ request }: ActionFunctionArgs) => {
  const { person } = await requireStaff(request);
  const read = await parseForm(request, ConsultingTimeForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  await setConsultingTime(person, read.value);
  return redirectSaying(request, links.consultingTime(), 'The time is set.');
});

export default function ConsultingTimeRoute() {
  const answer = useActionData<typeof action>();
  return (
    <StaffFrame>
      <TimePage {...useLoaderData<typeof loader>()} answer={answer} />
    </StaffFrame>
  );
}
