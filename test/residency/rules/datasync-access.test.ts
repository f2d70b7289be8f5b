import { describeRule, findings, one } from '../support';

const rule = 'datasync-access';
const If = (value: unknown, other: unknown) => ({ 'Fn::If': ['C', value, other] });

describeRule(rule, 'AWS::DataSync::LocationObjectStorage', {
  valid: [
    ['HTTPS and a secret by its ARN', { ServerProtocol: 'HTTPS', CustomSecretConfig: { SecretArn: 's' } }],
  ],
  invalid: [
    ['HTTP', { ServerProtocol: 'HTTP' }],
    ['HTTP under a condition', { ServerProtocol: If('HTTPS', 'HTTP') }],
    ['no protocol', {}],
    ['a protocol that cannot be worked out', { ServerProtocol: { 'Fn::ImportValue': 'nowhere' } }],
    ['a secret key', { ServerProtocol: 'HTTPS', SecretKey: 'key' }],
    [
      'a secret key under a condition',
      { ServerProtocol: 'HTTPS', SecretKey: If({ Ref: 'AWS::NoValue' }, 'key') },
    ],
    [
      'a secret key by a dynamic reference',
      { ServerProtocol: 'HTTPS', SecretKey: '{{resolve:secretsmanager:s}}' },
    ],
  ],
});

describeRule(rule, 'AWS::DataSync::LocationEFS', {
  valid: [['TLS', { InTransitEncryption: 'TLS1_2' }]],
  invalid: [
    ['none', { InTransitEncryption: 'NONE' }],
    ['nothing said', {}],
  ],
});

describeRule(rule, 'AWS::DataSync::LocationHDFS', {
  valid: [
    ['nothing said, which is privacy', {}],
    ['privacy', { QopConfiguration: { RpcProtection: 'PRIVACY', DataTransferProtection: 'PRIVACY' } }],
  ],
  invalid: [
    ['calls in the clear', { QopConfiguration: { RpcProtection: 'AUTHENTICATION' } }],
    ['data in the clear', { QopConfiguration: { DataTransferProtection: 'DISABLED' } }],
    ['a keytab', { KerberosKeytab: 'a2V5' }],
  ],
});

const SECRETS: readonly (readonly [type: string, properties: object])[] = [
  ['AWS::DataSync::LocationSMB', { Password: 'key' }],
  ['AWS::DataSync::LocationSMB', { KerberosKeytab: 'key' }],
  ['AWS::DataSync::LocationFSxWindows', { Password: 'key' }],
  ['AWS::DataSync::LocationFSxONTAP', { Protocol: { SMB: { Password: 'key' } } }],
  ['AWS::DataSync::LocationAzureBlob', { AzureBlobSasConfiguration: { AzureBlobSasToken: 'key' } }],
];
for (const [type, properties] of SECRETS)
  describeRule(rule, type, {
    valid: [['none', {}]],
    invalid: [[`a secret as ${JSON.stringify(properties)}`, properties]],
  });

test('a finding does not repeat the secret', () => {
  const told = findings(
    rule,
    one('AWS::DataSync::LocationObjectStorage', { ServerProtocol: 'HTTPS', SecretKey: 'hush-hush' }),
  );
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told)).not.toContain('hush-hush');
});
