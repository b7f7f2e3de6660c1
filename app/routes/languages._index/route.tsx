import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireStaff } from '#app/http/guards.server.ts';
import { links as to } from '#app/http/links.ts';
import { languageStates } from '#app/survey/languages/check-language.server.ts';
import { LanguageList } from '#app/survey/languages/LanguagePages.tsx';
import { Heading, StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';
import { theStore } from '#db/store.server.ts';

export { staffStyles as links };
export const meta = () => titleOf('Languages of families’ pages');

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person } = await requireStaff(request);
  const states = await languageStates(theStore().read, person.authorityId);
  const rows = states.map(({ language, check, before, changed }) => ({
    ...language,
    checkedBy: check?.by ?? null,
    checkedOn: check?.on ?? null,
    changedSince: before !== null,
    changed: changed.length,
    href: to.languageWords(language.code),
  }));
  return { rows };
});

export default function Languages() {
  const { rows } = useLoaderData<typeof loader>();
  return (
    <StaffFrame>
      <Heading>Languages of families’ pages</Heading>
      <LanguageList rows={rows} />
    </StaffFrame>
  );
}
