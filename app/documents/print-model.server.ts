import type { DocumentModel } from './blocks.ts';
import { renderDocx } from './docx.server.ts';
import { renderHtml } from './html.server.tsx';
import { renderPdf } from './pdf.server.ts';

export const PRINTED_FORMATS = ['docx', 'pdf', 'html', 'json'] as const;
export type PrintedFormat = (typeof PRINTED_FORMATS)[number];

export const PRINTED_TYPES: Readonly<Record<PrintedFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/**
 * A document in a format. The same document gives the same words in each.
 *
 * @param name what the data says it is, such as "needs-assessment"
 * @param madeOn YYYY-MM-DD
 */
export async function printModel(
  model: DocumentModel,
  format: PrintedFormat,
  name: string,
  madeOn: string,
): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return renderDocx(model);
    case 'pdf':
      return renderPdf(model, new Date(`${madeOn}T12:00:00Z`));
    case 'html':
      return Buffer.from(renderHtml(model), 'utf8');
    case 'json': {
      const data = { format: `throughline-${name}`, version: 1, ...withoutDrawings(model) };
      return Buffer.from(`${JSON.stringify(data, null, 2)}\n`, 'utf8');
    }
  }
}

/** The words and tables of a document as data; of a picture its words. */
function withoutDrawings(model: DocumentModel) {
  return {
    ...model,
    sections: model.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => {
        if (block.type !== 'picture') return block;
        const { svg: _, ...words } = block;
        return words;
      }),
    })),
  };
}
