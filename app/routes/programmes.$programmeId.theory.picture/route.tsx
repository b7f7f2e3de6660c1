import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { can } from '#app/people/can.ts';
import { theorySvg } from '#app/theory/draw.ts';
import { FORMATS, FORMAT_WORDS } from '#app/theory/formats/exports.ts';
import { Picture } from '#app/theory/Picture.tsx';
import { TheoryHead } from '#app/theory/TheoryHead.tsx';
import { outlineText } from '#app/theory/words.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';
import { lastChange, theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('Theory of change: picture');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const theory = await theoryOfProgramme(read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  const may = can(person, 'theory.edit', programme);
  return {
    programmeId: programme.id,
    title: theory.title,
    svg: theorySvg(theory),
    text: outlineText(theory),
    last: await lastChange(read, programme.authorityId, theory.id),
    readOnly: may.yes ? null : may.reason,
  };
});

export default function TheoryPicture() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <TheoryHead {...page} view="picture" />
      <Picture svg={page.svg} text={page.text} />
      <section className="tl-noprint" aria-labelledby="downloads">
        <h2 className="govuk-heading-m" id="downloads">
          Take it with you
        </h2>
        <ul className="govuk-list">
          {FORMATS.filter((format) => FORMAT_WORDS[format].group === 'show').map((format) => (
            <li key={format}>
              <a
                className="govuk-link"
                href={links.exportTheory(page.programmeId, format)}
                download
              >
                {FORMAT_WORDS[format].name}
              </a>
            </li>
          ))}
          <li>
            <a className="govuk-link" href={links.theoryFiles(page.programmeId)}>
              Every other file, and bringing one in
            </a>
          </li>
        </ul>
      </section>
    </>
  );
}
