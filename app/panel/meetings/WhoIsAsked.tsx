import { links } from '#app/http/links.ts';
import { Select, TextField } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { REPLY_WORDS, repliesTo, replyOf } from './meeting.ts';
import type { MeetingPageProps } from './MeetingPage.tsx';

/** Who of the members is asked to a meeting, and what they said. */
export function WhoIsAsked(props: MeetingPageProps) {
  const { meeting, replies, invited, notAsked, mayManage } = props;
  const planned = meeting.state === 'planned';
  return (
    <section aria-labelledby="comes">
      <h2 className="govuk-heading-m" id="comes">
        Who is asked
      </h2>
      <p className="govuk-body">
        {replies.asked === 0
          ? 'Nobody is asked yet. Members see the meeting on their page, and hear of it, once they are asked.'
          : `${many(replies.asked, 'member is', 'members are')} asked: ${replies.coming} coming, ${replies.online} online, ${replies.cannot} cannot, ${replies.waiting} without a reply.`}
      </p>
      {mayManage.yes && notAsked > 0 ? (
        <Form>
          <Button intent="ask" kind={replies.asked === 0 ? 'primary' : 'secondary'}>
            {replies.asked === 0
              ? `Ask the ${many(notAsked, 'member')} of the panel`
              : `Ask ${many(notAsked, 'more member')}`}
          </Button>
        </Form>
      ) : null}
      {invited !== null && invited.length > 0 ? <Replies {...props} invited={invited} /> : null}
      {planned && mayManage.yes && invited !== null && invited.length > 0 ? (
        <TypeReply {...props} invited={invited} />
      ) : null}
    </section>
  );
}

type Invited = NonNullable<MeetingPageProps['invited']>;

function Replies({ programmeId, invited }: { programmeId: string; invited: Invited }) {
  return (
    <Table
      caption="What members said"
      captionSize="s"
      rows={invited}
      rowKey={({ memberId }) => memberId}
      columns={[
        {
          header: 'Member',
          rowHeader: true,
          cell: ({ memberId, name }) => (
            <a className="govuk-link" href={links.member(programmeId, memberId)}>
              {name}
            </a>
          ),
        },
        { header: 'Reply', cell: ({ reply }) => REPLY_WORDS[replyOf(reply)] },
        {
          header: 'Needs',
          cell: ({ needs }) => (
            <span className="tl-lines" dir="auto">
              {needs === '' ? '–' : needs}
            </span>
          ),
        },
      ]}
    />
  );
}

/** What somebody said by telephone or face to face. */
function TypeReply({ meeting, answer, invited }: MeetingPageProps & { invited: Invited }) {
  return (
    <details className="govuk-details" open={answer?.typed['memberId'] !== undefined}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Note what a member told you</span>
      </summary>
      <div className="govuk-details__text">
        <Form>
          <Select
            name="memberId"
            label="Member"
            answer={answer}
            options={invited.map(({ memberId, name }) => ({ value: memberId, label: name }))}
          />
          <Select
            name="reply"
            label="What they said"
            answer={answer}
            options={repliesTo(meeting.how).map((value) => ({
              value,
              label: REPLY_WORDS[value],
            }))}
          />
          <TextField name="needs" label="What they need" optional answer={answer} />
          <Button intent="reply" kind="secondary">
            Note the reply
          </Button>
        </Form>
      </div>
    </details>
  );
}
