import { renderToStaticMarkup } from 'react-dom/server';
import { readableHeld, type HeldTable } from './held.ts';

/** Everything held of somebody as a file: for them to read, or for another program. */
export function heldPage(
  authority: string,
  held: readonly HeldTable[],
  format: 'json' | 'html',
): Response {
  const name = `what-we-hold.${format}`;
  const headers = {
    'Content-Disposition': `${format === 'json' ? 'attachment' : 'inline'}; filename="${name}"`,
    'Cache-Control': 'no-store',
  };
  if (format === 'json') {
    return new Response(JSON.stringify({ authority, held }, null, 2), {
      headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' },
    });
  }
  const page = renderToStaticMarkup(
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <title>What we hold about you</title>
      </head>
      <body>
        <h1>What {authority} holds about you</h1>
        {readableHeld(held).map(({ what, rows }) => (
          <section key={what}>
            <h2>{what}</h2>
            {rows.map((row, at) => (
              <dl key={at}>
                {row.map(({ name: key, value }) => (
                  <div key={key}>
                    <dt>{key}</dt>
                    <dd dir="auto">{value}</dd>
                  </div>
                ))}
              </dl>
            ))}
          </section>
        ))}
      </body>
    </html>,
  );
  return new Response(`<!doctype html>${page}`, {
    headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' },
  });
}
