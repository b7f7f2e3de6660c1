import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { ErrorSummary } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import type { FileStep, Outcome } from './file-at-work.server.ts';
import { CheckRows } from './CheckRows.tsx';
import { ChooseColumns, PlanColumns } from './ChooseColumns.tsx';
import type { ColumnChoice, ColumnShown } from './import-preview.ts';
import type { ColumnPlan } from './column-plan.ts';
import {
  FileCameIn,
  FileRefusedPage,
  ProblemTable,
  WaitForFile,
  WorkStopped,
} from './WaitForFile.tsx';

type Columns =
  | { to: 'survey'; rows: number; columns: ColumnChoice[] }
  | {
      to: 'new';
      rows: number;
      columns: ColumnShown[];
      plan: ColumnPlan[];
      survey: Parameters<typeof PlanColumns>[0]['survey'];
    };

interface Props {
  programmeId: string;
  /** Null where a survey is to be made of the file. */
  survey: { id: string; title: string } | null;
  file: { id: string; fileName: string; step: FileStep; share: number; outcome: Outcome | null };
  still: boolean;
  before: string | null;
  columns: Columns | null;
  laidOut: boolean;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}

/** A file of answers on its way in, at whatever step it is. */
export function FilePage(props: Props) {
  const { programmeId, survey } = props;
  const trail = [{ href: links.surveys(programmeId), words: 'Surveys' }];
  if (survey) trail.push({ href: links.survey(programmeId, survey.id), words: survey.title });
  return (
    <>
      <Breadcrumbs trail={trail} />
      {props.columns ? null : <ErrorSummary problems={props.answer?.problems} />}
      <Heading caption={survey?.title ?? 'A survey that was asked elsewhere'}>
        Bring answers in from a file
      </Heading>
      <Step {...props} />
    </>
  );
}

function Step(props: Props) {
  const { file, columns, programmeId } = props;
  const { fileName, outcome } = file;
  switch (file.step) {
    case 'reading':
    case 'checking':
    case 'storing':
      return (
        <WaitForFile doing={file.step} fileName={fileName} share={file.share} still={props.still} />
      );
    case 'columns':
      return (
        <>
          {outcome?.kind === 'problems' ? <ProblemTable problems={outcome.problems} /> : null}
          {columns ? <Columns {...props} columns={columns} /> : null}
        </>
      );
    case 'checked':
      return outcome?.kind === 'preview' ? (
        <CheckRows fileName={fileName} preview={outcome.preview} />
      ) : null;
    case 'done':
      return outcome?.kind === 'stored' ? (
        <FileCameIn
          fileName={fileName}
          rows={outcome.rows}
          surveyHref={links.survey(programmeId, outcome.surveyId)}
        />
      ) : null;
    case 'refused':
      return (
        <FileRefusedPage
          fileName={fileName}
          problems={outcome?.kind === 'problems' ? outcome.problems : []}
        />
      );
    case 'stopped':
      return <WorkStopped fileName={fileName} canGoOn={props.laidOut} />;
  }
}

function Columns({ columns, file, before, answer }: Props & { columns: Columns }) {
  const common = { fileName: file.fileName, rows: columns.rows, before, answer };
  return columns.to === 'survey' ? (
    <ChooseColumns {...common} columns={columns.columns} />
  ) : (
    <PlanColumns {...common} {...columns} />
  );
}
