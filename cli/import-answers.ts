import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readAnswerFile, type AnswerFile } from '#app/survey/import/answer-columns.ts';
import { readCsv } from '#app/survey/csv.ts';
import type { ImportProblem } from '#app/survey/import/imported-answers.ts';
import { dayOf, many } from '#app/ui/words.ts';
import { readArgs, UsageError, type Io, type Verb } from './io.ts';
import { operatorOf } from './operator.ts';
import { programmeNamed } from './programme-named.ts';
import { withStore } from './with-store.ts';

/** The stable shape of `import answers --json`. */
interface Report {
  questions: { name: string; title: string; type: string; columns: string[] }[];
  rows: number;
  /** Columns that are not brought in, and why. */
  leftOut: { column: string; why: string }[];
  problems: ImportProblem[];
  /** How many sets of answers came in; null when nothing was meant to. */
  imported: number | null;
}

/** Ends with 1 when the file is refused; then nothing of it is kept. */
export const importAnswers: Verb = {
  usage: 'import answers FILE [--survey ID --programme ID|demo] [--dry-run] [--json]',
  about:
    'Reads how a file of answers is laid out; checks it against a survey and brings it in, all or nothing.',
  async run(args, io) {
    const { values, positionals } = readArgs(args, {
      survey: { type: 'string' },
      programme: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    });
    const [name, ...others] = positionals;
    if (name === undefined || others.length > 0) throw new UsageError('Name one CSV file.');
    if (values.survey !== undefined && values.programme === undefined) {
      throw new UsageError('Say in which programme the survey is: --programme ID, or demo.');
    }
    const file = { fileName: path.basename(name), bytes: new Uint8Array(await readFile(name)) };
    const report =
      values.programme === undefined
        ? layoutReport(file.bytes)
        : await surveyReport(file, values.programme, values.survey, values['dry-run']);
    if (values.json) io.json(report);
    else print(report, io);
    return report.problems.length > 0 ? 1 : 0;
  },
};

/** What is in the file, with no survey to lay it against: nothing is opened and nothing is kept. */
function layoutReport(bytes: Uint8Array): Report {
  const csv = readCsv(bytes);
  if (!csv.ok) {
    const problems = csv.problems.map(({ line, message }) => ({ line, column: '', message }));
    return { questions: [], rows: 0, leftOut: [], problems, imported: null };
  }
  return { ...layoutOf(readAnswerFile(csv.rows)), problems: [], imported: null };
}

function layoutOf(file: AnswerFile): Pick<Report, 'questions' | 'rows' | 'leftOut'> {
  return {
    questions: file.questions.map(({ name, title, type, columns, otherWords }) => ({
      name,
      title,
      type,
      columns: [...columns, ...(otherWords ? [otherWords] : [])].map(
        ({ header, label }) => label ?? header,
      ),
    })),
    rows: file.rows,
    leftOut: file.leftOut.map(({ column, why }) => ({ column: column.header, why })),
  };
}

/** The file against the survey's own questions; with `dry` nothing is kept. */
async function surveyReport(
  file: { fileName: string; bytes: Uint8Array },
  programmeName: string,
  surveyName: string | undefined,
  dry: boolean,
): Promise<Report> {
  const {
    askedNow,
    importAnswers: bringIn,
    layOut,
    NEVER_OPENED,
  } = await import('#app/survey/import/import-answers.server.ts');
  const { surveysOf } = await import('#db/survey.ts');
  return withStore(async (store) => {
    const programme = await programmeNamed(store.read, programmeName);
    const all = await surveysOf(store.read, programme.authorityId, programme.id);
    const named = all.filter(
      ({ survey }) => surveyName === undefined || [survey.id, survey.code].includes(surveyName),
    );
    const [only] = named;
    if (only === undefined || named.length > 1) {
      const known = all.map(({ survey }) => `  ${survey.id}  ${survey.title}`).join('\n');
      throw new UsageError(`Say which survey with --survey ID:\n${known || '  there is none'}`);
    }
    const asked = await askedNow(programme, only.survey.id);
    if (!asked) throw new UsageError(NEVER_OPENED);
    const layout = layOut(file.bytes, asked.rules);
    const nothing = { questions: [], rows: 0, leftOut: [], imported: null };
    if (!layout.ok) return { ...nothing, problems: layout.problems };
    const { file: laid, read } = layout.laidOut;
    const report = { ...layoutOf(laid), problems: read.problems, imported: null };
    if (dry || read.problems.length > 0) return report;
    const today = dayOf(new Date());
    const brought = await bringIn(operatorOf(programme), programme, only.survey.id, file, today);
    return brought.ok
      ? { ...report, imported: brought.rows }
      : { ...report, problems: brought.problems };
  });
}

function print(report: Report, io: Io): void {
  for (const { line, column, message } of report.problems) {
    const where = [line > 0 ? `line ${line}` : '', column].filter(Boolean).join(', ');
    io.print(where === '' ? message : `${where}: ${message}`);
  }
  if (report.questions.length > 0) {
    io.print(`${many(report.rows, 'row')}, ${many(report.questions.length, 'question')}:`);
  }
  for (const { name, type, columns } of report.questions) {
    io.print(`  ${name} (${type}${columns.length > 1 ? `, ${columns.length} columns` : ''})`);
  }
  for (const { column, why } of report.leftOut) io.print(`  left out: ${column}. ${why}`);
  if (report.imported !== null) io.print(`${many(report.imported, 'answer')} came in.`);
}
