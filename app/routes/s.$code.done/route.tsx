import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { checkedForm } from '#app/http/forms.server.ts';
import { answering } from '#app/http/guards.server.ts';
import { forgetSentKey, sentKey } from '#app/http/visit-cookies.server.ts';
import { links } from '#app/http/links.ts';
import {
  RespondentFrame,
  respondentTitle,
  wordOf,
  type Frame,
} from '#app/survey/RespondentFrame.tsx';
import { receiptOf } from '#app/survey/submit-response.server.ts';
import { Sent } from '#app/survey/SurveyDoor.tsx';
import { frameOf, visitOf } from '../s.$code/visit-of.server.ts';

/** The receipt: shown again on every reload, and to nobody who did not send. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const visit = await visitOf(request, params);
  const reference = await receiptOf(visit, sentKey(request));
  if (reference === undefined) throw redirect(visit.path);
  const eraseHref = links.respondErase(visit.survey.code);
  return { frame: frameOf(visit), reference, another: visit.path, eraseHref };
});

/** On a phone or tablet that others use, the reference can be taken off the screen. */
export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  await checkedForm(request);
  const { path } = await visitOf(request, params);
  return redirect(path, { headers: { 'Set-Cookie': forgetSentKey(request, path) } });
});

interface MetaArgs {
  data?: { frame: Frame } | undefined;
}

export const meta = ({ data }: MetaArgs) =>
  respondentTitle(data?.frame, wordOf(data?.frame, 'sentHeading'));

export default function Done() {
  const { frame, reference, another, eraseHref } = useLoaderData<typeof loader>();
  return (
    <RespondentFrame frame={frame}>
      <Sent reference={reference} another={another} eraseHref={eraseHref} />
    </RespondentFrame>
  );
}
