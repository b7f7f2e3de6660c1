import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { whatFamiliesSaid } from '#app/panel/answer/say-about.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import { LinkForm, stamped, wantedOfLink } from '#app/theory/box-form.ts';
import { removalTold } from '#app/theory/conflict.ts';
import { readEvidence } from '#app/theory/evidence/read-evidence.server.ts';
import type { Theory } from '#app/theory/graph.ts';
import { openPage } from '#app/theory/live/follow-theory.server.ts';
import { wayBack } from '#app/theory/looked-at.ts';
import { LinkPage } from '#app/theory/LinkPage.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { newId } from '#db/ids.ts';
import { theStore } from '#db/store.server.ts';
import { removalOf, theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('Change a link of the theory');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  const id = params['linkId'] ?? '';
  const { evidence } = await readEvidence(programme, theory);
  const families = await whatFamiliesSaid(programme, { kind: 'link', id });
  const there = theory.links.find(({ id }) => id === params['linkId']);
  if (there !== undefined) {
    return {
      programmeId: programme.id,
      theory,
      link: there,
      removed: null,
      alsoOpen: openPage(person, theory.id, id),
      mark: newId(),
      families,
      evidence,
    };
  }
  // A link that somebody deleted is still shown to whoever was changing it: nothing typed is lost.
  const removed = await removedLink(programme.authorityId, theory, params['linkId'] ?? '');
  return {
    programmeId: programme.id,
    theory,
    ...removed,
    alsoOpen: [],
    mark: newId(),
    families,
    evidence,
  };
});

async function removedLink(authorityId: string, theory: Theory, id: string) {
  const removal = await removalOf(theStore().read, authorityId, theory.id, id);
  const link = removal?.inverse
    .flatMap((back) => (back.kind === 'addLink' ? [back.link] : []))
    .find((each) => each.id === id);
  if (removal === undefined || link === undefined) throw new NotFound('link');
  return { link: { ...link, kind: 'leadsTo' as const }, removed: removalTold(removal, theory) };
}

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, LinkForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const form = read.value;
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw new NotFound('theory of change');
  const wanted = wantedOfLink(theory, params['linkId'] ?? '', form);
  const reply = await applyOperations(person, programme.id, {
    theoryId: form.theoryId,
    baseSequence: form.base,
    sent: stamped(form.mark, wanted.operations),
  });
  if (reply.conflicts.length > 0) {
    return { problems: [], typed: read.typed, conflicts: reply.conflicts };
  }
  // The focus goes to the link, or to the box where it started when it is deleted.
  const linkId = params['linkId'] ?? '';
  const start = theory.links.find(({ id }) => id === linkId)?.source;
  const look = form.intent === 'remove' ? { box: start } : { link: linkId };
  return redirectSaying(request, wayBack(programme.id, request.url, look), wanted.said);
});

export default function TheoryLink() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <LinkPage {...page} answer={answer} />;
}
