import { renderDocx } from '#app/documents/docx.server.ts';
import { renderHtml } from '#app/documents/html.server.tsx';
import { renderPdf } from '#app/documents/pdf.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import { votesIn } from '#db/consultations.ts';
import { authorityById, record as audit, type Programme } from '#db/people.ts';
import { statementsToRead } from '#db/shown-words.ts';
import { theStore } from '#db/store.server.ts';
import { answersApart } from '../kinds/parents-answers.server.ts';
import { itemResults } from '../kinds/item-results.ts';
import {
  decisionDocument,
  decisionFileName,
  type DecisionFormat,
  type DecisionPaper,
} from './decision-document.ts';
import { readFormal, type FormalReading } from './read-formal.server.ts';
import { PART_TITLES, partOfPage } from './part-form.ts';

const TYPES: Readonly<Record<DecisionFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
};

/** The decision record of a formal consultation as a file, once it has been decided. */
export async function exportDecision(
  by: Person,
  programme: Programme,
  consultationId: string,
  format: DecisionFormat,
  at = new Date(),
): Promise<{ fileName: string; type: string; body: Uint8Array<ArrayBuffer> }> {
  allow(by, 'programme.see', programme);
  const formal = await readFormal(programme, consultationId, at);
  if (formal.record.decision === null) throw new NotFound('decision');
  const paper = await paperOf(programme, formal, at);
  const model = decisionDocument(paper);
  const body = await (async () => {
    switch (format) {
      case 'docx':
        return renderDocx(model);
      case 'pdf':
        return renderPdf(model, at);
      case 'html':
        return Buffer.from(renderHtml(model), 'utf8');
    }
  })();
  const { title } = formal.consultation;
  await theStore().write(null, (tx) => {
    const thing = { kind: 'consultation', id: consultationId };
    return audit(tx, by, 'formal.exported', thing, { title, format });
  });
  const type = TYPES[format];
  return { fileName: decisionFileName(title, format), type, body: new Uint8Array(body) };
}

async function paperOf(
  programme: Programme,
  { consultation, record, tests, corrections }: FormalReading,
  at: Date,
): Promise<DecisionPaper> {
  const { read } = theStore();
  const { authorityId, id: programmeId, title: programmeTitle } = programme;
  const authority = await authorityById(read, authorityId);
  if (!authority) throw new NotFound('authority');
  const items = await statementsToRead(read, { authorityId, programmeId }, consultation.id);
  const votes = await votesIn(read, authorityId, consultation.id);
  const { parents } = await answersApart(read, programme, votes);
  const { name, colour, isDemonstration } = authority;
  const { title, purpose, opensOn, closesOn } = consultation;
  return {
    authority: { name, colour, isDemonstration },
    programme: programmeTitle,
    title,
    purpose,
    opensOn,
    closesOn,
    record,
    tests,
    // A record is published: small numbers are hidden in it, whoever prints it.
    results: itemResults(items, parents, false).map(({ text, base, counts }) => ({
      text,
      answers:
        counts.length === 0
          ? `${base} answers in people’s own words`
          : counts.map(({ label, count }) => `${label}: ${count}`).join('\n'),
    })),
    corrections: corrections.map(({ at: when, by, part, what, why }) => {
      const page = partOfPage(part);
      return { on: dayOf(when), by, part: page === null ? part : PART_TITLES[page], what, why };
    }),
    madeOn: dayOf(at),
  };
}
