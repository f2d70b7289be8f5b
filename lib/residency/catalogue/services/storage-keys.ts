import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import { WHY_NOT } from './storage-words';
import { all, need, not, under } from './words';

/** Keys, secrets and certificates, and the account's bills and permits. */
export const CLASSIFIED: readonly Classification[] = [
  // KMS
  ...all({ kind: 'copy', bad: ['true'] }, 'AWS::KMS::Key.MultiRegion'),
  ...all({ kind: 'arn', of: 'copy', incoming: true }, 'AWS::KMS::ReplicaKey.PrimaryKeyArn'),
  ...not('judged by key material, by the rule single-region-key', 'AWS::KMS::Key.EnableKeyRotation'),
  ...not('whether the material is the customer’s own; the key stays in its region', 'AWS::KMS::Key.Origin'),
  ...not(NOT.choice, ...under('KMS::*', 'BypassPolicyLockoutSafetyCheck KeySpec Enabled KeyUsage')),
  ...not(WHY_NOT.own, 'AWS::KMS::Alias.AliasName'),

  // Secrets Manager
  ...all({ kind: 'region', of: 'copy' }, 'AWS::SecretsManager::Secret:ReplicaRegion.Region'),
  ...all({ kind: 'key', of: 'copy' }, 'AWS::SecretsManager::Secret:ReplicaRegion.KmsKeyId'),
  ...all({ kind: 'public', good: ['true'] }, 'AWS::SecretsManager::ResourcePolicy.BlockPublicPolicy'),
  ...all({ kind: 'arn' }, ...under('SecretsManager::*', 'SecretId TargetId')),
  ...not(NOT.credential, ...under('SecretsManager::Secret', 'SecretString GenerateStringKey')),

  // Private CA, Certificate Manager and connectors
  ...not('a template of AWS, which its ARN places in no region', 'AWS::ACMPCA::Certificate.TemplateArn'),
  ...not(
    WHY_NOT.certificate,
    ...under(
      'ACMPCA::*',
      `CertificateSigningRequest CertPolicyId PolicyQualifierId CpsUri KeyEncipherment DataEncipherment DecipherOnly
       EncipherOnly UniformResourceIdentifier DnsName CommonName OmitExtension OcspCustomCname CustomCname`,
    ),
    ...under(
      'CertificateManager::*',
      `DomainName KeyAlgorithm SubjectAlternativeNames ValidationDomain ExactDomain Subdomains AuthorizationBehavior
       Contact AllowedKeyAlgorithms`,
    ),
    ...under(
      'PCAConnectorAD::Template',
      `SanRequireEmail SanRequireUpn SanRequireDomainDns SanRequireSpn RequireEmail ExportableKey Decrypt KeyAgreement
       PolicyObjectIdentifier KeyEncipherment DataEncipherment NoSecurityExtension`,
    ),
    'AWS::PCAConnectorAD::TemplateGroupAccessControlEntry.GroupSecurityIdentifier',
  ),
  ...not(NOT.choice, 'AWS::ACMPCA::CertificateAuthority.KeyStorageSecurityStandard'),
  ...not(
    'a list of revoked certificates is made to be read by everyone',
    'AWS::ACMPCA::CertificateAuthority.S3ObjectAcl',
  ),
  ...not('who gave the permission, not who has it', 'AWS::ACMPCA::Permission.SourceAccount'),
  // Microsoft Intune is asked about each device.
  ...all({ kind: 'external' }, 'AWS::PCAConnectorSCEP::Connector:IntuneConfiguration.Domain'),

  // Signer, Payment Cryptography
  ...not(NOT.label, 'AWS::Signer::ProfilePermission.StatementId'),
  ...not(WHY_NOT.near, 'AWS::Signer::ProfilePermission.ProfileName'),
  ...all({ kind: 'region', of: 'copy' }, 'AWS::PaymentCryptography::Key.ReplicationRegions'),
  ...all({ kind: 'policy' }, 'AWS::PaymentCryptography::Key.Policy'),
  ...not(NOT.choice, ...under('PaymentCryptography::Key', 'KeyCheckValueAlgorithm Encrypt DeriveKey')),
  ...not(WHY_NOT.made, 'AWS::PaymentCryptography::Key.StatusMessage'),

  // Bills: what was used, and by whom
  ...all(
    { kind: 'bucket', of: 'telemetry' },
    ...['BCMDataExports', 'CUR'].map((s) => `AWS::${s}::*.S3Bucket`),
  ),
  ...all(
    { kind: 'region', of: 'telemetry' },
    ...['BCMDataExports', 'CUR'].map((s) => `AWS::${s}::*.S3Region`),
  ),
  ...not(WHY_NOT.owner, 'AWS::BCMDataExports::Export.S3BucketOwner'),
  ...not(WHY_NOT.prefix, ...['BCMDataExports', 'CUR'].map((s) => `AWS::${s}::*.S3Prefix`)),
  ...not(WHY_NOT.made, 'AWS::BCMDataExports::Export.ExportArn'),
  ...not(
    'a view of the account’s bills, which its ARN places in no region',
    'AWS::CUR::ReportDefinition.BillingViewArn',
  ),

  // A permit lets AWS Support, wherever it sits, at what it names.
  ...all(
    { kind: 'global' },
    ...under('SupportAuthZ::SupportPermit:ResourceSet', 'AllResourcesInRegion Resources'),
  ),
  ...not(WHY_NOT.granted, 'AWS::SupportAuthZ::SupportPermit.AllActions'),
];

const SECRETS =
  'the key aws/secretsmanager, which AWS manages, unless one is named (Secrets Manager user guide, “Secret encryption and decryption”)';

export const REQUIRED: readonly Requirement[] = [
  need('key', 'SecretsManager::Secret', 'KmsKeyId', SECRETS),
  need('key', 'SecretsManager::Secret', 'ReplicaRegions[*].KmsKeyId', SECRETS, {
    onlyWith: 'ReplicaRegions',
  }),
];

export const KEYLESS: readonly Keyless[] = [];
