import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail that arrived. */
export interface Arrived {
  to: string;
  /** The whole of it, as it came over the line, decoded. */
  raw: string;
  /** The same, byte by byte, one letter each. */
  asSent: string;
}

/** A mail server of our own: it answers what it is told to, and keeps what arrives. */
export class MailServer {
  readonly arrived: Arrived[] = [];
  /** The code that a recipient gets, 250 where none is named; asked at each try. */
  answers: (to: string) => number = () => 250;

  private constructor(
    private readonly server: SMTPServer,
    readonly url: string,
  ) {}

  static async start(): Promise<MailServer> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onRcptTo: ({ address }, _session, done) => {
        const code = here.answers(address);
        if (code < 400) return done();
        done(Object.assign(new Error(`Not <${address}>`), { responseCode: code }));
      },
      onData: (stream, session, done) => {
        void buffer(stream).then((bytes) => {
          const to = session.envelope.rcptTo.map(({ address }) => address).join();
          const raw = decoded(bytes.toString('utf8'));
          here.arrived.push({ to, raw, asSent: bytes.toString('latin1') });
          done();
        });
      },
    });
    await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
    const { port } = server.server.address() as AddressInfo;
    const here = new MailServer(server, `smtp://127.0.0.1:${port}`);
    return here;
  }

  stop(): Promise<void> {
    return new Promise((stopped) => void this.server.close(stopped));
  }
}

/** The words of a mail in quoted-printable (RFC 2045), whole lines again. */
function decoded(raw: string): string {
  if (!/quoted-printable/i.test(raw)) return raw;
  return Buffer.from(
    raw
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
}

/** What was asked of Notify. */
export interface AskedOfNotify {
  path: string;
  body: {
    template_id: string;
    email_address?: string;
    phone_number?: string;
    reference: string;
    personalisation: Record<string, string>;
  };
}

type NotifyAnswer = { status: number; error?: string; message?: string };

/** A server that speaks the API of GOV.UK Notify, and answers as it is told. */
export class NotifyServer {
  readonly asked: AskedOfNotify[] = [];
  answers: (asked: AskedOfNotify) => NotifyAnswer = () => ({ status: 201 });

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<NotifyServer> {
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        const asked: AskedOfNotify = {
          path: request.url ?? '',
          body: JSON.parse(body) as AskedOfNotify['body'],
        };
        here.asked.push(asked);
        const bearer = /^Bearer [\w-]+\.[\w-]+\.[\w-]+$/.test(request.headers.authorization ?? '');
        const { status, error, message } = bearer ? here.answers(asked) : { status: 403 };
        response.writeHead(status, { 'Content-Type': 'application/json' });
        response.end(
          JSON.stringify(
            status === 201
              ? { id: `notify-${here.asked.length}`, reference: asked.body.reference }
              : { status_code: status, errors: [{ error: error ?? '', message: message ?? '' }] },
          ),
        );
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const here = new NotifyServer(server, `http://127.0.0.1:${port}`);
    return here;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((stopped) => this.server.close(() => stopped()));
  }
}

/** Settings of Notify that lead to a server of ours. */
export const notifySettings = (baseUrl: string) => ({
  apiKey: `test-${'1'.repeat(8)}-1111-4111-8111-${'1'.repeat(12)}-${'2'.repeat(8)}-2222-4222-8222-${'2'.repeat(12)}`,
  baseUrl,
  emailTemplate: '33333333-3333-4333-8333-333333333333',
  textTemplate: '44444444-4444-4444-8444-444444444444',
});
