import { aside } from '#app/aside/aside.server.ts';
import { renderDocx } from '#app/documents/docx.server.ts';
import { renderPdf } from '#app/documents/pdf.server.ts';
import { zipped } from '#app/documents/zip.server.ts';
import { theorySvg } from '../draw.ts';
import type { Theory } from '../graph.ts';
import { theoryPng } from '../picture.server.ts';
import { writeText } from '../text/write-text.ts';
import { toCsv } from './csv.ts';
import type { Format } from './exports.ts';
import { toGraphml } from './graphml.ts';
import { toJson } from './json.ts';
import { toMermaid } from './mermaid.ts';
import type { writePptx } from './write-pptx.server.ts';
import { toTables } from './tables.ts';
import { theoryDocument, type AboutTheory } from './theory-document.ts';
import { toKumu } from './write-kumu.ts';
import { toPrsm } from './write-prsm.ts';

/** A theory written in any format, by the server and from the model alone. */
export async function writeTheory(
  theory: Theory,
  format: Format,
  about: AboutTheory,
): Promise<Uint8Array> {
  switch (format) {
    case 'json':
      return bytes(toJson(theory));
    case 'csv':
      return bytes(toCsv(theory));
    case 'tables':
      return zipped(toTables(theory).map(({ name, text }) => ({ name, content: text })));
    case 'text':
      return bytes(writeText(theory));
    case 'graphml':
      return bytes(toGraphml(theory));
    case 'mermaid':
      return bytes(toMermaid(theory));
    case 'kumu':
      return bytes(toKumu(theory));
    case 'prsm':
      return bytes(toPrsm(theory));
    case 'svg':
      return bytes(theorySvg(theory, { title: true }));
    case 'png':
      return theoryPng(theory, { title: true });
    case 'pdf':
      return renderPdf(theoryDocument(theory, about), new Date(`${about.madeOn}T12:00:00Z`));
    case 'docx':
      return renderDocx(theoryDocument(theory, about));
    case 'pptx':
      return aside<typeof writePptx>(
        'app/theory/formats/write-pptx.server.ts',
        'writePptx',
        theory,
        about.authority.name,
      );
  }
}

const bytes = (text: string) => new TextEncoder().encode(text);
