import type { ActionFunctionArgs } from '@remix-run/node';
import { checkedForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { publicAddress } from '#app/http/public-address.server.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { printLetters } from '#app/panel/post/letters.server.ts';
import { dayOf } from '#app/ui/words.ts';

/** The letters that wait as one file. Asked for by a form: each time they carry new links. */
export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme, authority } = await requireProgramme(request, params, 'panel.manage');
  await checkedForm(request);
  const base = publicAddress(request, '/');
  const pdf = await printLetters(person, programme, authority, base);
  if (pdf === undefined) {
    return redirectSaying(request, links.letters(programme.id), 'No letter waits to be printed.');
  }
  return new Response(pdf, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="letters-${dayOf(new Date())}.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  });
});
