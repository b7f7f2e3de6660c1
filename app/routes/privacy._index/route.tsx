import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireStaff } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { PrivacyHome } from '#app/privacy/PrivacyHome.tsx';
import { privacyHome } from '#app/privacy/privacy-home.server.ts';
import { Breadcrumbs, Heading, StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';
import { dayOf } from '#app/ui/words.ts';

export { staffStyles as links };
export const meta = () => titleOf('Personal data');

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person } = await requireStaff(request);
  return privacyHome(person, dayOf(new Date()));
});

export default function Privacy() {
  return (
    <StaffFrame>
      <Breadcrumbs trail={[{ href: links.authority(), words: 'The authority' }]} />
      <Heading size="xl">Personal data</Heading>
      <PrivacyHome {...useLoaderData<typeof loader>()} />
    </StaffFrame>
  );
}
