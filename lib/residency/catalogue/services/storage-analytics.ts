import { NOT } from '../by-name';
import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import { WHY_NOT } from './storage-words';
import { all, need, not, under } from './words';

/** Catalogues of data, queries and jobs over it. */
export const CLASSIFIED: readonly Classification[] = [
  // Glue
  // The account whose catalogue it is made in.
  ...all({ kind: 'account' }, 'AWS::Glue::*.CatalogId', 'AWS::DataBrew::Job.CatalogId'),
  ...all(
    { kind: 'account', incoming: true },
    'AWS::Glue::Crawler:LakeFormationConfiguration.AccountId',
    'AWS::DataBrew::Dataset.CatalogId',
  ),
  ...all(
    { kind: 'region', incoming: true },
    'AWS::Glue::Database:DatabaseIdentifier.Region',
    'AWS::Glue::Table:TableIdentifier.Region',
  ),
  ...all(
    { kind: 'definition' },
    ...under('Glue::Connection', 'ConnectionProperties AthenaProperties PythonProperties SparkProperties'),
    ...under(
      'Glue::*',
      'Parameters DefaultArguments NonOverridableArguments Arguments DefaultRunProperties SkewedColumnValueLocationMaps SourceProperties',
    ),
    'AWS::Glue::Table:IcebergTableInput.Properties',
    'AWS::Glue::Crawler.Configuration',
    'AWS::Glue::Catalog.CustomProperties',
  ),
  ...all(
    { kind: 'bucket', incoming: true },
    'AWS::Glue::Crawler:S3Target.Path',
    ...under('Glue::Crawler', 'Paths DeltaTables'),
    ...under('Glue::*', 'ScriptLocation BlueprintLocation ExtraJarsS3Path ExtraPythonLibsS3Path'),
  ),
  ...all({ kind: 'host', incoming: true }, 'AWS::Glue::UserDefinedFunction:ResourceUri.Uri'),
  ...all({ kind: 'bucket' }, 'AWS::Glue::Database.LocationUri', ...under('Glue::*', 'Location')),
  ...all({ kind: 'arn', incoming: true }, 'AWS::Glue::Integration.SourceArn'),
  ...all({ kind: 'arn', of: 'copy' }, 'AWS::Glue::Integration.TargetArn'),
  ...all({ kind: 'arn', of: 'telemetry' }, 'AWS::Glue::IntegrationResourceProperty.EventBusArn'),
  ...all(
    { kind: 'at-rest', good: ['SSE-KMS'] },
    ...under('Glue::SecurityConfiguration', 'S3EncryptionMode CloudWatchEncryptionMode'),
  ),
  ...all(
    { kind: 'at-rest', good: ['CSE-KMS'] },
    'AWS::Glue::SecurityConfiguration.JobBookmarksEncryptionMode',
  ),
  ...all(
    { kind: 'at-rest', good: ['SSE-KMS', 'SSE-KMS-WITH-SERVICE-ROLE'] },
    'AWS::Glue::DataCatalogEncryptionSettings.CatalogEncryptionMode',
  ),
  ...all(
    { kind: 'at-rest', good: ['true'] },
    'AWS::Glue::DataCatalogEncryptionSettings.ReturnConnectionPasswordEncrypted',
  ),
  ...all({ kind: 'at-rest', good: ['SSE-KMS', 'SSEKMS'] }, 'AWS::Glue::MLTransform.MLUserDataEncryptionMode'),
  ...not(
    WHY_NOT.near,
    'AWS::Glue::Crawler.DatabaseName',
    'AWS::Glue::Crawler:DynamoDBTarget.Path',
    ...under(
      'Glue::*',
      `CrawlerSecurityConfiguration SecurityConfiguration TaskRunSecurityConfigurationName SecurityGroupIdList
       ConnectionName RegistryName SchemaVersionId CrawlerName JobName`,
    ),
  ),
  ...not(WHY_NOT.own, 'AWS::Glue::Database:DatabaseInput.Name'),
  ...not(
    WHY_NOT.sign,
    ...under(
      'Glue::*',
      `AuthenticationType AuthenticationTypes OAuth2GrantType TokenUrlParametersMap AuthorizationCode RedirectUri
       CustomAuthenticationCredentials`,
    ),
  ),
  ...not(NOT.credential, ...under('Glue::DevEndpoint', 'PublicKey PublicKeys')),
  ...not(WHY_NOT.sso, 'AWS::Glue::IdentityCenterConfiguration.InstanceArn'),
  ...not('AWS reserves it, and does not use it', 'AWS::Glue::Job.LogUri'),
  ...not(WHY_NOT.version, 'AWS::Glue::DevEndpoint.GlueVersion'),
  ...not(
    WHY_NOT.granted,
    ...under(
      'Glue::*',
      'Permissions AllowFullTableExternalDataAccess OverwriteChildResourcePermissionsWithDefault',
    ),
  ),
  ...not(
    WHY_NOT.code,
    ...under(
      'Glue::*',
      `BucketColumns ViewOriginalText MetadataOperation PropertyLocation RequestPath HeaderKey LowBoundKey HighBoundKey
       Owner OwnerName RequestOrigin`,
    ),
  ),
  ...not('goes with a key, which is judged by itself', 'AWS::Glue::Integration.AdditionalEncryptionContext'),

  // Lake Formation
  ...all({ kind: 'account' }, 'AWS::LakeFormation::DataLakeSettings.TrustedResourceOwners'),
  ...all({ kind: 'principal' }, 'AWS::LakeFormation::PrincipalPermissions.DataLakePrincipalIdentifier'),
  ...all({ kind: 'bucket' }, 'AWS::LakeFormation::Resource.ResourceArn'),
  ...not(
    WHY_NOT.granted,
    ...under(
      'LakeFormation::*',
      `AllRowsWildcard AllowExternalDataFiltering AllowFullTableExternalDataAccess Parameters AuthorizedSessionTagValueList
       Permissions PermissionsWithGrantOption DatabaseName CatalogId Catalog TableWildcard S3Resource HybridAccessEnabled
       UseServiceLinkedRole`,
    ),
    'AWS::LakeFormation::PrincipalPermissions:DataLocationResource.ResourceArn',
  ),

  // Athena
  ...all({ kind: 'bucket' }, 'AWS::Athena::WorkGroup.OutputLocation'),
  ...all({ kind: 'bucket', of: 'telemetry' }, 'AWS::Athena::WorkGroup.LogLocation'),
  ...all({ kind: 'at-rest', good: ['SSE_KMS', 'CSE_KMS'] }, 'AWS::Athena::WorkGroup.EncryptionOption'),
  ...all(
    { kind: 'at-rest', bad: ['true'] },
    ...under(
      'Athena::WorkGroup',
      'RemoveEncryptionConfiguration RemoveCustomerContentEncryptionConfiguration',
    ),
  ),
  // Functions and catalogues that queries go through; statements that read and write `s3://…`.
  ...all(
    { kind: 'definition' },
    'AWS::Athena::DataCatalog.Parameters',
    'AWS::Athena::NamedQuery.QueryString',
    'AWS::Athena::PreparedStatement.QueryStatement',
    ...under('Athena::WorkGroup', 'SparkProperties AdditionalConfigs AdditionalConfiguration'),
    'AWS::Athena::WorkGroup:Classification.Properties',
  ),
  ...not(WHY_NOT.owner, 'AWS::Athena::*.ExpectedBucketOwner'),
  ...not(WHY_NOT.near, ...under('Athena::*', 'WorkGroup Database')),
  ...not(
    'results also become the bucket owner’s, whose bucket is judged',
    'AWS::Athena::WorkGroup.S3AclOption',
  ),
  ...not(
    NOT.choice,
    ...under('Athena::WorkGroup', 'RequesterPaysEnabled RemoveOutputLocation RemoveExpectedBucketOwner'),
  ),

  // EMR
  ...all(
    { kind: 'bucket', of: 'telemetry' },
    ...['EMR', 'EMRContainers', 'EMRServerless'].map((s) => `AWS::${s}::*.LogUri`),
  ),
  ...all(
    { kind: 'definition' },
    'AWS::EMR::SecurityConfiguration.SecurityConfiguration',
    'AWS::EMR::Cluster.AdditionalInfo',
    ...under('EMR::*', 'ConfigurationProperties Args Jar'),
    ...under(
      'EMRContainers::*',
      'Properties EntryPoint EntryPointArguments SparkSubmitParameters SparkSqlParameters',
    ),
    'AWS::EMRServerless::Application:ConfigurationObject.Properties',
  ),
  ...all({ kind: 'bucket', incoming: true }, 'AWS::EMR::Cluster:ScriptBootstrapActionConfig.Path'),
  ...all({ kind: 'role' }, ...under('EMR::Cluster', 'ServiceRole JobFlowRole AutoScalingRole')),
  ...all(
    { kind: 'at-rest', good: ['SSE-KMS', 'CSE-KMS'] },
    'AWS::EMRContainers::SecurityConfiguration.EncryptionOption',
  ),
  ...all({ kind: 'host', of: 'telemetry' }, 'AWS::EMRServerless::Application.RemoteWriteUrl'),
  ...all({ kind: 'host', incoming: true }, 'AWS::EMRServerless::Application.ImageUri'),
  ...not(
    WHY_NOT.near,
    'AWS::EMR::Cluster.SecurityConfiguration',
    ...under(
      'EMR::Cluster',
      `AdditionalMasterSecurityGroups AdditionalSlaveSecurityGroups EmrManagedMasterSecurityGroup
       EmrManagedSlaveSecurityGroup ServiceAccessSecurityGroup`,
    ),
    'AWS::EMR::StudioSessionMapping.StudioId',
    'AWS::EMRContainers::VirtualCluster.SecurityConfigurationId',
  ),
  ...not(NOT.credential, ...under('EMR::Cluster', 'Ec2KeyName ADDomainJoinUser')),
  ...not(
    NOT.choice,
    'AWS::EMR::*.CapacityReservationPreference',
    'AWS::EMRServerless::Application.LivyEndpointEnabled',
  ),
  ...not(WHY_NOT.sign, ...under('EMR::Studio', 'IdpAuthUrl AuthMode')),
  ...not(
    WHY_NOT.sso,
    'AWS::EMR::Studio.IdcInstanceArn',
    'AWS::EMRContainers::*.IdentityCenterInstanceARN',
    'AWS::EMRServerless::*.IdentityCenterInstanceArn',
  ),
  ...not(
    'a policy of IAM that narrows what the user’s role may do',
    'AWS::EMR::StudioSessionMapping.SessionPolicyArn',
  ),
  ...not(NOT.choice, 'AWS::EMRContainers::SecurityConfiguration.EncryptionKeyProviderType'),
  ...not(WHY_NOT.granted, 'AWS::EMRContainers::SecurityConfiguration.AuthorizedSessionTagValue'),
  ...not(WHY_NOT.made, 'AWS::EMRContainers::Endpoint:Certificate.CertificateArn'),

  // DataBrew, Data Pipeline, Data Exchange
  ...all({ kind: 'bucket', incoming: true }, 'AWS::DataBrew::Dataset:S3Location.Bucket'),
  ...all({ kind: 'arn', incoming: true }, 'AWS::DataBrew::Dataset:Metadata.SourceArn'),
  ...all({ kind: 'at-rest', good: ['SSE-KMS'] }, 'AWS::DataBrew::Job.EncryptionMode'),
  ...not(WHY_NOT.owner, 'AWS::DataBrew::*.BucketOwner'),
  ...not(NOT.choice, 'AWS::DataBrew::Dataset.Source'),
  ...not(WHY_NOT.version, 'AWS::DataBrew::Dataset.TimezoneOffset'),
  ...not(
    WHY_NOT.code,
    ...under(
      'DataBrew::Recipe',
      `TargetColumn JoinKeys SourceColumn SourceColumn1 SourceColumn2 SourceColumns TargetIndex RemoveSourceColumn
       TargetColumnNames`,
    ),
  ),
  ...not(WHY_NOT.made, 'AWS::DataBrew::Recipe:S3Location.Bucket'),
  ...all({ kind: 'definition' }, 'AWS::DataPipeline::Pipeline.StringValue'),
  ...all(
    { kind: 'at-rest', good: ['aws:kms'] },
    'AWS::DataExchange::EventAction:ExportServerSideEncryption.Type',
  ),

  // DataZone
  ...all({ kind: 'account' }, 'AWS::DataZone::Environment.EnvironmentAccountIdentifier'),
  ...all({ kind: 'bucket', of: 'telemetry' }, 'AWS::DataZone::Connection.LogUri'),
  ...all({ kind: 'bucket', incoming: true }, 'AWS::DataZone::Connection.TrustedCertificatesS3Uri'),
  ...all({ kind: 'principal' }, 'AWS::DataZone::GroupProfile.RolePrincipalArn'),
  ...all(
    { kind: 'definition' },
    'AWS::DataZone::Connection.WorkflowsServerlessProperties',
    ...under(
      'DataZone::Connection:GlueConnectionInput',
      'ConnectionProperties SparkProperties AthenaProperties PythonProperties',
    ),
    'AWS::DataZone::Connection:ConnectionConfiguration.Properties',
    ...under('DataZone::EnvironmentBlueprintConfiguration', 'GlobalParameters Parameters'),
  ),
  ...all({ kind: 'role' }, ...under('DataZone::*', 'ServiceRole AccessRole ManageAccessRole DataAccessRole')),
  ...not(WHY_NOT.sso, 'AWS::DataZone::Domain.IdcInstanceArn'),
  ...not(WHY_NOT.made, 'AWS::DataZone::UserProfile:IamUserProfileDetails.Arn'),
  ...not(NOT.outside, 'AWS::DataZone::EnvironmentActions.Uri'),
  ...not(
    WHY_NOT.sign,
    ...under(
      'DataZone::Connection',
      'AuthenticationType CustomAuthenticationCredentials OAuth2GrantType TokenUrlParametersMap AuthorizationCode RedirectUri AuthMode',
    ),
  ),
  ...not(
    WHY_NOT.near,
    ...under(
      'DataZone::*',
      'SecurityGroupIdList S3AccessGrantLocationId ParentDomainUnitIdentifier DomainUnitId DomainUnitIdentifier DomainUnit ProjectIdentifier',
    ),
  ),
  ...not('what a role may do at most', 'AWS::DataZone::*.EnvironmentRolePermissionBoundary'),
  ...not('buckets that are left alone', 'AWS::DataZone::*.LocationRegistrationExcludeS3Locations'),
  ...not(
    NOT.choice,
    ...under('DataZone::*', 'RegisterS3AccessGrantLocation DomainVersion AllowCustomProjectResourceTags'),
  ),
  ...not(NOT.label, 'AWS::DataZone::*.ProjectResourceTagsDescription'),
  ...not(
    'what members of the domain may do within it',
    ...under(
      'DataZone::PolicyGrant',
      `DelegateCreateEnvironmentProfile CreateEnvironment CreateEnvironmentFromBlueprint IncludeChildDomainUnits
       UserIdentifier AllUsersGrantFilter ProjectDesignation DomainUnitDesignation AllDomainUnitsGrantFilter`,
    ),
  ),
];

const SECURITY =
  'logs, bookmarks and what the job writes are not encrypted under a customer’s key without one (Glue developer guide, “Encrypting data written by AWS Glue”)';
const CATALOGUE = 'DataCatalogEncryptionSettings';
const ENCRYPTION = 'EncryptionConfiguration';
const RESULTS = 'WorkGroupConfiguration.ManagedQueryResultsConfiguration';
const ATHENA = '(Athena user guide, “Encryption at rest”)';

export const REQUIRED: readonly Requirement[] = [
  ...['Job', 'DevEndpoint', 'Session'].map((type) =>
    need('at-rest', `Glue::${type}`, 'SecurityConfiguration', SECURITY),
  ),
  need('at-rest', 'Glue::SecurityConfiguration', `${ENCRYPTION}.S3Encryptions[*].S3EncryptionMode`, SECURITY),
  need('key', 'Glue::SecurityConfiguration', `${ENCRYPTION}.S3Encryptions[*].KmsKeyArn`, SECURITY),
  need(
    'at-rest',
    'Glue::SecurityConfiguration',
    `${ENCRYPTION}.CloudWatchEncryption.CloudWatchEncryptionMode`,
    SECURITY,
  ),
  need('key', 'Glue::SecurityConfiguration', `${ENCRYPTION}.CloudWatchEncryption.KmsKeyArn`, SECURITY),
  need(
    'at-rest',
    'Glue::SecurityConfiguration',
    `${ENCRYPTION}.JobBookmarksEncryption.JobBookmarksEncryptionMode`,
    SECURITY,
  ),
  need('key', 'Glue::SecurityConfiguration', `${ENCRYPTION}.JobBookmarksEncryption.KmsKeyArn`, SECURITY),
  need(
    'at-rest',
    'Glue::DataCatalogEncryptionSettings',
    `${CATALOGUE}.EncryptionAtRest.CatalogEncryptionMode`,
    'not encrypted unless told to be (Glue developer guide, “Encrypting your Data Catalog”)',
  ),
  need(
    'key',
    'Glue::DataCatalogEncryptionSettings',
    `${CATALOGUE}.EncryptionAtRest.SseAwsKmsKeyId`,
    'the key aws/glue, which AWS manages, unless one is named (Glue developer guide, “Encrypting your Data Catalog”)',
  ),
  need(
    'at-rest',
    'Glue::DataCatalogEncryptionSettings',
    `${CATALOGUE}.ConnectionPasswordEncryption.ReturnConnectionPasswordEncrypted`,
    'passwords are not encrypted unless told to be (Glue developer guide, “Encrypting connection passwords”)',
  ),
  need(
    'key',
    'Glue::DataCatalogEncryptionSettings',
    `${CATALOGUE}.ConnectionPasswordEncryption.KmsKeyId`,
    'passwords are not encrypted unless a key is named (Glue developer guide, “Encrypting connection passwords”)',
  ),
  need(
    'key',
    'Glue::MLTransform',
    'TransformEncryption.MLUserDataEncryption.KmsKeyId',
    'not encrypted unless told to be (CloudFormation, `AWS::Glue::MLTransform`)',
  ),
  need(
    'key',
    'Glue::Integration',
    'KmsKeyId',
    'a key that AWS owns unless one is named (Glue API reference, `CreateIntegration`)',
  ),
  need(
    'key',
    'Glue::Catalog',
    'CatalogProperties.DataLakeAccessProperties.KmsKey',
    'a key that AWS owns unless one is named (CloudFormation, `AWS::Glue::Catalog`)',
    { onlyWith: 'CatalogProperties.DataLakeAccessProperties' },
  ),
  need(
    'key',
    'Athena::WorkGroup',
    'WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration.KmsKey',
    `results are encrypted as the client or the bucket says unless a key is named ${ATHENA}`,
    { notWith: RESULTS },
  ),
  need(
    'key',
    'Athena::WorkGroup',
    `${RESULTS}.EncryptionConfiguration.KmsKey`,
    `a key that AWS owns unless one is named ${ATHENA}`,
    { onlyWith: `${RESULTS}.Enabled` },
  ),
  need(
    'at-rest',
    'EMR::Cluster',
    'SecurityConfiguration',
    'local disks and traffic are not encrypted without one (EMR management guide, “Encrypt data at rest and in transit”)',
  ),
  need(
    'key',
    'EMR::Studio',
    'EncryptionKeyArn',
    'notebooks are backed up under SSE-S3 unless a key is named (EMR management guide, “Encrypting EMR Studio workspace notebooks and files”)',
  ),
  need(
    'key',
    'EMRServerless::Application',
    'MonitoringConfiguration.ManagedPersistenceMonitoringConfiguration.EncryptionKeyArn',
    'a key that AWS owns unless one is named (EMR Serverless user guide, “Encrypting logs”)',
    { onlyWith: 'MonitoringConfiguration.ManagedPersistenceMonitoringConfiguration.Enabled' },
  ),
  need(
    'key',
    'DataBrew::Job',
    'EncryptionKeyArn',
    'SSE-S3 unless a key is named (DataBrew developer guide, “Encrypting data written by DataBrew jobs”)',
  ),
  need(
    'key',
    'DataZone::Domain',
    'KmsKeyIdentifier',
    'a key that AWS owns unless one is named (DataZone user guide, “Data encryption at rest for Amazon DataZone”)',
  ),
];

export const KEYLESS: readonly Keyless[] = [
  {
    type: 'AWS::DataExchange::DataSet',
    why: 'the type takes no key: AWS encrypts under one of its own (CloudFormation, `AWS::DataExchange::DataSet`)',
  },
];
