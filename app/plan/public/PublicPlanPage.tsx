import { links } from '#app/http/links.ts';
import { dayOf, sayDay } from '#app/ui/words.ts';
import { PublicPlanBody, Section } from './PublicPlanBody.tsx';
import type { PublicPlan } from './public-plan.ts';

export interface PublicPlanProps {
  code: string;
  programme: string;
  programmeId: string;
  shown: {
    versionId: string;
    publishedAt: Date;
    isLatest: boolean;
    /** The newest was taken down since, so that there is nothing to read in place of this one. */
    isLaterDown: boolean;
    plan: PublicPlan;
  } | null;
  withdrawnAt: Date | null;
  versions: readonly { versionId: string; number: number; name: string; publishedAt: Date }[];
  youSaid: boolean;
}

const FILES = [
  ['pdf', 'PDF'],
  ['docx', 'Word document'],
  ['html', 'web page to keep'],
  ['json', 'data (JSON)'],
] as const;

/** The whole page: the plan, or that it is not there any more. */
export function PublicPlanPage(props: PublicPlanProps) {
  const { code, programme, shown, withdrawnAt } = props;
  return (
    <>
      <span className="govuk-caption-l">Our plan in plain English</span>
      <h1 className="govuk-heading-xl" dir="auto">
        {programme}
      </h1>
      {shown === null ? (
        <p className="govuk-body-l">
          {withdrawnAt === null
            ? 'This plan cannot be read here any more.'
            : `This plan was taken down on ${sayDay(dayOf(withdrawnAt))}. Ask the authority for the plan that stands now.`}
        </p>
      ) : (
        <>
          {shown.isLatest ? null : (
            <p className="govuk-inset-text">
              This is an earlier version.{' '}
              {shown.isLaterDown ? (
                'A later one was published after it and taken down.'
              ) : (
                <a className="govuk-link" href={links.publicPlan(code)}>
                  Read the latest
                </a>
              )}
            </p>
          )}
          <PublicPlanBody plan={shown.plan} />
          <Ends {...props} shown={shown} />
        </>
      )}
      <Others {...props} />
    </>
  );
}

function Ends(props: PublicPlanProps & { shown: NonNullable<PublicPlanProps['shown']> }) {
  const { code, shown, youSaid, programmeId } = props;
  const at = shown.isLatest ? '' : shown.versionId;
  const { seal } = shown.plan.version;
  return (
    <>
      {youSaid ? (
        <p className="govuk-body">
          <a className="govuk-link" href={links.youSaid(programmeId)}>
            What became of what families said
          </a>
        </p>
      ) : null}
      <Section id="files" title="Take it with you">
        <ul className="govuk-list tl-noprint">
          {FILES.map(([format, words]) => (
            <li key={format} className="tl-public-jump">
              <a className="govuk-link" href={links.publicPlanFile(code, `plan.${format}`, at)}>
                {`The plan as ${words === 'PDF' ? 'a PDF' : words === 'data (JSON)' ? words : `a ${words}`}`}
              </a>
            </li>
          ))}
        </ul>
        <p className="govuk-body">
          Published on {sayDay(dayOf(shown.publishedAt))}. Figures stand as they were on that day.
        </p>
        <p className="govuk-body">
          This version was signed off. Its seal is <code>{seal}</code>.{' '}
          <a className="govuk-link" href={links.checkSeal(seal)}>
            Check the seal
          </a>
        </p>
      </Section>
    </>
  );
}

function Others({ code, versions, shown }: PublicPlanProps) {
  const others = versions.filter(({ versionId }) => versionId !== shown?.versionId);
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="versions" className="tl-noprint">
      <h2 className="govuk-heading-m" id="versions">
        Other versions
      </h2>
      <ul className="govuk-list">
        {others.map(({ versionId, number, name, publishedAt }) => (
          <li key={versionId} className="tl-public-jump">
            <a className="govuk-link" href={links.publicPlan(code, versionId)}>
              Version {number}: <bdi>{name}</bdi>
            </a>
            , published on {sayDay(dayOf(publishedAt))}
          </li>
        ))}
      </ul>
    </section>
  );
}
