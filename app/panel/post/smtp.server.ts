import type { Transporter } from 'nodemailer';
import { loadedOnce } from '#app/aside/loaded-once.ts';
import type { Carried, Carrier, Outgoing } from './carrier.ts';
import type { Reason } from './reasons.ts';

/** What a mail server's failure tells that is not somebody's address. */
interface MailFailure {
  code?: string;
  /** The three digits of the server's answer (RFC 5321). */
  responseCode?: number;
  /** What we had said when it answered so: CONN, AUTH, MAIL FROM, RCPT TO, DATA. */
  command?: string;
}

/** E-mail by a mail server. */
export function smtpCarrier({ url, from }: { url: string; from: string }): Carrier {
  const transport = loadedOnce(() => transportTo(url));
  const host = /@([^\s<>@]+?)>?$/.exec(from)?.[1] ?? 'localhost';
  return {
    channel: 'email',
    called: 'e-mail by the mail server',
    carry: async (message) => {
      try {
        await (await transport()).sendMail(asMail(message, from, host));
        return { outcome: 'sent', ref: message.id };
      } catch (error) {
        return whatFailed(error as MailFailure);
      }
    },
  };
}

/** Made for the first message: a server without post does not hold what sends it. */
async function transportTo(url: string): Promise<Transporter> {
  const { default: nodemailer } = await import('nodemailer');
  return nodemailer.createTransport({
    url,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
    // A message is ours from end to end: nothing in it may name a file or an address to load.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function asMail({ id, to, subject, body }: Outgoing, from: string, host: string) {
  return {
    from,
    to: { name: '', address: to },
    subject,
    text: body,
    // The same at each try: a mail program that gets it twice shows it once.
    messageId: `<${id}@${host}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  };
}

/** Whether a failure is for good, by the code of the answer: 5xx is, everything else may pass. */
export function whatFailed({ code, responseCode, command }: MailFailure): Carried {
  const again = (reason: Reason): Carried => ({ outcome: 'try-again', reason });
  const refused = (reason: Reason): Carried => ({ outcome: 'refused', reason });
  if (code === 'EAUTH' || code === 'ENOAUTH' || responseCode === 535) {
    return again('sign-in-refused');
  }
  if (responseCode !== undefined && responseCode >= 500) {
    return refused(command === 'RCPT TO' ? 'no-such-address' : 'refused');
  }
  if (responseCode !== undefined && responseCode >= 400) return again('busy');
  if (code === 'EENVELOPE') return refused('bad-address');
  if (code === 'ETIMEDOUT') return again('no-answer');
  return again('no-connection');
}
