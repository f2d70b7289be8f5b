import { describeRule } from '../support';

const rule = 'at-rest';
const encrypted = (algorithm: string): object => ({
  BucketEncryption: {
    ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: algorithm } }],
  },
});
/** Another bucket, whose access log comes into the one that is judged. */
const logged = {
  Other: {
    Type: 'AWS::S3::Bucket',
    Properties: { LoggingConfiguration: { DestinationBucketName: { Ref: 'It' } } },
  },
};

describeRule(rule, 'AWS::RDS::DBCluster', {
  valid: [['storage that is encrypted', { StorageEncrypted: true }]],
  invalid: [
    ['a key without the switch', { KmsKeyId: 'k' }],
    ['the switch turned off', { StorageEncrypted: false, KmsKeyId: 'k' }],
    ['a switch that a condition may turn off', { StorageEncrypted: { 'Fn::If': ['C', true, false] } }],
    ['a switch that a parameter turns', { StorageEncrypted: { Ref: 'Unknown' } }],
  ],
});

describeRule(rule, 'AWS::DynamoDB::Table', {
  valid: [['encryption with a key', { SSESpecification: { SSEEnabled: true, KMSMasterKeyId: 'k' } }]],
  invalid: [['a key that is not used', { SSESpecification: { SSEEnabled: false, KMSMasterKeyId: 'k' } }]],
});

describeRule(rule, 'AWS::S3::Bucket', {
  valid: [
    ['SSE-KMS', encrypted('aws:kms')],
    ['SSE-S3 in a bucket that access logs are delivered to', encrypted('AES256'), logged],
  ],
  invalid: [
    ['SSE-S3', encrypted('AES256')],
    ['a log bucket without any encryption written', {}, logged],
  ],
});

describeRule(rule, 'AWS::EMR::SecurityConfiguration', {
  valid: [
    ['encryption', { SecurityConfiguration: '{"EncryptionConfiguration":{"EnableAtRestEncryption":true}}' }],
  ],
  invalid: [
    [
      'none, in a text',
      { SecurityConfiguration: '{"EncryptionConfiguration":{"EnableAtRestEncryption":false}}' },
    ],
    [
      'none, in an object',
      { SecurityConfiguration: { EncryptionConfiguration: { EnableAtRestEncryption: false } } },
    ],
  ],
});
