import { asQuery, programme } from './address.ts';

/** What the log of readings is narrowed to. */
export interface ReadingsAddress {
  person?: string;
  what?: string;
  from?: string;
  until?: string;
  page?: string;
}

/** Where an authority keeps its promises about personal data. */
export const privacyLinks = {
  privacy: () => '/privacy',
  whatIsKept: () => '/privacy/kept',
  readings: (asked: ReadingsAddress = {}) => `/privacy/readings${asQuery({ ...asked })}`,
  readingsFile: (asked: ReadingsAddress = {}) => `/privacy/readings.csv${asQuery({ ...asked })}`,
  dataRequests: () => '/privacy/requests',
  newDataRequest: () => '/privacy/requests/new',
  dataRequest: (requestId: string) => `/privacy/requests/${requestId}`,
  familyData: () => '/privacy/family',
  staffData: (personId: string) => `/privacy/staff/${personId}`,
  staffDataFile: (personId: string, format: 'json' | 'html') =>
    `/privacy/staff/${personId}/held/${format}`,
  processingRecord: () => '/privacy/record',
  processingRecordFile: (format: string) => `/privacy/record/take/${format}`,
  impactAssessment: (programmeId: string) => `${programme(programmeId)}/privacy`,
  impactAssessmentFile: (programmeId: string, format: string) =>
    `${programme(programmeId)}/privacy/take/${format}`,
} as const;
