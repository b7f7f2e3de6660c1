import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { decidedIn, evidenceChoices, publicView, whoIn } from '#app/theory/publish/public-view.ts';
import {
  namedInPublic,
  publishVersion,
  withdrawVersion,
} from '#app/theory/publish/publish-version.server.ts';
import { VersionPage } from '#app/theory/publish/VersionPage.tsx';
import { countsInWords } from '#app/theory/words.ts';
import { ErrorSummary } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';
import { versionById } from '#db/theory-versions.ts';

export const meta = () => titleOf('A version of the theory');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const { authorityId, id } = programme;
  const found = await versionById(read, authorityId, id, params['versionId'] ?? '');
  if (found === undefined) throw new NotFound('version');
  const { version, theory, seen: published } = found;
  const may = can(person, 'theory.edit', programme);
  const page = {
    theory: publicView(theory, { evidence: [], leads: false }),
    name: version.name,
    comment: '',
    programme: programme.title,
  };
  return {
    programmeId: id,
    title: theory.title,
    version,
    counts: countsInWords(theory),
    who: whoIn(theory),
    evidence: evidenceChoices(theory),
    before: published === null ? null : decidedIn(published),
    named: may.yes ? await namedInPublic(read, authorityId, page) : [],
    readOnly: may.yes ? null : may.reason,
  };
});

const Ids = z
  .union([z.string().max(80), z.array(z.string().max(80)).max(3_000)])
  .optional()
  .transform((ids) => (ids === undefined ? [] : typeof ids === 'string' ? [ids] : ids));

const VersionForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('publish'),
    evidence: Ids,
    leads: z.literal('yes').optional(),
    comment: z.string().trim().max(1_000, 'Shorten it to 1,000 characters or fewer'),
  }),
  z.object({ intent: z.literal('withdraw') }),
]);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, VersionForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const versionId = params['versionId'] ?? '';
  const here = links.theoryVersion(programme.id, versionId);
  if (read.value.intent === 'withdraw') {
    await withdrawVersion(person, programme.id, versionId);
    return redirectSaying(request, here, 'The version is off the public page.');
  }
  const { evidence, leads, comment } = read.value;
  try {
    const shown = { evidence, leads: leads === 'yes', comment };
    const done = await publishVersion(person, programme.id, versionId, shown);
    if ('code' in done)
      return redirectSaying(request, here, 'Everybody can read this version now.');
    const message = `It is not published, because it names a person in ${done.named.join(
      '; ',
    )}. Say a role instead.`;
    return badInput([{ field: 'comment', message }], read.typed);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'comment', message: error.message }], read.typed);
  }
});

export default function TheoryVersion() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        trail={[{ href: links.theoryHistory(page.programmeId), words: 'History of the theory' }]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={page.title}>{page.version.name}</Heading>
      {page.readOnly === null ? null : <p className="govuk-body tl-reason">{page.readOnly}</p>}
      <VersionPage {...page} mayEdit={page.readOnly === null} answer={answer} />
    </>
  );
}
