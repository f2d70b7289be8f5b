import type { Hearing } from './hearing';
import type { Reading } from './read';

/** Lists of a tunnel that admit strong values only (Site-to-Site VPN user guide, tunnel options). */
const STRONG: Readonly<Record<string, readonly string[]>> = {
  IKEVersions: ['ikev2'],
  Phase1EncryptionAlgorithms: ['AES256', 'AES256-GCM-16'],
  Phase2EncryptionAlgorithms: ['AES256', 'AES256-GCM-16'],
  Phase1IntegrityAlgorithms: ['SHA2-384', 'SHA2-512'],
  Phase2IntegrityAlgorithms: ['SHA2-384', 'SHA2-512'],
  // 3072 bits and more, and the curves of NIST; 22 to 24 are small or unsound groups (RFC 8247, 2.4).
  Phase1DHGroupNumbers: ['15', '16', '17', '18', '19', '20', '21'],
  Phase2DHGroupNumbers: ['15', '16', '17', '18', '19', '20', '21'],
};
const TUNNELS = 'VpnTunnelOptionsSpecifications[*]';
/** Every connection has as many; options for one leave the other at what AWS offers. */
const COUNT = 2;

/** Finds fault with the tunnels of a VPN connection: weak or unset ciphers, no logs, a key that can be read. */
export function checkTunnels(hearing: Hearing): void {
  hearing.require(
    'PreSharedKeyStorage',
    (text) => text === 'SecretsManager',
    'the pre-shared keys can be read by describing the connection; allowed is SecretsManager',
  );
  const tunnels = hearing.read(TUNNELS);
  const given = new Set(tunnels.filter(({ value }) => value !== undefined).map(({ path }) => path)).size;
  if (given !== COUNT)
    hearing.find(
      'VpnTunnelOptionsSpecifications',
      `${given}`,
      `not every tunnel has options; allowed is ${COUNT}`,
    );
  for (const tunnel of tunnels) if (tunnel.value !== undefined) checkTunnel(hearing, tunnel);
}

function checkTunnel(hearing: Hearing, tunnel: Reading): void {
  for (const [name, allowed] of Object.entries(STRONG))
    for (const reading of hearing.below([tunnel], `${name}[*].Value`))
      hearing.requireOf(
        reading,
        (text) => allowed.includes(text),
        `weak, or left to the other side; allowed is ${allowed.join(', ')}`,
      );
  const logs = (name: string) => hearing.below([tunnel], `LogOptions.CloudwatchLogOptions.${name}`);
  for (const reading of logs('LogEnabled'))
    hearing.requireOf(reading, (text) => text === 'true', 'the tunnel is not logged; allowed is true');
  for (const reading of logs('LogGroupArn'))
    hearing.requireOf(reading, (text) => text !== '', 'the tunnel has no log group');
  // The value is not repeated: it would stand in the report.
  for (const reading of hearing.below([tunnel], 'PreSharedKey'))
    if (hearing.texts(reading).length > 0)
      hearing.find(
        reading.path,
        '',
        'a pre-shared key passes through the template; leave it out and AWS makes one',
      );
}
