import type { CfnVPNConnection } from 'aws-cdk-lib/aws-ec2';

const values = <T>(...items: T[]) => items.map((value) => ({ value }));

/**
 * One tunnel of a VPN, every option written: what is left out stands for all that AWS offers, IKEv1, SHA-1 and 1024
 * bits among it (Site-to-Site VPN user guide, tunnel options). AES-256 with its own integrity, SHA-2 of 384 bits and
 * more, elliptic curves for the exchange: groups 22 to 24 have higher numbers and are weaker (RFC 8247, 2.4).
 *
 * @param logGroupArn ARN of a log group of the cell, without the `:*` at its end
 */
export function vpnTunnel(logGroupArn: string): CfnVPNConnection.VpnTunnelOptionsSpecificationProperty {
  return {
    ikeVersions: values('ikev2'),
    phase1EncryptionAlgorithms: values('AES256-GCM-16'),
    phase2EncryptionAlgorithms: values('AES256-GCM-16'),
    phase1IntegrityAlgorithms: values('SHA2-384', 'SHA2-512'),
    phase2IntegrityAlgorithms: values('SHA2-384', 'SHA2-512'),
    phase1DhGroupNumbers: values(19, 20, 21),
    phase2DhGroupNumbers: values(19, 20, 21),
    phase1LifetimeSeconds: 28_800,
    phase2LifetimeSeconds: 3600,
    dpdTimeoutSeconds: 30,
    // AWS brings the tunnel up, and up again when the source falls silent: nobody waits at night for traffic to do it.
    dpdTimeoutAction: 'restart',
    startupAction: 'start',
    logOptions: {
      cloudwatchLogOptions: { logEnabled: true, logGroupArn, logOutputFormat: 'json' },
    },
  };
}
