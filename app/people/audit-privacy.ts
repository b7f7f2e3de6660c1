/** What is written down where an authority keeps its promises about personal data. */
export const PRIVACY_SENTENCES = {
  'readings.exported': 'took the log of who read what away as a file',
  'request.noted': 'noted a request about personal data ({kind})',
  'request.changed': 'changed a request about personal data ({kind}): {outcome}',
  'family.copied': 'took a copy of what is held of one family, as that family asked',
  'staff.copied': 'took a copy of what is held of a colleague, as they asked',
  'staff.erased': 'erased a colleague who left, as they asked',
  'erasures.repeated': 'erased again {count} that a restored backup had brought back',
  'assessment.changed': 'changed the data protection impact assessment',
  'assessment.exported': 'exported the data protection impact assessment as {format}',
  'record.changed': 'changed the record of processing activities',
  'record.exported': 'exported the record of processing activities as {format}',
} as const;
