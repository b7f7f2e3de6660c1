import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { statementRows } from '#app/panel/opinion/conversation-page.ts';
import { groupsOfConversation } from '#app/panel/opinion/found-groups.server.ts';
import { opinionsOf } from '#app/panel/opinion/opinions.ts';
import { readConversation } from '#app/panel/opinion/read-conversation.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { writeCsv } from '#app/survey/csv.ts';
import { theStore } from '#db/store.server.ts';

/** The statements with their counts, small numbers hidden: a file goes further than a page. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  const id = params['conversationId'] ?? '';
  const { conversation, table } = await readConversation(theStore().read, programme, id);
  if (conversation.state !== 'kept') throw new NotFound('conversation');
  const groups = await groupsOfConversation(conversation.id, table);
  const rows = statementRows(opinionsOf(table, false, groups));
  return new Response(writeCsv(rows, { forExcel: true }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="statements.csv"',
      'Cache-Control': 'private, no-store',
    },
  });
});
