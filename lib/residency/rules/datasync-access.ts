import type { Rule } from '../rule';

interface Access {
  /** Switches of transport, with the values that encrypt. */
  readonly transport?: readonly (readonly [path: string, encrypted: string, byDefault: boolean])[];
  /** Where a secret would stand in the template. */
  readonly secrets?: readonly string[];
}

/** Source: DataSync API, CreateLocation operations; AWS::DataSync in the CloudFormation template reference. */
const ACCESS: Readonly<Record<string, Access>> = {
  'AWS::DataSync::LocationObjectStorage': {
    transport: [['ServerProtocol', 'HTTPS', false]],
    secrets: ['SecretKey'],
  },
  'AWS::DataSync::LocationEFS': { transport: [['InTransitEncryption', 'TLS1_2', false]] },
  'AWS::DataSync::LocationHDFS': {
    transport: [
      ['QopConfiguration.RpcProtection', 'PRIVACY', true],
      ['QopConfiguration.DataTransferProtection', 'PRIVACY', true],
    ],
    secrets: ['KerberosKeytab'],
  },
  'AWS::DataSync::LocationSMB': { secrets: ['Password', 'KerberosKeytab'] },
  'AWS::DataSync::LocationFSxWindows': { secrets: ['Password'] },
  'AWS::DataSync::LocationFSxONTAP': { secrets: ['Protocol.SMB.Password'] },
  'AWS::DataSync::LocationAzureBlob': { secrets: ['AzureBlobSasConfiguration.AzureBlobSasToken'] },
};

export const datasyncAccess: Rule = {
  id: 'datasync-access',
  what: 'a DataSync location is reached encrypted, with a secret that is in no template',
  why: 'Between an agent and its storage objects travel as the location says: object storage over HTTP in the clear, and so does EFS unless TLS is asked for. A secret in a template is read by whoever may read the stack, and DataSync would keep it under a key of AWS; `CustomSecretConfig` names a secret under a key of the customer’s. NFS and SMB have no switch to judge: their agent belongs beside the server.',
  fix: 'set ServerProtocol to HTTPS (InTransitEncryption to TLS1_2, both protections of HDFS to PRIVACY), and name the secret in CustomSecretConfig',
  level: 'error',
  types: Object.keys(ACCESS),
  examples: {
    bad: {
      Location: {
        Type: 'AWS::DataSync::LocationObjectStorage',
        Properties: { ServerHostname: '10.8.4.10', ServerProtocol: 'HTTP', SecretKey: 'not-so-secret' },
      },
    },
    good: {
      Location: {
        Type: 'AWS::DataSync::LocationObjectStorage',
        Properties: {
          ServerHostname: '10.8.4.10',
          ServerProtocol: 'HTTPS',
          CustomSecretConfig: {
            SecretArn: 'arn:aws:secretsmanager:ap-southeast-1:111111111111:secret:source/drive',
            SecretAccessRoleArn: 'arn:aws:iam::111111111111:role/reader',
          },
        },
      },
    },
  },
  check(hearing) {
    const { transport = [], secrets = [] } = ACCESS[hearing.resource.type] ?? {};
    for (const [path, encrypted, byDefault] of transport) {
      for (const reading of hearing.read(path)) {
        if (byDefault && reading.value === undefined) continue;
        hearing.requireOf(
          reading,
          (text) => text === encrypted,
          `not encrypted in transit; allowed is ${encrypted}`,
        );
      }
    }
    for (const path of secrets)
      for (const reading of hearing.read(path))
        // The finding does not repeat it.
        if (reading.value !== undefined) hearing.find(reading.path, '', 'a secret stands in the template');
  },
};
