import { surelyComeIn } from '#db/second-steps.ts';
import { signInSettingsOf } from '#db/signing-in.ts';
import type { Reader } from '#db/store.server.ts';
import { NotAllowed } from './errors.ts';

/**
 * Throws where nobody could get in any more without the directory, once `leaving` can not: while
 * passwords are off, an administrator with a password and one-time codes always stays.
 */
export async function keepsAWayIn(db: Reader, authorityId: string, leaving: string): Promise<void> {
  const settings = await signInSettingsOf(db, authorityId);
  if (settings?.passwordsAllowed !== false) return;
  const left = await surelyComeIn(db, authorityId);
  if (left.some((id) => id !== leaving)) return;
  throw new NotAllowed(
    'Passwords are off, and this is the last administrator with a password and one-time codes. ' +
      'Have another administrator set up both first, or let passwords be used again.',
  );
}
