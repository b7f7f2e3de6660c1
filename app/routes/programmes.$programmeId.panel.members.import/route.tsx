import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import type { Problem } from '#app/http/problems.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { bringMembers, lookAtFile, SentMembers } from '#app/panel/members/bring-members.server.ts';
import { ImportMembers } from '#app/panel/members/ImportMembers.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf, many } from '#app/ui/words.ts';

export const meta = () => titleOf('Bring members in from a file');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'panel.manage');
  return { programmeId: programme.id };
});

const Fields = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('look'),
    file: z
      .instanceof(File, { error: 'Choose a file' })
      .refine((file) => file.size > 0, 'Choose a file that is not empty')
      .refine((file) => file.size < 1_000_000, 'The file must be smaller than 1 MB'),
  }),
  z.object({ intent: z.literal('bring'), members: z.string().max(2_000_000) }),
]);

const nothing: Problem[] = [];

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const read = await parseForm(request, Fields);
  const wrong = (problems: Problem[]) => data({ problems, looked: null }, { status: 422 });
  if (!read.ok) return wrong(badInput(read.problems).data.problems);
  switch (read.value.intent) {
    case 'look': {
      const bytes = new Uint8Array(await read.value.file.arrayBuffer());
      const looked = await lookAtFile(person, programme, bytes, dayOf(new Date()));
      if (!looked.ok) return wrong([{ field: 'file', message: looked.message }]);
      return data({ problems: nothing, looked }, { status: 200 });
    }
    case 'bring': {
      const sent = SentMembers.safeParse(parsed(read.value.members));
      if (!sent.success) {
        return wrong([
          { field: 'file', message: 'Choose the file again: it did not arrive whole' },
        ]);
      }
      const brought = await bringMembers(person, programme, sent.data);
      const words = `${many(brought, 'member is', 'members are')} on the panel now.`;
      return redirectSaying(request, links.members(programme.id), words);
    }
  }
});

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

export default function Import() {
  const answer = useActionData<typeof action>();
  return <ImportMembers {...useLoaderData<typeof loader>()} answer={answer} />;
}
