import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { Conflict } from '#app/people/errors.ts';
import { bringPack, previewPack } from '#app/plan/coverage/bring-pack.server.ts';
import { NewPackPage, type NewPackAnswer } from '#app/plan/coverage/NewPackPage.tsx';
import { readOwnPack } from '#app/plan/coverage/own-pack.ts';
import { NewPackForm } from '#app/plan/coverage/pack-forms.ts';
import { itemsSent } from '#app/plan/coverage/pack-file.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Bring in a pack of your own');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'packs.edit');
  return { programmeId: programme.id };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'packs.edit');
  const read = await parseForm(request, NewPackForm);
  if (!read.ok) return wrongItems(read);
  const form = read.value;
  const sent = await itemsSent(form);
  // What was in the file stands in the field from now on: to be corrected, and never chosen again.
  const typed = { ...read.typed, items: sent.items, fileName: sent.fileName };
  if (sent.problem !== null) {
    return wrongItems({ problems: [{ field: 'file', message: sent.problem }], typed });
  }
  const found = readOwnPack(sent.items, form);
  if (!found.ok) {
    const [first] = found.problems;
    const message = first === undefined ? 'It cannot be read' : `${first.where}: ${first.message}`;
    return wrongItems({ problems: [{ field: 'items', message }], typed, wrong: found.problems });
  }
  const preview = await previewPack(person, found.pack);
  if (form.intent === 'check') return data<NewPackAnswer>({ problems: [], typed, preview });
  if (form.why === '') {
    const message = 'Say why it is brought in, so that whoever reads the plan later knows';
    return wrongItems({ problems: [{ field: 'why', message }], typed, preview });
  }
  try {
    const { version } = await bringPack(person, found.pack, { ...form, fileName: sent.fileName });
    const to = links.pack(programme.id, found.pack.id);
    return redirectSaying(
      request,
      to,
      `Version ${version} is there. Programmes can follow it now.`,
    );
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return wrongItems({ problems: [{ field: 'why', message: error.message }], typed, preview });
  }
});

const wrongItems = ({ problems, typed, wrong, preview }: NewPackAnswer) =>
  data<NewPackAnswer>(
    { problems, typed, ...(wrong ? { wrong } : {}), ...(preview ? { preview } : {}) },
    { status: 422 },
  );

export default function NewPackRoute() {
  const { programmeId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <NewPackPage programmeId={programmeId} answer={answer} />;
}
