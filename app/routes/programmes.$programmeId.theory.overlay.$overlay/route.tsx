import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { readOverlay } from '#app/plan/read-overlay.server.ts';
import { OVERLAYS, type SentOverlay } from '#app/theory/overlays/overlay.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';

/** What is laid over the canvas, as the canvas asks for it. The page of the picture has it with its table. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const id = OVERLAYS.find((each) => each === params['overlay']);
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (id === undefined || theory === undefined) throw new NotFound('overlay');
  const { marks } = await readOverlay(person, programme, theory, id);
  const sent: SentOverlay = { boxes: [...marks.boxes], links: [...marks.links] };
  return Response.json(sent, { headers: { 'Cache-Control': 'no-store' } });
});
