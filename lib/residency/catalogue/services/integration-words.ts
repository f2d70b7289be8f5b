import type { Verdict } from '../verdict';

/** Names of several properties, parted by spaces, that stand in the same type, definition or service. */
export const of = (where: string, ...names: string[]): string[] =>
  names.flatMap((each) => each.split(' ')).map((name) => `${where}.${name}`);

/** Its ARN, and so perhaps that of another region or account. */
export const DESTINATION: Verdict = { kind: 'arn' };
export const SOURCE: Verdict = { kind: 'arn', incoming: true };
export const LOG: Verdict = { kind: 'arn', of: 'telemetry' };
export const LOG_BUCKET: Verdict = { kind: 'bucket', of: 'telemetry' };
/** Another vendor’s service, or a person’s mailbox or telephone. */
export const EXTERNAL: Verdict = { kind: 'external' };
export const ALERT: Verdict = { kind: 'external', of: 'telemetry' };
/** Whoever knows people and vouches for them. */
export const IDENTITIES: Verdict = { kind: 'host', incoming: true };
export const DEFINITION: Verdict = { kind: 'definition' };

export const CODE = 'code, a schema, a template or settings that are deployed; none of the users’ data';
export const OWN = 'what the policy is attached to; whom it lets in is judged in the document';
export const GIVEN = 'given by the service, not to it';
export const OWNER = 'checks who owns the bucket';
export const CERTIFICATE =
  'a certificate, which holds no data; that of an edge endpoint has to be in us-east-1';
export const PICTURE = 'a picture or page that is shown to people';
export const PREFIX = 'a prefix or name within a bucket, which is judged by itself';
export const RECIPIENT = 'from or for whom a message is; delivering it is the purpose';
export const IDENTITY_CENTER = 'something of the organization’s one Identity Center, whose ARN has no region';
export const MATCHED = 'what is picked by a filter; nothing goes there';
