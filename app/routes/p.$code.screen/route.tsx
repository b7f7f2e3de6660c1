import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { ItemResults } from '#app/panel/kinds/ItemResults.tsx';
import { pollAt, roomSaid } from '#app/panel/poll/answer-poll.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { QrCode } from '#app/ui/QrCode.tsx';
import { qrOutline } from '#app/ui/qr.server.ts';
import { publicStyles } from '#app/ui/styles.ts';

export { publicStyles as links };

export const meta = ({ data }: { data?: { title: string } | undefined }) =>
  titleOf(data?.title ?? 'Poll');

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

/**
 * A wall has nobody to press reload: when it is asked to, the page does it by itself, in seconds.
 * Nobody who reads it in their own time has it change under them (WCAG 2.2.1).
 */
const LIVE = { headers: { Refresh: '15' } };

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const poll = await pollAt(params.code ?? '');
  if (!poll.onScreen && poll.state === 'open') throw new NotFound('screen');
  const address = publicAddress(request, links.pollDoor(poll.code));
  const { authority, title, state, code } = poll;
  const live = state === 'open' && new URL(request.url).searchParams.has('live');
  const page = {
    ...{ authority, title, state, code, live },
    address: address.replace(/^https?:\/\//, ''),
    qr: qrOutline(address),
    room: await roomSaid(poll),
  };
  return data(page, live ? LIVE : {});
});

export default function Screen() {
  const { authority, title, room, code, live, state, address, qr } = useLoaderData<typeof loader>();
  return (
    <PublicFrame authority={authority}>
      <h1 className="govuk-heading-l">{title}</h1>
      {state === 'open' ? (
        <div className="tl-screen-head">
          <QrCode {...qr} label={`QR code that opens ${address}`} />
          <p className="govuk-body-l">
            <strong>{address}</strong>
            <br />
            The counts change after every five people.
          </p>
        </div>
      ) : null}
      <ItemResults results={room} plain />
      {state === 'open' ? (
        <p className="govuk-body-s">
          {live ? (
            <a className="govuk-link" href={links.pollScreen(code)}>
              Stop it from changing by itself
            </a>
          ) : (
            <a className="govuk-link" href={`${links.pollScreen(code)}?live`}>
              For a screen in the room: keep it up to date by itself
            </a>
          )}
        </p>
      ) : null}
    </PublicFrame>
  );
}
