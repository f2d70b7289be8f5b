import { createPublicKey, X509Certificate } from 'node:crypto';
import { certificatesIn } from './rds-authorities';

/** Keys that CloudFront checks signed URLs with (CloudFront developer guide, trusted key groups). */
const SIGNER_KINDS = ['rsa 2048', 'ec prime256v1'];

/** Bytes of certificates that a location may have (DataSync API, CreateLocationObjectStorage, ServerCertificate). */
const MAX_SERVER_CERTIFICATE = 32_768;

/** The public key in a PEM text and nothing else, with line ends as CloudFront keeps them; empty if there is none. */
export function publicKeyIn(text: string): string {
  const [key] =
    /-----BEGIN PUBLIC KEY-----\n[^-]+-----END PUBLIC KEY-----/.exec(text.replaceAll('\r\n', '\n')) ?? [];
  return key === undefined ? '' : `${key}\n`;
}

/** What keeps DMS from taking the certificates of a text; undefined if nothing does. */
export function authorityProblem(text: string): string | undefined {
  const certificates = certificatesIn(text);
  if (certificates.length === 0) return 'holds no certificate in PEM';
  return certificates.every((pem) => parses(() => new X509Certificate(pem)))
    ? undefined
    : 'holds a damaged certificate';
}

/** What keeps DataSync from verifying a server with the certificates of a text; undefined if nothing does. */
export function serverCertificateProblem(text: string): string | undefined {
  const problem = authorityProblem(text);
  if (problem !== undefined) return problem;
  return Buffer.byteLength(certificatesIn(text).join('\n')) <= MAX_SERVER_CERTIFICATE
    ? undefined
    : `holds more certificates than DataSync takes, ${MAX_SERVER_CERTIFICATE} bytes`;
}

/** What keeps CloudFront from checking signatures with the key of a text; undefined if nothing does. */
export function signerProblem(text: string): string | undefined {
  const pem = publicKeyIn(text);
  if (pem === '' || text.replaceAll('\r\n', '\n').trim() !== pem.trim())
    return 'holds something other than one public key';
  const key = parses(() => createPublicKey(pem));
  if (key === undefined) return 'holds a damaged public key';
  const { modulusLength, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
  const kind = `${key.asymmetricKeyType} ${modulusLength ?? namedCurve}`.trimEnd();
  return SIGNER_KINDS.includes(kind) ? undefined : `holds a public key of kind ${kind}`;
}

function parses<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}
