/** An e-mail as a mail program reads it (RFC 5322, RFC 2045, RFC 2047). */
export interface Mail {
  /** Headers as they stand, unfolded, by their names in small letters; each once or more. */
  headers: ReadonlyMap<string, readonly string[]>;
  subject: string;
  /** What is to be read, decoded, with bare line ends. */
  words: string;
}

/** The headers that an e-mail of ours has, each once. */
const OURS = [
  'auto-submitted',
  'content-transfer-encoding',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
  'x-auto-response-suppress',
];

/**
 * Reads an e-mail.
 *
 * @param asSent its bytes, one letter each
 */
export function readMail(asSent: string): Mail {
  const end = asSent.indexOf('\r\n\r\n');
  const head = asSent.slice(0, end).replace(/\r\n(?=[ \t])/g, '');
  const headers = new Map<string, string[]>();
  for (const line of head.split('\r\n')) {
    const [, name = line, value = ''] = /^([!-9;-~]+):\s*(.*)$/s.exec(line) ?? [];
    headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), value]);
  }
  const how = headers.get('content-transfer-encoding')?.[0]?.toLowerCase() ?? '';
  return {
    headers,
    subject: decodedWords(headers.get('subject')?.[0] ?? ''),
    words: bytesOf(asSent.slice(end + 4), how)
      .toString('utf8')
      .replaceAll('\r\n', '\n'),
  };
}

function bytesOf(body: string, how: string): Buffer {
  if (how === 'base64') return Buffer.from(body, 'base64');
  if (how !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const whole = body.replace(/[ \t]*=\r\n/g, '');
  return Buffer.from(
    whole.replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );
}

/** `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=`, as many as there are; a space between two of them is none. */
function decodedWords(value: string): string {
  const bytes = value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('latin1')
        : bytesOf(text.replaceAll('_', ' '), 'quoted-printable').toString('latin1'),
    );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** What is wrong with an e-mail, whatever it says. */
export function faultsOfMail(asSent: string): string[] {
  const faults: string[] = [];
  const { headers } = readMail(asSent);
  const names = [...headers].flatMap(([name, all]) => all.map(() => name)).sort();
  if (names.join() !== OURS.join()) faults.push(`has the headers ${names.join(', ')}`);
  if (/[^\r]\n|\r(?!\n)/.test(asSent)) faults.push('has bare line ends');
  if (asSent.includes('\0')) faults.push('holds a NUL');
  if (asSent.split('\r\n').some((line) => line.length > 998)) faults.push('has lines of over 998');
  const head = asSent.slice(0, asSent.indexOf('\r\n\r\n'));
  if (/[^\r\n\t -~]/.test(head)) faults.push('has letters beyond ASCII in its headers');
  const type = headers.get('content-type')?.[0] ?? '';
  if (type !== 'text/plain; charset=utf-8') faults.push(`is a ${type}`);
  return faults;
}
