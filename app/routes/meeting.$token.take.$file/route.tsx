import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { meetingOfLink } from '#app/panel/meetings/member-meetings.server.ts';
import { isMeetingFile } from '#app/panel/meetings/minutes.ts';
import { printForMember } from '#app/panel/meetings/print-meeting.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';

/** Papers and calendar entry for whoever holds the link of an invitation. Minutes need a sign-in. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { file } = params;
  const found = await meetingOfLink(params['token'] ?? '');
  if (!found || !isMeetingFile(file) || file.startsWith('minutes.')) throw new NotFound('file');
  const at = new Date();
  const { meeting } = found;
  // The address in a calendar holds no token: calendars are shared and synchronised.
  const address = publicAddress(request, links.memberMeeting(meeting.id));
  const printed = await printForMember(meeting, file, { today: dayOf(at), at, address });
  return new Response(printed.body, {
    headers: {
      'Content-Type': printed.type,
      'Content-Disposition': `attachment; filename="${printed.fileName}"`,
      'Content-Length': String(printed.body.byteLength),
      'Cache-Control': 'private, no-store',
    },
  });
});
