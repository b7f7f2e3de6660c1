import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import {
  dropConversation,
  keepConversation,
  LONGEST_TITLE,
} from '#app/panel/opinion/bring-conversation.server.ts';
import { ConversationPage } from '#app/panel/opinion/ConversationPage.tsx';
import { castShown } from '#app/panel/opinion/conversation-page.ts';
import { groupsOfConversation } from '#app/panel/opinion/found-groups.server.ts';
import { opinionsOf } from '#app/panel/opinion/opinions.ts';
import { readConversation } from '#app/panel/opinion/read-conversation.server.ts';
import { can } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';

interface MetaArgs {
  data?: { conversation: { title: string } } | undefined;
}

export const meta = ({ data }: MetaArgs) => titleOf(data?.conversation.title ?? 'Conversation');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const whole = await readConversation(theStore().read, programme, params['conversationId'] ?? '');
  const { conversation, statements, table } = whole;
  const mayImport = can(person, 'conversations.import', programme);
  // What nobody has kept yet is seen by those who may keep it.
  if (conversation.state !== 'kept' && !mayImport.yes) throw new NotFound('conversation');
  const closely = can(person, 'answers.read', programme).yes;
  const { id, title, description, address, state, voters, votesCast } = conversation;
  const last = table.voters.flat().filter((vote) => vote !== null).length;
  return {
    programmeId: programme.id,
    conversation: { id, title, description, address, state, voters, votesCast },
    changed: votesCast - last,
    opinions: opinionsOf(table, closely, await groupsOfConversation(id, table)),
    cast: castShown(statements, closely),
    page: Number(new URL(request.url).searchParams.get('page')) || 0,
    mayImport,
  };
});

const Change = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('keep'),
    title: z
      .string()
      .min(1, 'Enter a title')
      .max(LONGEST_TITLE, `Title must be ${LONGEST_TITLE} characters or fewer`),
  }),
  z.object({ intent: z.literal('drop') }),
]);

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'conversations.import');
  const id = params['conversationId'] ?? '';
  const read = await parseForm(request, Change);
  if (!read.ok) return badInput(read.problems, read.typed);
  switch (read.value.intent) {
    case 'keep':
      await keepConversation(person, programme, id, read.value.title);
      return redirectSaying(request, links.conversation(programme.id, id), 'It is kept.');
    case 'drop':
      await dropConversation(person, programme, id);
      return redirectSaying(request, links.conversations(programme.id), 'It is taken out.');
  }
});

export default function Conversation() {
  const answer = useActionData<typeof action>();
  return <ConversationPage {...useLoaderData<typeof loader>()} answer={answer} />;
}
