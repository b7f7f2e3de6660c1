import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { can } from '#app/people/can.ts';
import { readOverlay } from '#app/plan/read-overlay.server.ts';
import { theorySvg } from '#app/theory/draw.ts';
import { FORMATS, FORMAT_WORDS } from '#app/theory/formats/exports.ts';
import { lookedAt } from '#app/theory/looked-at.ts';
import { partsOf } from '#app/theory/parts.ts';
import { Picture } from '#app/theory/Picture.tsx';
import { OverlayTable, PictureChoices, TooMany } from '#app/theory/PicturePage.tsx';
import { drawnAs, shownOf } from '#app/theory/shown-picture.ts';
import { ONLY_READ } from '#app/theory/history/moment.ts';
import { shownTheory } from '#app/theory/history/read-moment.server.ts';
import { TheoryHead } from '#app/theory/TheoryHead.tsx';
import { outlineText } from '#app/theory/words.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';
import { lastChange } from '#db/theory.ts';

export const meta = () => titleOf('Theory of change: picture');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const seen = await shownTheory(read, programme, lookedAt(request.url));
  if (seen === undefined) throw redirect(links.startTheory(programme.id));
  const { theory, moment } = seen;
  const may = can(person, 'theory.edit', programme);
  const shown = shownOf(request.url, theory);
  const drawn = drawnAs(theory, shown);
  const overlay =
    shown.overlay === null
      ? null
      : await readOverlay(person, programme, drawn.theory, shown.overlay);
  const marks = overlay === null ? {} : { marks: overlay.marks };
  return {
    programmeId: programme.id,
    title: theory.title,
    look: lookedAt(request.url),
    shown,
    parts: partsOf(theory),
    boxes: drawn.theory.boxes.length,
    rows: overlay?.rows ?? [],
    svg: theorySvg(drawn.theory, { ...drawn.options, ...marks }),
    text: outlineText(drawn.theory),
    last: await lastChange(read, programme.authorityId, theory.id),
    moment,
    readOnly: moment !== null ? ONLY_READ : may.yes ? null : may.reason,
  };
});

export default function TheoryPicture() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <TheoryHead {...page} view="picture" />
      <PictureChoices {...page} />
      <TooMany {...page} />
      <Picture svg={page.svg} text={page.text} />
      {page.shown.overlay === null ? null : (
        <OverlayTable id={page.shown.overlay} rows={page.rows} />
      )}
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
