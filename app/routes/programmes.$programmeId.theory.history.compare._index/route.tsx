import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { can } from '#app/people/can.ts';
import { optionsOf, readDifference } from '#app/theory/history/compare.server.ts';
import { ComparePage } from '#app/theory/history/ComparePage.tsx';
import { isSame } from '#app/theory/history/difference.ts';
import { differenceText } from '#app/theory/history/difference-document.ts';
import { differenceSvg } from '#app/theory/history/difference-picture.ts';
import { differenceInWords, differenceTables } from '#app/theory/history/difference-rows.ts';
import { TheoryHead } from '#app/theory/TheoryHead.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('Theory of change: what changed');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const theory = await theoryOfProgramme(read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  const asked = new URL(request.url).searchParams;
  const found = await readDifference(read, programme.authorityId, theory, {
    from: asked.get('from') ?? '',
    to: asked.get('to') ?? '',
  });
  const { from, to, difference } = found;
  const may = can(person, 'theory.edit', programme);
  return {
    programmeId: programme.id,
    title: theory.title,
    from: from.key,
    to: to.key,
    fromWords: from.words,
    toWords: to.words,
    options: optionsOf(found),
    same: isSame(difference),
    summary: differenceInWords(difference),
    tables: differenceTables(from.theory, to.theory, difference),
    svg: differenceSvg(from.theory, to.theory, difference),
    text: differenceText(found),
    readOnly: may.yes ? null : may.reason,
  };
});

export default function TheoryDifference() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <TheoryHead {...page} view="history" />
      <ComparePage {...page} />
    </>
  );
}
