import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { isMeetingFile } from '#app/panel/meetings/minutes.ts';
import { printMeeting } from '#app/panel/meetings/print-meeting.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import { meetingById } from '#db/meetings.ts';
import { theStore } from '#db/store.server.ts';

/** A file of a meeting: its minutes, its papers or the entry for a calendar. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { file } = params;
  const where = [programme.authorityId, programme.id] as const;
  const meeting = await meetingById(theStore().read, ...where, params['meetingId'] ?? '');
  if (!meeting || !isMeetingFile(file)) throw new NotFound('file');
  const at = new Date();
  const address = publicAddress(request, links.memberMeeting(meeting.id));
  const printed = await printMeeting(person, programme, meeting, file, {
    today: dayOf(at),
    at,
    address,
  });
  return new Response(printed.body, {
    headers: {
      'Content-Type': printed.type,
      'Content-Disposition': `attachment; filename="${printed.fileName}"`,
      'Content-Length': String(printed.body.byteLength),
      'Cache-Control': 'private, no-store',
    },
  });
});
