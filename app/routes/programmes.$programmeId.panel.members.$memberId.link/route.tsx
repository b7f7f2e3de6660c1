import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { checkedForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { LINK_LASTS_DAYS, makePersonalLink } from '#app/panel/make-personal-link.server.ts';
import { linkStateOf } from '#app/panel/personal-link.ts';
import { PersonalLetter } from '#app/panel/PersonalLetter.tsx';
import { NotFound } from '#app/people/errors.ts';
import { Button, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { qrOutline } from '#app/ui/qr.server.ts';
import { dayOf, sayDay } from '#app/ui/words.ts';
import { memberById, newestLinkOf } from '#db/panel.ts';
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
    link: linkStateOf(link, new Date()),
  };
});

/** The link is in the answer to this one post, and nowhere else afterwards. */
export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  await checkedForm(request);
  const { token, expiresAt } = await makePersonalLink(person, programme, params.memberId ?? '');
  const address = publicAddress(request, links.personalLink(token));
  return { address, qr: qrOutline(address), worksUntil: dayOf(expiresAt) };
});

export default function PersonalLink() {
  const { programmeId, memberId, name, authorityName, days, link } = useLoaderData<typeof loader>();
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
            <p className="govuk-body">
              A new link works for {days} days. You see it once: copy it into an e-mail or print the
              letter before you leave the page.
              {link.works ? ' The link that works now stops working at once.' : null}
            </p>
            <Form>
              <Button>{link.works ? 'Replace the link' : 'Make a personal link'}</Button>
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
