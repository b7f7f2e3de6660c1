import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering } from '#app/http/guards.server.ts';
import { signedIn } from '#app/http/session.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { consultationOfPerson } from '#db/consultations.ts';
import { pictureById } from '#db/pictures.ts';
import { theStore } from '#db/store.server.ts';

/** A picture of a ballot: for staff of its authority, and for members who are asked about it. */
export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const found = await signedIn(request);
  const { size } = params;
  if (!found || (size !== 'small' && size !== 'large')) throw new NotFound('picture');
  const { read } = theStore();
  const { person } = found;
  const picture = await pictureById(read, person.authorityId, params.pictureId ?? '', size);
  if (!picture) throw new NotFound('picture');
  if (person.role === 'panel-member') {
    const { consultationId } = picture;
    const asked = await consultationOfPerson(read, person.authorityId, person.id, consultationId);
    if (!asked) throw new NotFound('picture');
  }
  return new Response(Buffer.from(picture.bytes, 'base64'), {
    headers: {
      'Content-Type': 'image/webp',
      // A changed picture has another address.
      'Cache-Control': 'private, max-age=86400',
    },
  });
});
