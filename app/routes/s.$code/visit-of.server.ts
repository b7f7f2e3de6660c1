import { redirect } from '@remix-run/node';
import { links } from '#app/http/links.ts';
import { underWay } from '#app/http/visit-cookies.server.ts';
import { writingOf } from '#app/survey/respondent-words.ts';
import { visit, type Visit } from '#app/survey/visit.server.ts';
import { dayOf } from '#app/ui/words.ts';

/** Everything that the pages below /s/CODE begin with. */
export interface Visiting extends Visit {
  token: string | undefined;
  /** The path of this survey's pages, to which the cookies are bound. */
  path: string;
  today: string;
  now: Date;
}

/** Who stands at this address; another way of writing the code leads to the one address. */
export async function visitOf(
  request: Request,
  params: { code?: string | undefined },
): Promise<Visiting> {
  const token = underWay(request);
  const now = new Date();
  const today = dayOf(now);
  const found = await visit(params.code ?? '', token, today);
  const path = links.respond(found.survey.code);
  if (params.code !== found.survey.code && request.method === 'GET') throw redirect(path);
  return { ...found, token, path, today, now };
}

/** The visit of somebody who may answer now; anybody else reads at the door why not. */
export async function answeringVisit(request: Request, params: { code?: string | undefined }) {
  const found = await visitOf(request, params);
  if (found.state !== 'open' || !found.asking) throw redirect(found.path);
  return { ...found, asking: found.asking };
}

/** What the frame of each page needs. */
export function frameOf({ authority, survey, asking }: Visiting) {
  return {
    title: survey.title,
    /** After what the page is: "… – What would help your family? – Wexcombe Borough Council". */
    titleEnd: `${survey.title} – ${authority.name}`,
    authority: {
      name: authority.name,
      colour: authority.colour,
      isDemonstration: authority.isDemonstration,
    },
    ...writingOf(asking?.rules.definition.locale),
  };
}
