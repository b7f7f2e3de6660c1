import { renderDocx } from '#app/documents/docx.server.ts';
import { renderHtml } from '#app/documents/html.server.tsx';
import { renderPdf } from '#app/documents/pdf.server.ts';
import { differenceDocument, differenceText, type ToldDifference } from './difference-document.ts';
import { differenceSvg } from './difference-picture.ts';

/** The difference of two states as one of its files; null when there is no such file. */
export async function differenceFile(
  name: string,
  told: ToldDifference,
  about: Parameters<typeof differenceDocument>[1],
): Promise<{ mime: string; body: Uint8Array } | null> {
  const model = () => differenceDocument(told, about);
  switch (name) {
    case 'difference.docx':
      return {
        mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        body: await renderDocx(model()),
      };
    case 'difference.pdf':
      return {
        mime: 'application/pdf',
        body: await renderPdf(model(), new Date(`${about.madeOn}T12:00:00Z`)),
      };
    case 'difference.html':
      return { mime: 'text/html; charset=utf-8', body: bytes(renderHtml(model())) };
    case 'difference.svg': {
      const { from, to, difference } = told;
      return {
        mime: 'image/svg+xml',
        body: bytes(differenceSvg(from.theory, to.theory, difference)),
      };
    }
    case 'difference.txt':
      return { mime: 'text/plain; charset=utf-8', body: bytes(differenceText(told)) };
    default:
      return null;
  }
}

const bytes = (text: string) => new TextEncoder().encode(text);
