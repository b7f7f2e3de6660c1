import { NotifyClient } from 'notifications-node-client';
import type { Carried, Carrier } from './carrier.ts';
import type { Reason } from './reasons.ts';

export interface NotifySettings {
  apiKey: string;
  baseUrl: string | undefined;
  /** Templates whose subject is ((subject)) and whose message is ((body)). */
  emailTemplate: string | undefined;
  textTemplate: string | undefined;
}

const PATIENCE_MS = 20_000;

type Rest = (options: object) => Promise<unknown>;

/** E-mail and text messages by GOV.UK Notify, each where its template is set. */
export function notifyCarriers(settings: NotifySettings): Carrier[] {
  const { apiKey, baseUrl, emailTemplate, textTemplate } = settings;
  const client =
    baseUrl === undefined ? new NotifyClient(apiKey) : new NotifyClient(baseUrl, apiKey);
  beImpatient(client);
  const carriers: Carrier[] = [];
  if (emailTemplate !== undefined) {
    carriers.push({
      channel: 'email',
      called: 'e-mail by GOV.UK Notify',
      carry: ({ id, to, subject, body }) =>
        asCarried(
          client.sendEmail(emailTemplate, to, {
            personalisation: { subject, body },
            reference: id,
          }),
        ),
    });
  }
  if (textTemplate !== undefined) {
    carriers.push({
      channel: 'text',
      called: 'text message by GOV.UK Notify',
      carry: ({ id, to, body }) =>
        asCarried(client.sendSms(textTemplate, to, { personalisation: { body }, reference: id })),
    });
  }
  return carriers;
}

/** The client of Notify would wait for ever. */
function beImpatient(client: NotifyClient): void {
  const api = client.apiClient as { restClient: Rest };
  const ask = api.restClient;
  api.restClient = (options) => ask({ ...options, timeout: PATIENCE_MS });
}

async function asCarried(asked: Promise<{ data: { id: string } }>): Promise<Carried> {
  try {
    return { outcome: 'sent', ref: (await asked).data.id };
  } catch (error) {
    return whatNotifySaid(error as NotifyFailure);
  }
}

/** What the client throws: the code of the connection, or the answer of Notify. */
interface NotifyFailure {
  code?: string;
  response?: { status?: number; data?: { errors?: { error?: string; message?: string }[] } };
}

/** The outcome by Notify's status: 400 for the message, 403 for our key, 429 for too many, 5xx theirs. */
export function whatNotifySaid({ code, response }: NotifyFailure): Carried {
  const again = (reason: Reason): Carried => ({ outcome: 'try-again', reason });
  const status = response?.status;
  if (status === undefined) return again(code === 'ECONNABORTED' ? 'no-answer' : 'no-connection');
  if (status === 429) return again('too-many');
  if (status === 401 || status === 403) return again('sign-in-refused');
  if (status >= 500) return again('their-fault');
  const said = (response?.data?.errors ?? []).map(({ message }) => message ?? '').join(' ');
  if (status === 404 || /template|personalisation/i.test(said)) return again('settings');
  if (/team-only|trial mode|live\b/i.test(said)) {
    return { outcome: 'refused', reason: 'not-allowed' };
  }
  if (/email_address|phone_number|number|address/i.test(said)) {
    return { outcome: 'refused', reason: 'bad-address' };
  }
  return { outcome: 'refused', reason: 'refused' };
}
