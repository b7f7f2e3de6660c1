import { links } from '#app/http/links.ts';
import type { Finding } from '../checks/finding.ts';
import { mayBeAccepted } from './accepted.ts';

/** Where a finding of a programme's theory is let stand; null for what can only be put right. */
export function acceptHref(programmeId: string) {
  return (finding: Finding): string | null =>
    mayBeAccepted(finding) ? `${links.theoryChecks(programmeId, finding.key)}#accept` : null;
}
