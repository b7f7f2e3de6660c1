import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { checkedForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import {
  LINK_LASTS_DAYS,
  makePersonalLink,
  sendPersonalLink,
} from '#app/panel/make-personal-link.server.ts';
import { linkStateOf } from '#app/panel/personal-link.ts';
import { PersonalLetter } from '#app/panel/PersonalLetter.tsx';
import { CHANNEL_WORDS, channelFor } from '#app/panel/post/channel.ts';
import { NotFound } from '#app/people/errors.ts';
import { Button, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { qrOutline } from '#app/ui/qr.server.ts';
import { dayOf, sayDay } from '#app/ui/words.ts';
import { contactOf, memberById, newestLinkOf } from '#db/panel.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Personal link');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme, authority } = await requireProgramme(request, params, 'panel.manage');
  const { read } = theStore();
  const { authorityId, id: programmeId } = programme;
  const member = await memberById(read, authorityId, programmeId, params.memberId ?? '');
  if (!member || member.leftOn !== null) throw new NotFound('member');
  const link = await newestLinkOf(read, authorityId, member.personId);
  return {
    programmeId,
    memberId: member.id,
    name: member.name,
    authorityName: authority.name,
    days: LINK_LASTS_DAYS,
    sentBy: CHANNEL_WORDS[channelFor(await contactOf(read, authorityId, member.id))],
    link: linkStateOf(link, new Date()),
  };
});

/** The link is in the answer to this one post, and nowhere else afterwards. */
export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const form = await checkedForm(request);
  const memberId = params.memberId ?? '';
  if (form.get('intent') === 'send') {
    await sendPersonalLink(person, programme, memberId);
    const said = 'The link waits to be sent. It stands among the messages of the panel.';
    return redirectSaying(request, links.member(programme.id, memberId), said);
  }
  const { token, expiresAt } = await makePersonalLink(person, programme, memberId);
  const address = publicAddress(request, links.personalLink(token));
  return { address, qr: qrOutline(address), worksUntil: dayOf(expiresAt) };
});

export default function PersonalLink() {
  const { programmeId, memberId, name, authorityName, days, sentBy, link } =
    useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  return (
    <>
      <div className="tl-noprint">
        <Breadcrumbs
          trail={[
            { href: links.panel(programmeId), words: 'Panel' },
            { href: links.members(programmeId), words: 'Members' },
            { href: links.member(programmeId, memberId), words: name },
          ]}
        />
        <Heading>Personal link of {name}</Heading>
        {made ? (
          <Made {...made} />
        ) : (
          <>
            <p className="govuk-body">{link.words}</p>
            <h2 className="govuk-heading-m">Send a new link</h2>
            <p className="govuk-body">
              It goes by {sentBy}, works for {days} days, and nobody else sees it. Earlier links end
              when the new one is first used.
            </p>
            <Form>
              <Button intent="send">Send a new link</Button>
            </Form>
            <h2 className="govuk-heading-m">Make a link yourself</h2>
            <p className="govuk-body">
              You see it once: copy it, or print the letter before you leave the page. It works for{' '}
              {days} days.{link.works ? ' The link that works now stops working at once.' : null}
            </p>
            <Form>
              <Button kind="secondary">
                {link.works ? 'Replace the link' : 'Make a personal link'}
              </Button>
            </Form>
          </>
        )}
      </div>
      {made ? <PersonalLetter {...made} name={name} authorityName={authorityName} /> : null}
    </>
  );
}

function Made({ address, worksUntil }: { address: string; worksUntil: string }) {
  return (
    <>
      <div className="govuk-inset-text">
        <p className="govuk-body">
          <strong>This link is shown once.</strong> It works until {sayDay(worksUntil)}; earlier
          links have stopped working.
        </p>
        <label className="govuk-label govuk-label--s" htmlFor="address">
          Link to copy
        </label>
        <input className="govuk-input" id="address" readOnly defaultValue={address} />
      </div>
      <p className="govuk-body">
        Below is a letter with the link and a QR code. Print this page: only the letter is printed.
      </p>
    </>
  );
}
