import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, useMatches, useRouteError } from '@remix-run/react';
import type { ReactNode } from 'react';
import { csrfToken } from '#app/http/csrf.server.ts';
import { takeSaid } from '#app/http/said.server.ts';
import { signedIn } from '#app/http/session.server.ts';
import { newToken } from '#app/people/tokens.server.ts';
import type { RootData } from '#app/ui/Form.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { useNonce } from '#app/ui/nonce.ts';
import { staffStyles } from '#app/ui/styles.ts';
import { WentWrong } from '#app/ui/WentWrong.tsx';

export async function loader({ request }: LoaderFunctionArgs) {
  const found = await signedIn(request);
  const said = takeSaid(request);
  const root: RootData = {
    csrf: csrfToken(request),
    once: newToken(),
    authority: found && {
      name: found.authority.name,
      colour: found.authority.colour,
      isDemonstration: found.authority.isDemonstration,
    },
    person: found && { name: found.person.name, role: found.person.role },
    said: said?.words ?? null,
  };
  return data(root, said ? { headers: { 'Set-Cookie': said.forget } } : undefined);
}

/** The title where a page has none of its own: an error's. */
export const meta = () => titleOf('This page cannot be shown');

/** What a route says of itself. */
interface Handle {
  /** The page runs script in the browser. Left out, it is plain HTML and ships none. */
  script?: boolean;
}

/** The language of a page where families come, as its data says; everything else is in English. */
interface Framed {
  frame?: { lang?: string; dir?: 'ltr' | 'rtl' };
}

export function Layout({ children }: { children: ReactNode }) {
  const matches = useMatches();
  const script = matches.some((match) => (match.handle as Handle | undefined)?.script);
  const frame = matches.findLast(({ data }) => (data as Framed | undefined)?.frame?.lang)?.data;
  const { lang = 'en-GB', dir } = (frame as Framed | undefined)?.frame ?? {};
  const nonce = useNonce();
  return (
    <html lang={lang} dir={dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {script ? <Scripts {...(nonce === undefined ? {} : { nonce })} /> : null}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

/** The last net: what no route's own boundary caught. */
export function ErrorBoundary() {
  const error = useRouteError();
  return (
    <>
      {staffStyles().map((style) => (
        <link key={style.href} {...style} />
      ))}
      <WentWrong error={error} />
    </>
  );
}
