import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { checkedForm } from '#app/http/forms.server.ts';
import { answering } from '#app/http/guards.server.ts';
import { forgetSentKey, sentKey } from '#app/http/visit-cookies.server.ts';
import { RespondentFrame, respondentTitle, type Frame } from '#app/survey/RespondentFrame.tsx';
import { RESPONDENT_WORDS as words } from '#app/survey/respondent-words.ts';
import { receiptOf } from '#app/survey/submit-response.server.ts';
import { Sent } from '#app/survey/SurveyDoor.tsx';
import { frameOf, visitOf } from '../s.$code/visit-of.server.ts';

/** The receipt: shown again on every reload, and to nobody who did not send. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const visit = await visitOf(request, params);
  const reference = await receiptOf(visit, sentKey(request));
  if (reference === undefined) throw redirect(visit.path);
  return { frame: frameOf(visit), reference, another: visit.path };
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

export const meta = ({ data }: MetaArgs) => respondentTitle(data?.frame, words.sentHeading);

export default function Done() {
  const { frame, reference, another } = useLoaderData<typeof loader>();
  return (
    <RespondentFrame frame={frame}>
      <Sent reference={reference} another={another} />
    </RespondentFrame>
  );
}
