import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { AnswerFile } from '#app/survey/import/answer-columns.ts';
import { answerRows, FileRefused, type FileBytes } from '#app/survey/import/answer-rows.server.ts';
import type { ImportProblem } from '#app/survey/import/imported-answers.ts';
import type { Place } from '#app/survey/import/places.ts';
import { layoutOf } from '#app/survey/import/read-file.server.ts';
import { fileOnDisk } from '#app/survey/import/waiting-files.server.ts';
import { Day } from '#app/people/programme.ts';
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
  usage:
    'import answers FILE [--survey ID | --new TITLE --keep-until DAY] [--programme ID|demo] [--mapping FILE] [--dry-run] [--json]',
  about:
    'Reads how a file of answers (CSV or Excel) is laid out; checks it against a survey, or makes one of it, and brings it in, all or nothing.',
  async run(args, io) {
    const { values, positionals } = readArgs(args, {
      survey: { type: 'string' },
      new: { type: 'string' },
      'keep-until': { type: 'string' },
      programme: { type: 'string' },
      mapping: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    });
    const [name, ...others] = positionals;
    if (name === undefined || others.length > 0) throw new UsageError('Name one file of answers.');
    const storing = values.survey !== undefined || values.new !== undefined;
    if (storing && values.programme === undefined) {
      throw new UsageError('Say in which programme the survey is: --programme ID, or demo.');
    }
    const bytes = await fileOnDisk(name);
    const laid = await laidOut(bytes);
    const given: Given = {
      bytes,
      fileName: path.basename(name),
      survey: values.survey,
      fresh: freshSurvey(values.new, values['keep-until']),
      mapping: values.mapping === undefined ? {} : await mappingFile(values.mapping),
      dry: values['dry-run'],
      onShare: values.json ? () => undefined : told(io),
    };
    const report =
      values.programme === undefined || laid.layout === null
        ? laid.report
        : await surveyReport(laid.layout, laid.report, values.programme, given);
    if (values.json) io.json(report);
    else print(report, io);
    return report.problems.length > 0 ? 1 : 0;
  },
};

interface Given {
  bytes: FileBytes;
  fileName: string;
  survey: string | undefined;
  /** The survey to be made of the file. */
  fresh: { title: string; keepUntil: string } | null;
  /** Heading to what it holds: nothing, day, question:NAME and so on. */
  mapping: Record<string, string>;
  dry: boolean;
  onShare: (share: number) => void;
}

function freshSurvey(title: string | undefined, keepUntil: string | undefined) {
  if (title === undefined) return null;
  const read = Day('Say until when the answers are kept').safeParse(keepUntil ?? '');
  if (!read.success) {
    throw new UsageError('Say when the answers are deleted: --keep-until 2028-03-31.');
  }
  return { title: title.slice(0, 120), keepUntil: read.data };
}

/** A line at every tenth of the way: visible progress, and a log that can be read. */
function told(io: Io): (share: number) => void {
  let tenths = 0;
  return (share) => {
    const now = Math.floor(share * 10);
    if (now <= tenths || now >= 10) return;
    tenths = now;
    io.print(`${now * 10}% …`);
  };
}

const MappingFile = z.record(z.string(), z.string());

async function mappingFile(file: string): Promise<Record<string, string>> {
  try {
    return MappingFile.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    throw new UsageError(
      'The mapping file must be JSON: {"heading": "nothing", "other heading": "question:NAME"}.',
    );
  }
}

/** What is in the file, with no survey to lay it against: nothing is opened and nothing is kept. */
async function laidOut(bytes: FileBytes): Promise<{ layout: AnswerFile | null; report: Report }> {
  const nothing = { questions: [], rows: 0, leftOut: [], imported: null };
  try {
    const layout = await layoutOf(await answerRows(bytes));
    return { layout, report: { ...summaryOf(layout), problems: [], imported: null } };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const problems = [{ ...error.problem, column: '' }];
    return { layout: null, report: { ...nothing, problems } };
  }
}

function summaryOf(file: AnswerFile): Pick<Report, 'questions' | 'rows' | 'leftOut'> {
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

/** The file against the survey's own questions, or as a survey of its own; with `dry` nothing is kept. */
async function surveyReport(
  layout: AnswerFile,
  report: Report,
  programmeName: string,
  given: Given,
): Promise<Report> {
  const {
    checkAnswers,
    importAnswers: bringIn,
    importAsSurvey,
  } = await import('#app/survey/import/import-answers.server.ts');
  return withStore(async (store) => {
    const programme = await programmeNamed(store.read, programmeName);
    const by = operatorOf(programme);
    const today = dayOf(new Date());
    const file = { fileName: given.fileName, bytes: given.bytes };
    if (given.fresh) {
      const fields = { ...given.fresh, opensOn: null, closesOn: null, privacyNotice: NOTICE };
      const brought = given.dry
        ? { ok: true as const, rows: null }
        : await importAsSurvey(by, programme, fields, file, today, given.onShare);
      if (!brought.ok) return { ...report, problems: brought.problems };
      return { ...report, imported: brought.rows };
    }
    const surveyId = await surveyNamed(store.read, programme, given.survey);
    const places = await chosenPlaces(programme, surveyId, layout, given.mapping);
    const problems = await checkAnswers(programme, surveyId, { ...file, places });
    if (given.dry || problems.length > 0) return { ...report, problems };
    const brought = await bringIn(
      by,
      programme,
      surveyId,
      { ...file, places },
      today,
      given.onShare,
    );
    if (!brought.ok) return { ...report, problems: brought.problems };
    return { ...report, imported: brought.rows };
  });
}

const NOTICE =
  'These answers were given to a survey that was asked with another tool. What families were told then is kept with that tool.';

type Store = Parameters<Parameters<typeof withStore>[0]>[0];
type Programme = Awaited<ReturnType<typeof programmeNamed>>;

async function surveyNamed(
  read: Store['read'],
  programme: Programme,
  name: string | undefined,
): Promise<string> {
  const { surveysOf } = await import('#db/survey.ts');
  const all = await surveysOf(read, programme.authorityId, programme.id);
  const named = all.filter(
    ({ survey }) => name === undefined || [survey.id, survey.code].includes(name),
  );
  const [only] = named;
  if (only === undefined || named.length > 1) {
    const known = all.map(({ survey }) => `  ${survey.id}  ${survey.title}`).join('\n');
    throw new UsageError(`Say which survey with --survey ID:\n${known || '  there is none'}`);
  }
  return only.survey.id;
}

/** Where each column goes: as the mapping file says of its heading, else as it is guessed. */
async function chosenPlaces(
  programme: Programme,
  surveyId: string,
  layout: AnswerFile,
  mapping: Record<string, string>,
): Promise<Place[]> {
  const { askedNow, NEVER_OPENED, placesFor } =
    await import('#app/survey/import/import-answers.server.ts');
  const { placeFrom } = await import('#app/survey/import/import-preview.ts');
  const asked = await askedNow(programme, surveyId);
  if (!asked) throw new UsageError(NEVER_OPENED);
  const guessed = placesFor(layout, asked.rules);
  const headings = new Set(layout.columns.map(({ header }) => header));
  const strange = Object.keys(mapping).find((heading) => !headings.has(heading));
  if (strange !== undefined) throw new UsageError(`The file has no column “${strange}”.`);
  return layout.columns.map(({ header, at }) => {
    const key = mapping[header];
    if (key === undefined) return guessed[at] ?? { to: 'nothing' };
    const place = placeFrom(key, asked.rules.questions);
    if (!place) throw new UsageError(`“${key}” is no place in this survey (column “${header}”).`);
    return place;
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
