import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { audienceOf } from '#app/panel/poll/poll.ts';
import { printPoster } from '#app/panel/poll/print-poster.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { placeCode } from '#app/survey/from-template.ts';
import { sayDay } from '#app/ui/words.ts';
import { consultationById } from '#db/consultations.ts';
import { pollOf } from '#db/polls.ts';
import { theStore } from '#db/store.server.ts';

/** The poster of a poll. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme, authority } = await requireProgramme(request, params);
  const { read } = theStore();
  const id = params.consultationId ?? '';
  const consultation = await consultationById(read, programme.authorityId, programme.id, id);
  const poll = consultation && (await pollOf(read, programme.authorityId, id));
  if (!consultation || !poll) throw new NotFound('poll');
  const { title, closesOn } = consultation;
  const pdf = await printPoster({
    title,
    audience: audienceOf(poll.audience),
    address: publicAddress(request, links.pollDoor(poll.code)),
    until: closesOn === null ? '' : `Open to the end of ${sayDay(closesOn)}`,
    authority,
    madeAt: new Date(),
  });
  return new Response(pdf, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${placeCode(title).slice(0, 60)}-poster.pdf"`,
    },
  });
});
