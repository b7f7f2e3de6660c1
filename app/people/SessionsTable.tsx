import { Button, Form } from '#app/ui/Form.tsx';
import { Table } from '#app/ui/Table.tsx';
import { sayMoment } from '#app/ui/words.ts';
import { sayWay, type SessionSeen } from './sessions.ts';

/** Where somebody is signed in; with `ends`, each of the others has a button that ends it. */
export function SessionsTable(props: {
  caption: string;
  sessions: readonly SessionSeen[];
  ends: boolean;
}) {
  return (
    <Table
      caption={props.caption}
      rows={props.sessions}
      rowKey={(row) => row.handle}
      empty={<p className="govuk-body">They are signed in nowhere.</p>}
      columns={[
        {
          header: 'Browser',
          rowHeader: true,
          cell: (row) => (row.thisOne ? `${row.device} (this one)` : row.device),
        },
        { header: 'How', cell: (row) => sayWay(row.way) },
        { header: 'Since', cell: (row) => sayMoment(row.began) },
        { header: 'Last used', cell: (row) => sayMoment(row.lastUsed) },
        ...(props.ends
          ? [{ header: 'End it', cell: (row: SessionSeen) => <EndIt session={row} /> }]
          : []),
      ]}
    />
  );
}

function EndIt({ session }: { session: SessionSeen }) {
  if (session.thisOne) return <>Sign out, above</>;
  return (
    <Form>
      <input type="hidden" name="handle" value={session.handle} />
      <Button intent="end" kind="secondary">
        End<span className="govuk-visually-hidden"> the session of {session.device}</span>
      </Button>
    </Form>
  );
}
