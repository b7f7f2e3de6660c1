import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { pressedBy } from '#app/http/press.server.ts';
import { keepSentKey } from '#app/http/visit-cookies.server.ts';
import { callFor, expressInterest } from '#app/panel/recruit/express-interest.server.ts';
import { InterestForm } from '#app/panel/recruit/interest.ts';
import { JoinPage } from '#app/panel/recruit/JoinPage.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';
import { dayOf } from '#app/ui/words.ts';
import { programmeById } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';

export { publicStyles as links };
export const meta = () => titleOf('Join the parent carer panel');

export const loader = answering(async ({ params }: LoaderFunctionArgs) => {
  const { call, authority, open } = await callFor(params['code'] ?? '', dayOf(new Date()));
  const programme = await programmeById(theStore().read, call.authorityId, call.programmeId);
  const { name, colour, isDemonstration } = authority;
  const { title, invitation, closesOn, keepUntil, code } = call;
  return {
    authority: { name, colour, isDemonstration },
    call: { title, invitation, closesOn, keepUntil, code, open },
    places: programme?.places ?? [],
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const today = dayOf(new Date());
  const { call } = await callFor(params['code'] ?? '', today);
  pressedBy(call.authorityId);
  const read = await parseForm(request, InterestForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const kept = await expressInterest(call.code, read.value, today);
  if (kept === 'closed') return redirect(links.join(call.code));
  // The reference stands in a cookie of this call's pages: an address is copied and logged.
  const path = links.join(call.code);
  const done = links.joined(call.code);
  return redirect(kept.worrying ? links.helpNow(done) : done, {
    headers: { 'Set-Cookie': keepSentKey(request, path, kept.reference) },
  });
});

export default function Join() {
  return <JoinPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
