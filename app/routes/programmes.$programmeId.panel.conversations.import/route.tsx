import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { bringConversation } from '#app/panel/opinion/bring-conversation.server.ts';
import { ImportConversation } from '#app/panel/opinion/ImportConversation.tsx';
import type { PolisBytes } from '#app/panel/opinion/polis/read-polis.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Bring in a conversation');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'conversations.import');
  return { programmeId: programme.id };
});

const needed = (name: string) =>
  z
    .instanceof(File, { message: `Choose the file ${name}` })
    .refine((file) => file.size > 0, { message: `Choose the file ${name}` });

const Upload = z.object({
  comments: needed('comments.csv'),
  votes: needed('votes.csv'),
  participants: z.instanceof(File).optional(),
  summary: z.instanceof(File).optional(),
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'conversations.import');
  const read = await parseForm(request, Upload);
  if (!read.ok) return data({ problems: read.problems, lines: [] }, { status: 422 });
  const brought = await bringConversation(person, programme, await filesOf(read.value), 'checked');
  if (!brought.ok) {
    const problems = [
      { field: 'lines', message: 'Nothing was brought in: look at what is wrong below' },
    ];
    return data({ problems, lines: brought.problems }, { status: 422 });
  }
  const said = brought.already
    ? 'These files are here already: this is the conversation that they hold.'
    : 'The files hold together. Look at the conversation, then keep it.';
  return redirectSaying(request, links.conversation(programme.id, brought.id), said);
});

async function filesOf(chosen: z.output<typeof Upload>): Promise<PolisBytes> {
  const bytes = async (file: File) => new Uint8Array(await file.arrayBuffer());
  const files: PolisBytes = {
    'comments.csv': await bytes(chosen.comments),
    'votes.csv': await bytes(chosen.votes),
  };
  // A browser sends an empty file where none was chosen.
  if (chosen.participants?.size) {
    files['participants-votes.csv'] = await bytes(chosen.participants);
  }
  if (chosen.summary?.size) files['summary.csv'] = await bytes(chosen.summary);
  return files;
}

export default function Import() {
  const { programmeId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ImportConversation programmeId={programmeId} answer={answer} />;
}
