import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { sentKey } from '#app/http/visit-cookies.server.ts';
import { callFor } from '#app/panel/recruit/express-interest.server.ts';
import { typedReference } from '#app/survey/reference.ts';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';
import { dayOf, sayDay } from '#app/ui/words.ts';

export { publicStyles as links };
export const meta = () => titleOf('Thank you');

/** Says back the reference that this browser was given; it looks nothing up. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { call, authority } = await callFor(params['code'] ?? '', dayOf(new Date()));
  const { name, colour, isDemonstration } = authority;
  const { code, closesOn, keepUntil } = call;
  return {
    authority: { name, colour, isDemonstration },
    reference: typedReference(sentKey(request) ?? '') ?? null,
    call: { code, closesOn, keepUntil },
  };
});

export default function Joined() {
  const { authority, reference, call } = useLoaderData<typeof loader>();
  return (
    <PublicFrame authority={authority}>
      <div className="govuk-panel govuk-panel--confirmation">
        <h1 className="govuk-panel__title">Thank you for coming forward</h1>
        {reference === null ? null : (
          <div className="govuk-panel__body">
            Your reference
            <br />
            <strong>{reference}</strong>
          </div>
        )}
      </div>
      <h2 className="govuk-heading-m">What happens next</h2>
      <p className="govuk-body">
        After {sayDay(call.closesOn)} we draw by lot who joins the panel. We then write to you or
        call you, also if you were not drawn.
      </p>
      <p className="govuk-body">
        If you are not drawn, we delete your details after {sayDay(call.keepUntil)}. You can{' '}
        <a className="govuk-link" href={links.leaveCall(call.code)}>
          take back what you sent
        </a>{' '}
        with your reference at any time.
      </p>
    </PublicFrame>
  );
}
