import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireMember } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { myMeeting } from '#app/panel/meetings/member-meetings.server.ts';
import { isMeetingFile } from '#app/panel/meetings/minutes.ts';
import { printForMember } from '#app/panel/meetings/print-meeting.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';

/** A file of a meeting for a member who was asked to it. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person } = await requireMember(request);
  const { file } = params;
  const { meeting } = await myMeeting(person, params['meetingId'] ?? '');
  if (!isMeetingFile(file)) throw new NotFound('file');
  const at = new Date();
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
