import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { can } from '#app/people/can.ts';
import { TheoryHead } from '#app/theory/TheoryHead.tsx';
import { readTwoStories } from '#app/theory/two-stories/read-two-stories.server.ts';
import { TwoStoriesPage } from '#app/theory/two-stories/TwoStoriesPage.tsx';
import { outlineText } from '#app/theory/words.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('Our story and the panel’s');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  const mayEdit = can(person, 'theory.edit', programme);
  return {
    programmeId: programme.id,
    title: theory.title,
    text: outlineText(theory),
    stories: await readTwoStories(person, programme, theory),
    readOnly: mayEdit.yes ? null : mayEdit.reason,
  };
});

export default function TheoryTwoStories() {
  const { title, readOnly, ...page } = useLoaderData<typeof loader>();
  return (
    <>
      <TheoryHead
        programmeId={page.programmeId}
        title={title}
        view="two-stories"
        readOnly={readOnly}
      />
      <h2 className="govuk-heading-m">Our story and the panel’s</h2>
      <TwoStoriesPage {...page} />
    </>
  );
}
