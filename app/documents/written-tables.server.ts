import { randomUUID } from 'node:crypto';
import { Paragraph } from 'docx';
import JSZip from 'jszip';

const BODY = 'word/document.xml';

/**
 * Tables that were written as WordprocessingML. A paragraph that nobody could write by chance holds the
 * place of each, until the library has packed the rest of the document.
 */
export class WrittenTables {
  private readonly tables: string[] = [];
  private readonly name = randomUUID();

  holdPlace(table: string): Paragraph {
    this.tables.push(table);
    return new Paragraph(`${this.name} ${this.tables.length - 1}`);
  }

  /** The packed document with every table in its place. Throws where one has none. */
  async putInto(packed: Buffer): Promise<Buffer> {
    if (this.tables.length === 0) return packed;
    const zip = await JSZip.loadAsync(packed);
    const body = (await zip.file(BODY)?.async('string')) ?? '';
    const place = new RegExp(
      `<w:p><w:r><w:t xml:space="preserve">${this.name} (\\d+)</w:t></w:r></w:p>`,
      'g',
    );
    let put = 0;
    const whole = body.replace(place, (_, number: string) => {
      put += 1;
      return this.tables[Number(number)] ?? '';
    });
    if (put !== this.tables.length) {
      throw new Error(`${this.tables.length - put} tables of the document found no place.`);
    }
    zip.file(BODY, whole);
    return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
  }
}
