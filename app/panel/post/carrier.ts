import type { Reason } from './reasons.ts';

/** A message ready to go. */
export interface Outgoing {
  /** Ours: carriers give it back, and mail programs show what comes twice with it once. */
  id: string;
  channel: 'email' | 'text';
  /** An e-mail address, or a telephone number. */
  to: string;
  /** Empty for a text message. */
  subject: string;
  body: string;
}

export type Carried =
  | { outcome: 'sent'; ref: string }
  | { outcome: 'try-again'; reason: Reason }
  | { outcome: 'refused'; reason: Reason };

/** A way out of the house. It never throws: what went wrong is its answer. */
export interface Carrier {
  channel: 'email' | 'text';
  /** What staff read: "e-mail by SMTP". */
  called: string;
  carry: (message: Outgoing) => Promise<Carried>;
}
