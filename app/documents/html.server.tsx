import { renderToStaticMarkup } from 'react-dom/server';
import type { DocumentModel } from './blocks.ts';
import { readableOnWhite } from './colours.ts';
import { DocumentBody, DocumentContents } from './DocumentBody.tsx';

/**
 * A document as one HTML file that needs nothing beside it: it opens from a share or an e-mail, reads
 * well on a phone and with a screen reader, and prints on A4.
 */
export function renderHtml(model: DocumentModel): string {
  const { authority, title, subtitle } = model;
  const page = renderToStaticMarkup(
    <html lang={model.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title}: ${subtitle} – ${authority.name}`}</title>
        <style dangerouslySetInnerHTML={{ __html: styleOf(readableOnWhite(authority.colour)) }} />
      </head>
      <body>
        <header>
          <p className="band">{authority.name}</p>
          {authority.isDemonstration ? (
            <p>
              <strong>Demonstration.</strong> {authority.name} is a fictional place: its families,
              figures and plans are made up.
            </p>
          ) : null}
        </header>
        <main>
          <h1>
            {title}: {subtitle}
          </h1>
          {model.cover.map((line, at) => (
            <p key={at}>{line}</p>
          ))}
          <DocumentContents model={model} />
          <DocumentBody model={model} />
        </main>
      </body>
    </html>,
  );
  return `<!doctype html>\n${page}\n`;
}

const styleOf = (colour: string) => `
body{font:1.05rem/1.5 "Atkinson Hyperlegible",Arial,sans-serif;color:#0b0c0c;max-width:60rem;margin:0 auto;padding:1rem}
.band{background:${colour};color:#fff;font-weight:700;padding:.75rem 1rem;margin:0 0 1rem}
h1,h2,h3,h4{color:${colour};line-height:1.2;break-after:avoid}
h2{margin-top:2.5rem}
.govuk-body-l{font-size:1.2rem}
.govuk-body-s,caption{color:#505a5f;font-size:.95rem}
table{border-collapse:collapse;width:100%}
caption{text-align:left;padding:.5rem 0}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #b1b4b6;overflow-wrap:anywhere}
th{background:${colour};color:#fff}
.govuk-table__header--numeric,.govuk-table__cell--numeric{text-align:right}
.tl-document__scroll{overflow-x:auto;margin:1rem 0}
.tl-document__scroll:focus-visible{outline:3px solid #fd0}
ins{text-decoration:none}del,.tl-was{color:#505a5f}.tl-mark{display:inline-block;padding:0 .35rem;border:1px solid #0b0c0c;font-size:.85rem}
.tl-shade-new{background:#fff7bf}.tl-shade-gone{background:#f3f2f1}
figure{margin:1.5rem 0}svg{max-width:100%;height:auto}
a{color:#1d70b8}a:focus-visible{outline:3px solid #fd0}
@media print{body{max-width:none;padding:0}tr{break-inside:avoid}thead{display:table-header-group}h2{break-before:page}.tl-document__scroll{overflow:visible}@page{size:A4;margin:2cm}}
`;
